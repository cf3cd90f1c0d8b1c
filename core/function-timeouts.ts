/** Seconds that most handlers may take; what takes longer is tried again by the state machine. */
const TIMEOUT_SECONDS = 60;

/**
 * Longer than the service gives a container for an answer (60 s; it advises 70 s), shorter than the
 * function has.
 */
export const SECONDS_OF_A_REQUEST = 70;

/** Many requests to the language model, less than the state's 300 s; the rest waits for a retry. */
const TIMEOUT_OF_ANALYSIS_SECONDS = 240;

/** How long a handler may take, in the cloud and on one machine alike. */
export const timeoutSecondsOf = (handler: string): number =>
  handler === 'analyse-call' ? TIMEOUT_OF_ANALYSIS_SECONDS : TIMEOUT_SECONDS;
