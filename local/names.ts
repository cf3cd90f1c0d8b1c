/** What the local system calls its resources; the cloud's names are the deployment's own. */
export const REGION = 'us-east-1';
export const ACCOUNT = '000000000000';
export const BUCKET = 'sada-recordings';
export const TABLE = 'sada-calls';
export const EVENT_BUS = 'sada';
export const DEFAULT_BUS = 'default';
export const JOB_QUEUE = 'sada-jobs';
export const DEAD_JOB_QUEUE = 'sada-jobs-dead';
export const MODEL_ENDPOINT = 'sada-jais';
export const MODEL_COMPONENT = 'sada-jais-local';
export const STATE_MACHINE = 'sada-process-call';
