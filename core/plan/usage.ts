/**
 * What one call of the happy way uses. Counts that other files settle are held to them by a test;
 * durations and sizes are estimates on the high side.
 */
export const CALL_USAGE = {
  /** Seven states and the start of `statemachines/process-call.asl.json`. */
  stateTransitions: 8,
  lambdaRequests: 3,
  /** Seconds of admission and refinement, and of the analysis besides its wait for the model. */
  lambdaSeconds: 3,
  /** The recording itself, a checkpoint, raw transcript, transcript, analysis. */
  s3Puts: 5,
  /** Heads and ranges of the recording, the recording, and what later stages read. */
  s3Gets: 10,
  /** Three replacements of a record of up to 2 KB. */
  dynamodbWrites: 6,
  /** Three consistent reads of one. */
  dynamodbReads: 3,
  /** Sent, received, kept invisible twice, deleted. */
  sqsRequests: 5,
  /** The object's, and the one that announces the result. */
  events: 2,
  /** Bucket keys and cached data keys make it fewer. */
  keyRequests: 12,
  logGb: 8e-6,
  /** Transcript, analysis and record. */
  resultGb: 60e-6,
  /** What endpoints carry of a call: messages and logs; recordings go by S3's free gateway. */
  endpointGb: 20e-6,
  /** A result that is read from outside AWS, once. */
  transferOutGb: 60e-6,
} as const;

/** GB of memory of a handler: `infra/constructs/handler.ts`. */
export const HANDLER_GB = 0.5;

/** GB of a minute as recorders keep it: G.711, 8 kHz, both sides. */
export const RECORDING_GB_PER_MINUTE = (2 * 8000 * 60) / 1e9;

/** What is there whether calls come or not. */
export const STANDING = {
  /** One for data, one for raw transcripts. */
  keys: 2,
  metrics: 20,
  alarms: 20,
  /** Images of the workers and of the model's server. */
  imageGb: 16,
  /** The model's files in the bucket. */
  modelGb: 4.2,
  /** Services that a private network reaches by endpoints, in each of its zones. */
  endpoints: 8,
  zones: 2,
  /** A worker's disk, while the worker is there. */
  workerDiskGb: 60,
} as const;
