import { ENV } from '../core/contract.ts';
import { BUCKET, EVENT_BUS, TABLE } from './names.ts';
import { DEMO_ENGINE } from './whisper-worker.ts';

/** What handlers are told beside the endpoints; the same variables as in the cloud. */
export const handlerEnvironment = (maxDurationSeconds: number): Record<string, string> => ({
  [ENV.bucket]: BUCKET,
  [ENV.table]: TABLE,
  [ENV.bus]: EVENT_BUS,
  [ENV.transcriptionEngine]: DEMO_ENGINE,
  [ENV.analysisEngine]: 'baseline',
  [ENV.maxDurationSeconds]: String(maxDurationSeconds),
});
