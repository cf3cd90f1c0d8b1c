import type { Outcome } from './checkpoint.ts';
import type { Execution, ExecutionStatus } from './execution.ts';
import type { Ending } from './history.ts';
import { PAYLOAD_LIMIT } from './json.ts';

/** Whether a text is in the event; what is too long has to be read with DescribeExecution. */
interface DataDetails {
  included: boolean;
}

/**
 * The detail of an EventBridge event `Step Functions Execution Status Change` of source
 * `aws.states`. Dates are milliseconds since the epoch.
 * https://docs.aws.amazon.com/step-functions/latest/dg/eventbridge-integration.html
 */
export interface StatusChange {
  executionArn: string;
  stateMachineArn: string;
  name: string;
  status: ExecutionStatus;
  startDate: number;
  stopDate: number | null;
  input: string | null;
  inputDetails: DataDetails;
  output: string | null;
  outputDetails: DataDetails | null;
  stateMachineVersionArn: null;
  stateMachineAliasArn: null;
  redriveCount: 0;
  redriveDate: null;
  redriveStatus: 'NOT_REDRIVABLE';
  redriveStatusReason: string;
  error: string | null;
  cause: string | null;
}

/** Input and output together, less 8 KiB for the rest of the event. */
const DATA_LIMIT = PAYLOAD_LIMIT - 8 * 1024;

export function statusChange(execution: Execution): StatusChange {
  const { arn, machine, name, status, startDate, stopDate = null, outcome } = execution;
  const output = outcome?.status === 'SUCCEEDED' ? outcome.output : null;
  const { error = null, cause = null } = endingOf(outcome);
  const included = Buffer.byteLength(execution.input + (output ?? '')) <= DATA_LIMIT;
  return {
    executionArn: arn,
    stateMachineArn: machine.arn,
    name,
    status,
    startDate,
    stopDate,
    input: included ? execution.input : null,
    inputDetails: { included },
    output: included ? output : null,
    outputDetails: output === null ? null : { included },
    stateMachineVersionArn: null,
    stateMachineAliasArn: null,
    redriveCount: 0,
    redriveDate: null,
    redriveStatus: 'NOT_REDRIVABLE',
    redriveStatusReason: 'Executions cannot be redriven here',
    error,
    cause,
  };
}

function endingOf(outcome: Outcome | undefined): Ending {
  return outcome === undefined || outcome.status === 'SUCCEEDED' ? {} : outcome;
}
