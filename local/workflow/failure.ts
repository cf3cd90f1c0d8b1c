/** The error names that the language itself reports. */
export const STATES_ERROR = {
  all: 'States.ALL',
  dataLimitExceeded: 'States.DataLimitExceeded',
  heartbeatTimeout: 'States.HeartbeatTimeout',
  noChoiceMatched: 'States.NoChoiceMatched',
  queryEvaluation: 'States.QueryEvaluationError',
  runtime: 'States.Runtime',
  taskFailed: 'States.TaskFailed',
  timeout: 'States.Timeout',
} as const;

/** What a failed state hands to its Catch as `$states.errorOutput`. */
export interface ErrorOutput {
  Error: string;
  Cause: string;
}

/** A state that failed, under the error name that Retry and Catch compare. */
export class StateFailure extends Error {
  override readonly name = 'StateFailure';
  readonly output: ErrorOutput;
  /** The field whose expression failed, for example `Output/total`. */
  readonly location: string | undefined;
  readonly missedHeartbeat: boolean;

  constructor(
    error: string,
    cause = '',
    { location, missedHeartbeat = false }: { location?: string; missedHeartbeat?: boolean } = {},
  ) {
    super(`${error}: ${cause}`);
    this.output = { Error: error, Cause: cause };
    this.location = location;
    this.missedHeartbeat = missedHeartbeat;
  }
}

/**
 * Whether a Retry or Catch entry takes a failure.
 *
 * A missed heartbeat is reported as `States.Timeout` (recorded on AWS in April 2024) and may be
 * named either way. `States.DataLimitExceeded` is caught by its own name alone, `States.Runtime` by
 * nothing. https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html
 */
export function matches(errorEquals: readonly string[], failure: StateFailure): boolean {
  const error = failure.output.Error;
  if (error === STATES_ERROR.runtime) return false;
  if (errorEquals.includes(error)) return true;
  if (error === STATES_ERROR.dataLimitExceeded) return false;
  if (failure.missedHeartbeat && errorEquals.includes(STATES_ERROR.heartbeatTimeout)) return true;
  if (error !== STATES_ERROR.timeout && errorEquals.includes(STATES_ERROR.taskFailed)) return true;
  return errorEquals.includes(STATES_ERROR.all);
}

/** What an integration threw, as the failure of its task: the name is the Error, the message the Cause. */
export function taskFailure(thrown: unknown): StateFailure {
  if (thrown instanceof StateFailure) return thrown;
  if (thrown instanceof Error) return new StateFailure(thrown.name, thrown.message);
  return new StateFailure('Error', 'the integration threw something that is no Error');
}
