import * as z from 'zod';
import type { WorkflowEngine } from '../workflow/engine.ts';
import { ApiError } from '../workflow/errors.ts';
import type { Execution } from '../workflow/execution.ts';
import type { CreatedStateMachines } from './created-state-machines.ts';
import { awsJson, type Operation, ServiceError } from './aws-json.ts';

/** Items of a page unless the caller says otherwise, and at most. */
const PAGE = { usual: 100, most: 1000 };

const Arn = z.string().min(1).max(256);
const Token = z.string().min(1).max(2048);
const paging = {
  maxResults: z.int().min(0).max(PAGE.most).optional(),
  nextToken: z.string().optional(),
};
const why = { error: z.string().max(256).optional(), cause: z.string().max(32_768).optional() };

const CreateStateMachine = z.strictObject({
  name: z.string(),
  definition: z.string().min(1),
  roleArn: Arn,
  type: z.literal('STANDARD').optional(),
});
const StartExecution = z.strictObject({
  stateMachineArn: Arn,
  name: z.string().optional(),
  input: z.string().optional(),
});
const DescribeExecution = z.strictObject({ executionArn: Arn });
const StopExecution = z.strictObject({ executionArn: Arn, ...why });
const ListExecutions = z.strictObject({
  stateMachineArn: Arn,
  statusFilter: z.enum(['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED']).optional(),
  ...paging,
});
const GetExecutionHistory = z.strictObject({
  executionArn: Arn,
  reverseOrder: z.boolean().default(false),
  includeExecutionData: z.literal(true).optional(),
  ...paging,
});
const SendTaskSuccess = z.strictObject({ taskToken: Token, output: z.string() });
const SendTaskFailure = z.strictObject({ taskToken: Token, ...why });
const SendTaskHeartbeat = z.strictObject({ taskToken: Token });

/** The HTTP face of the workflow engine, in the part of the Step Functions API that Sada uses. */
export function stepFunctions(
  engine: WorkflowEngine,
  machines: CreatedStateMachines,
): ReturnType<typeof awsJson> {
  return awsJson('AWSStepFunctions', {
    CreateStateMachine: operation(CreateStateMachine, ({ name, definition, roleArn }) => {
      const { arn, createdAt } = machines.create(name, definition, roleArn);
      return { stateMachineArn: arn, creationDate: seconds(createdAt) };
    }),
    StartExecution: operation(StartExecution, (request) => {
      const { arn, startDate } = engine.startExecution(request);
      return { executionArn: arn, startDate: seconds(startDate) };
    }),
    DescribeExecution: operation(DescribeExecution, ({ executionArn }) =>
      description(engine.describeExecution(executionArn)),
    ),
    StopExecution: operation(StopExecution, ({ executionArn, ...why }) => {
      const { stopDate = 0 } = engine.stopExecution(executionArn, why);
      return { stopDate: seconds(stopDate) };
    }),
    ListExecutions: operation(ListExecutions, ({ stateMachineArn, statusFilter, ...paging }) => {
      const executions = engine.listExecutions(stateMachineArn, statusFilter);
      const { items, nextToken } = page(executions, paging);
      return { executions: items.map(summary), nextToken };
    }),
    GetExecutionHistory: operation(GetExecutionHistory, (request) => {
      const events = engine.getExecutionHistory(request.executionArn);
      const ordered = request.reverseOrder ? events.toReversed() : events;
      const { items, nextToken } = page(ordered, request);
      const dated = items.map((event) => ({ ...event, timestamp: seconds(event.timestamp) }));
      return { events: dated, nextToken };
    }),
    SendTaskSuccess: operation(SendTaskSuccess, ({ taskToken, output }) =>
      engine.sendTaskSuccess(taskToken, output),
    ),
    SendTaskFailure: operation(SendTaskFailure, ({ taskToken, ...why }) =>
      engine.sendTaskFailure(taskToken, why),
    ),
    SendTaskHeartbeat: operation(SendTaskHeartbeat, ({ taskToken }) =>
      engine.sendTaskHeartbeat(taskToken),
    ),
  });
}

function operation<Schema extends z.ZodType>(
  schema: Schema,
  act: (request: z.infer<Schema>) => unknown,
): Operation {
  return async (input) => {
    const request = schema.safeParse(input);
    if (!request.success) throw validationError(request.error);
    try {
      return act(request.data);
    } catch (error) {
      throw error instanceof ApiError ? new ServiceError(error.name, error.message) : error;
    }
  };
}

function validationError({ issues: [issue] }: z.ZodError): ServiceError {
  const field = issue?.code === 'unrecognized_keys' ? issue.keys.join() : issue?.path.join('/');
  return new ServiceError('ValidationException', `${field ?? ''}: ${issue?.message ?? 'invalid'}`);
}

/** The protocol's timestamps are seconds, with a fraction. */
function seconds(milliseconds: number): number {
  return milliseconds / 1000;
}

function summary(execution: Execution): Record<string, unknown> {
  const { arn, machine, name, status, startDate, stopDate } = execution;
  return {
    executionArn: arn,
    stateMachineArn: machine.arn,
    name,
    status,
    startDate: seconds(startDate),
    ...(stopDate !== undefined && { stopDate: seconds(stopDate) }),
  };
}

function description(execution: Execution): Record<string, unknown> {
  // Its members are named as the service names them: output, or error and cause.
  return { ...summary(execution), input: execution.input, ...execution.outcome };
}

/** @throws ServiceError `InvalidToken` for a token that no page gave */
function page<Item>(
  all: readonly Item[],
  request: { maxResults?: number | undefined; nextToken?: string | undefined },
): { items: Item[]; nextToken?: string } {
  const start = request.nextToken === undefined ? 0 : Number(request.nextToken);
  if (!Number.isInteger(start) || start < 0) {
    throw new ServiceError('InvalidToken', `Invalid Token: '${request.nextToken ?? ''}'`);
  }
  const end = start + (request.maxResults || PAGE.usual);
  return { items: all.slice(start, end), ...(end < all.length && { nextToken: String(end) }) };
}
