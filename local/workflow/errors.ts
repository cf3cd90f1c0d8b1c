/** A state machine that is refused before it runs; says where, as the definition itself names it. */
export class DefinitionError extends Error {
  override readonly name = 'DefinitionError';
  /** Null where the fault lies outside every state. */
  readonly state: string | null;
  /** For example `Retry[0]/BackoffRate`. */
  readonly field: string;

  constructor(state: string | null, field: string, problem: string) {
    super(`${state === null ? 'state machine' : `state '${state}'`}, field '${field}': ${problem}`);
    this.state = state;
    this.field = field;
  }
}

/** A refused call; its name is the error code that the service's own clients know. */
export class ApiError extends Error {
  constructor(code: string, message: string) {
    super(message);
    this.name = code;
  }
}

/** Thrown through a run whose execution has been ended from outside; nobody reports it. */
export class ExecutionEnded extends Error {
  override readonly name = 'ExecutionEnded';
}
