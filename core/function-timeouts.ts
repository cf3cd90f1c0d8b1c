/** Seconds that most handlers may take; what takes longer is tried again by the state machine. */
const TIMEOUT_SECONDS = 60;

/** Three requests to the language model, each of which may take 70 s, less than the state's 300 s. */
const TIMEOUT_OF_ANALYSIS_SECONDS = 240;

/** How long a handler may take, in the cloud and on one machine alike. */
export const timeoutSecondsOf = (handler: string): number =>
  handler === 'analyse-call' ? TIMEOUT_OF_ANALYSIS_SECONDS : TIMEOUT_SECONDS;
