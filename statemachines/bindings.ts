/** The functions that the state machine invokes, by the placeholder of their ARN or name. */
export const FUNCTION_BINDINGS = {
  AdmitRecording: 'admit-recording',
  RefineTranscript: 'refine-transcript',
  AnalyseCall: 'analyse-call',
  CloseCall: 'close-call',
} as const;

/** The functions that other services invoke: a rule on execution status, the dead-letter queue. */
export const SERVICE_FUNCTIONS = ['sweep-execution', 'fail-abandoned-job'] as const;

/** A file of `lambdas/`, without its extension. */
export type FunctionName =
  (typeof FUNCTION_BINDINGS)[keyof typeof FUNCTION_BINDINGS] | (typeof SERVICE_FUNCTIONS)[number];

export const FUNCTION_NAMES: readonly FunctionName[] = [
  ...Object.values(FUNCTION_BINDINGS),
  ...SERVICE_FUNCTIONS,
];

/** What every home of the state machine must put in place of its `${Placeholders}`. */
export type ProcessCallBindings = Record<
  keyof typeof FUNCTION_BINDINGS | 'JobQueueUrl' | 'EventBus',
  string
>;

/** The definition, relative to the project's root. */
export const PROCESS_CALL_DEFINITION = 'statemachines/process-call.asl.json';
