import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  paginateGetExecutionHistory,
  paginateListExecutions,
  SendTaskFailureCommand,
  SendTaskHeartbeatCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CreatedStateMachines } from '../../../local/services/created-state-machines.ts';
import { listen, type Listener } from '../../../local/services/http.ts';
import { stepFunctions } from '../../../local/services/step-functions.ts';
import { settle } from '../../support/jumping-clock.ts';
import { definition, tokenTask, workflow } from '../workflow/harness.ts';

const { engine, clock, tokenOf } = workflow();
const waits = engine.createStateMachine({
  name: 'waits',
  definition: definition({ Wait: tokenTask }),
});
const ends = engine.createStateMachine({
  name: 'ends',
  definition: definition({
    One: { Type: 'Pass', Output: '{% $states.input %}', Next: 'Two' },
    Two: { Type: 'Succeed' },
  }),
});
let listener: Listener;
let client: SFNClient;

beforeAll(async () => {
  listener = await listen(stepFunctions(engine, new CreatedStateMachines(engine, clock)));
  client = new SFNClient({
    endpoint: listener.endpoint,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  });
});

afterAll(async () => {
  client.destroy();
  await listener.close();
});

/** Starts an execution that waits, and gives its ARN and token. */
async function waiting(): Promise<{ executionArn: string; taskToken: string }> {
  const started = await client.send(new StartExecutionCommand({ stateMachineArn: waits }));
  await settle();
  return { executionArn: started.executionArn ?? '', taskToken: tokenOf() };
}

describe('CreateStateMachine', () => {
  const roleArn = 'arn:aws:iam::000000000000:role/any';

  it('makes a state machine that executions can be started of', async () => {
    const machine = { name: 'made', roleArn, definition: definition({ One: { Type: 'Succeed' } }) };
    const { stateMachineArn } = await client.send(new CreateStateMachineCommand(machine));
    const { executionArn } = await client.send(new StartExecutionCommand({ stateMachineArn }));
    expect(executionArn).toContain(':made:');
  });

  it('refuses a definition with the service’s own error', async () => {
    const machine = { name: 'bad', roleArn, definition: '{}' };
    await expect(client.send(new CreateStateMachineCommand(machine))).rejects.toMatchObject({
      name: 'InvalidDefinition',
    });
  });
});

describe('the Step Functions API', () => {
  it('starts an execution and describes it, with dates', async () => {
    const input = '{"a":1}';
    const started = await client.send(new StartExecutionCommand({ stateMachineArn: ends, input }));
    await settle();
    const { executionArn } = started;
    const described = await client.send(new DescribeExecutionCommand({ executionArn }));
    expect(started.startDate).toEqual(new Date(clock.now()));
    expect(described).toMatchObject({
      executionArn,
      stateMachineArn: ends,
      status: 'SUCCEEDED',
      input,
      output: input,
      startDate: new Date(clock.now()),
      stopDate: new Date(clock.now()),
    });
  });

  it('stops an execution', async () => {
    const { executionArn } = await waiting();
    const why = { error: 'Stop', cause: 'by hand' };
    const stopped = await client.send(new StopExecutionCommand({ executionArn, ...why }));
    expect(stopped.stopDate).toEqual(new Date(clock.now()));
    const described = await client.send(new DescribeExecutionCommand({ executionArn }));
    expect(described).toMatchObject({ status: 'ABORTED', ...why });
  });

  it('takes heartbeats, successes and failures by token', async () => {
    const { executionArn, taskToken } = await waiting();
    await client.send(new SendTaskHeartbeatCommand({ taskToken }));
    await client.send(new SendTaskSuccessCommand({ taskToken, output: '{"b":2}' }));
    await settle();
    const described = await client.send(new DescribeExecutionCommand({ executionArn }));
    expect(described).toMatchObject({ status: 'SUCCEEDED', output: '{"b":2}' });

    const other = await waiting();
    const failure = { error: 'ENGINE_FAILED', cause: 'code' };
    await client.send(new SendTaskFailureCommand({ taskToken: other.taskToken, ...failure }));
    await settle();
    const { executionArn: failed } = other;
    const describedFailure = await client.send(
      new DescribeExecutionCommand({ executionArn: failed }),
    );
    expect(describedFailure).toMatchObject({ status: 'FAILED', ...failure });
  });

  it('pages through a history in either direction', async () => {
    const { executionArn } = await client.send(
      new StartExecutionCommand({ stateMachineArn: ends }),
    );
    await settle();
    const pages: (string | undefined)[][] = [];
    const command = { executionArn, maxResults: 4 };
    for await (const { events = [] } of paginateGetExecutionHistory({ client }, command)) {
      pages.push(events.map(({ type }) => type));
      expect(events[0]?.timestamp).toEqual(new Date(clock.now()));
    }
    expect(pages).toEqual([
      ['ExecutionStarted', 'PassStateEntered', 'PassStateExited', 'SucceedStateEntered'],
      ['SucceedStateExited', 'ExecutionSucceeded'],
    ]);
    const reverse = { executionArn, reverseOrder: true };
    const { events } = await client.send(new GetExecutionHistoryCommand(reverse));
    expect(events?.map(({ id }) => id)).toEqual([6, 5, 4, 3, 2, 1]);
    expect(events?.[0]?.executionSucceededEventDetails?.output).toBe('{}');
  });

  it('lists executions by status, the newest first, page by page', async () => {
    const { executionArn } = await waiting();
    const second = await waiting();
    const filter = { stateMachineArn: waits, statusFilter: 'RUNNING' as const };
    const arns: (string | undefined)[] = [];
    for await (const page of paginateListExecutions({ client, pageSize: 1 }, filter)) {
      arns.push(...(page.executions ?? []).map((item) => item.executionArn));
    }
    expect(arns).toEqual([second.executionArn, executionArn]);
  });
});

describe('the Step Functions API refuses, under the names its client knows,', () => {
  const executionArn = 'arn:aws:states:eu-west-1:000000000000:execution:none:none';

  it.each([
    [
      'an unknown execution',
      new DescribeExecutionCommand({ executionArn }),
      'ExecutionDoesNotExist',
    ],
    [
      'an unknown machine',
      new StartExecutionCommand({ stateMachineArn: 'arn:none' }),
      'StateMachineDoesNotExist',
    ],
    [
      'a bad name',
      new StartExecutionCommand({ stateMachineArn: ends, name: 'a b' }),
      'InvalidName',
    ],
    [
      'a bad input',
      new StartExecutionCommand({ stateMachineArn: ends, input: '{' }),
      'InvalidExecutionInput',
    ],
    ['a bad token', new SendTaskHeartbeatCommand({ taskToken: 'none' }), 'InvalidToken'],
    [
      'an unknown token',
      new SendTaskHeartbeatCommand({ taskToken: 'A'.repeat(64) }),
      'TaskDoesNotExist',
    ],
    [
      'a bad page',
      new ListExecutionsCommand({ stateMachineArn: ends, nextToken: 'x' }),
      'InvalidToken',
    ],
    [
      'a field it does not know',
      new ListExecutionsCommand({ stateMachineArn: ends, mapRunArn: 'x' }),
      'ValidationException',
    ],
  ])('%s', async (_text, command, name) => {
    // The union of commands has no common overload of send.
    await expect(client.send(command as DescribeExecutionCommand)).rejects.toMatchObject({ name });
  });

  it('a token that is answered', async () => {
    const { taskToken } = await waiting();
    const answer = () => client.send(new SendTaskSuccessCommand({ taskToken, output: '{}' }));
    await answer();
    await expect(answer()).rejects.toMatchObject({ name: 'TaskTimedOut' });
  });

  it('an answer that is no JSON, and a name that is taken', async () => {
    const { taskToken } = await waiting();
    const answer = client.send(new SendTaskSuccessCommand({ taskToken, output: '{' }));
    await expect(answer).rejects.toMatchObject({ name: 'InvalidOutput' });
    const begin = (input: string) =>
      client.send(new StartExecutionCommand({ stateMachineArn: ends, name: 'taken', input }));
    await begin('1');
    await expect(begin('2')).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' });
  });
});
