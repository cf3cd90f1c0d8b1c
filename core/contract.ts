/**
 * Every name that crosses a boundary, written once: between handlers and the state machine, the
 * worker and the queue, the product and those who consume its events. Imports nothing, so that
 * infrastructure, handlers, containers and the local system can all read it.
 */

/** Why a recording was refused. Final: the recording is at fault and a retry would end the same. */
export const REJECTION_CODES = [
  'EMPTY',
  'NOT_AUDIO',
  'TRUNCATED',
  'TOO_LONG',
  'TOO_MANY_CHANNELS',
  'NO_SPEECH',
  'GONE',
] as const;
export type RejectionCode = (typeof REJECTION_CODES)[number];

/** Why a call failed. Ours: the recording can be submitted again. */
export const FAILURE_CODES = [
  'ENGINE_UNAVAILABLE',
  'ENGINE_FAILED',
  'ANALYSIS_FAILED',
  'TIMED_OUT',
  'ABORTED',
  'INTERNAL',
] as const;
export type FailureCode = (typeof FAILURE_CODES)[number];

/** What people read beside a code; never holds anything of the recording itself. */
export const MESSAGES: Readonly<Record<RejectionCode | FailureCode, string>> = {
  EMPTY: 'The recording holds no audio.',
  NOT_AUDIO: 'The file is not a recording in a format that can be read.',
  TRUNCATED: 'The recording ends before the length that its header states.',
  TOO_LONG: 'The recording is longer than this environment allows.',
  TOO_MANY_CHANNELS: 'The recording has more than two channels.',
  NO_SPEECH: 'No speech was found in the recording.',
  GONE: 'The recording was deleted before it could be read.',
  ENGINE_UNAVAILABLE:
    'No engine here can transcribe this call. Arabic needs a Whisper model: the demo recogniser knows English only.',
  ENGINE_FAILED: 'The transcription engine failed on this recording.',
  ANALYSIS_FAILED: 'The analysis failed; the transcript is kept.',
  TIMED_OUT: 'The call was not finished in the time allowed.',
  ABORTED: 'Processing was stopped before the call was finished.',
  INTERNAL: 'A part of the system failed on this call.',
};

/** Names of errors that handlers throw and the state machine tells apart. */
export const ERROR = {
  /** Another execution or a newer revision owns the call: stop without an event. */
  superseded: 'CallSuperseded',
  /** The analysis engine could not give a valid analysis. */
  analysisFailed: 'ANALYSIS_FAILED',
  /** The language model is at zero copies or starting: minutes. */
  modelHasNoCapacity: 'ModelHasNoCapacity',
  /** The language model cannot take more work now: seconds. */
  modelBusy: 'ModelBusy',
  /** What an execution fails with once its failure is recorded and announced. */
  failedAndAnnounced: 'CallFailed',
} as const;

/** The stages of the state machine that can fail, as close-call is told them. */
export const STAGES = ['admit', 'transcribe', 'refine', 'analyse'] as const;
export type Stage = (typeof STAGES)[number];

export const EVENT_SOURCE = 'sada.calls';
export const EVENT_TYPE = {
  analysed: 'Call Analysed',
  rejected: 'Call Rejected',
  failed: 'Call Failed',
} as const;

/** Where the product's own metrics are found in CloudWatch. */
export const METRICS_NAMESPACE = 'Sada';

/** Environment variables of handlers and containers. */
export const ENV = {
  bucket: 'SADA_BUCKET',
  table: 'SADA_TABLE',
  bus: 'SADA_BUS',
  jobQueueUrl: 'SADA_JOB_QUEUE_URL',
  transcriptionEngine: 'SADA_TRANSCRIPTION_ENGINE',
  analysisEngine: 'SADA_ANALYSIS_ENGINE',
  /** Path of the file that says what the environment decides about the analysis. */
  settings: 'SADA_SETTINGS',
  /** The SageMaker endpoint that the language model is behind, and the component that it is there. */
  modelEndpoint: 'SADA_MODEL_ENDPOINT',
  modelComponent: 'SADA_MODEL_COMPONENT',
  maxDurationSeconds: 'SADA_MAX_DURATION_SECONDS',
  fileNamePattern: 'SADA_FILE_NAME_PATTERN',
  workerConcurrency: 'SADA_WORKER_CONCURRENCY',
  /** Minutes without a job after which a worker ends itself. */
  idleMinutes: 'SADA_IDLE_MINUTES',
  noiseReduction: 'SADA_NOISE_REDUCTION',
  /** Path of the whisper-server program, and of the ggml model that it loads. */
  whisperServer: 'SADA_WHISPER_SERVER',
  whisperModel: 'SADA_WHISPER_MODEL',
  /** How many servers hold the model at once, and threads of each. */
  whisperEngines: 'SADA_WHISPER_ENGINES',
  whisperThreads: 'SADA_WHISPER_THREADS',
  /** Path of the language model's GGUF file; left out: the one in SageMaker's /opt/ml/model. */
  languageModel: 'SADA_LANGUAGE_MODEL',
  /** Prompts that the language model's server decodes at a time, tokens of each, and its threads. */
  modelSequences: 'SADA_MODEL_SEQUENCES',
  modelContextTokens: 'SADA_MODEL_CONTEXT_TOKENS',
  modelThreads: 'SADA_MODEL_THREADS',
  /** `required`: an engine that finds no GPU refuses to start. */
  gpu: 'SADA_GPU',
} as const;

/** The settings of an environment, merged and checked, as they lie beside a handler's bundle. */
export const SETTINGS_FILE = 'settings.json';

/** S3 user metadata that a recorder may set on a recording (`x-amz-meta-` is S3's own prefix). */
export const METADATA = {
  agentId: 'agent-id',
  customerId: 'customer-id',
  queue: 'queue',
  language: 'language',
  startedAt: 'started-at',
  agentChannel: 'agent-channel',
} as const;

/** Where recordings are dropped; what lies elsewhere in the bucket starts nothing. */
export const RECORDINGS_PREFIX = 'recordings/';

/** The table's keys: one item a call today, room for its other items beside it. */
export const TABLE_KEYS = { partition: 'pk', sort: 'sk' } as const;
export const callRecordKey = (callId: string): { pk: string; sk: string } => ({
  pk: `CALL#${callId}`,
  sk: 'CALL',
});

/** One result an engine: a better engine never finds the work of a lesser one. */
interface ResultOf {
  callId: string;
  revision: string;
  engine: string;
}

/** What a worker's result depends on beside the recording; `variant`: parameters, weights, hints. */
interface WorkOf {
  callId: string;
  engine: string;
  variant: string;
}

/** All that workers keep of a call under `work/`; encrypted with its own key, gone within a day. */
export const workPrefix = ({ callId, engine, variant }: WorkOf): string =>
  `work/${callId}/${engine}-${variant}/`;

/**
 * What a worker heard. By content, so that the same recording under another version is not heard
 * again; by revision, so that each execution erases its own copy alone.
 */
export const rawTranscriptKey = (
  of: WorkOf & { contentSha256: string; revision: string },
): string => `${workPrefix(of)}${of.contentSha256}/${of.revision}.json`;

/** The finished parts of a recording that is being heard. */
export const checkpointKey = (of: WorkOf & { contentSha256: string }): string =>
  `${workPrefix(of)}${of.contentSha256}.checkpoint.json`;

/** The redacted transcript. */
export const transcriptKey = ({ callId, revision, engine }: ResultOf): string =>
  `transcripts/${callId}/${revision}/${engine}.json`;

/** `variant`: prompts, settings and model; another one asks again. */
export interface AnalysisOf extends ResultOf {
  variant: string;
}

/** The analysis; `engine` is the transcript's and the analyser's, as both decide what it says. */
export const analysisKey = ({ callId, revision, engine, variant }: AnalysisOf): string =>
  `analyses/${callId}/${revision}/${engine}-${variant}.json`;

/** What a model has answered of an analysis that is not done. */
export const answeredKey = ({ callId, revision, engine, variant }: AnalysisOf): string =>
  `analyses/${callId}/${revision}/${engine}-${variant}.answered.json`;
