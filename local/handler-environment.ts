import { ENV } from '../core/contract.ts';
import { BUCKET, EVENT_BUS, TABLE } from './names.ts';
import { DEMO_TRANSCRIPTION, type Transcription } from './transcription.ts';

/** What handlers are told beside the endpoints; the same variables as in the cloud. */
export const handlerEnvironment = (
  maxDurationSeconds: number,
  settingsFile: string,
  { engine }: Transcription = DEMO_TRANSCRIPTION,
): Record<string, string> => ({
  [ENV.bucket]: BUCKET,
  [ENV.table]: TABLE,
  [ENV.bus]: EVENT_BUS,
  [ENV.transcriptionEngine]: engine,
  [ENV.analysisEngine]: 'baseline',
  [ENV.settings]: settingsFile,
  [ENV.maxDurationSeconds]: String(maxDurationSeconds),
});
