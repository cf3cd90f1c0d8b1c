import type { JsonValue } from './json.ts';

/** The call that one Resource string stands for. */
export type Integration = (
  args: JsonValue,
  task: {
    /** Aborts when the task is over without a result of this call. */
    signal: AbortSignal;
    /** Only for a Resource that waits for its token: the call returns once the token is sent. */
    token?: string;
  },
) => Promise<JsonValue>;
