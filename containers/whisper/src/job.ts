import { join } from 'node:path';
import type { S3Reference } from '../../../core/call.ts';
import { rawTranscriptKey } from '../../../core/contract.ts';
import type { TranscriptionJob } from '../../../core/job.ts';
import type { RawTranscript } from '../../../core/transcript.ts';
import { ownProgress, requireLanguage } from './engines/engine.ts';
import { RecordingRejected } from './errors.ts';
import type { Log } from './log.ts';
import type { Recordings } from './ports.ts';
import { withScratchFolder } from './scratch.ts';
import { stopwatch } from './stopwatch.ts';
import { transcribe, type Transcriber } from './transcribe.ts';

/** What a job is done with. */
export interface JobParts {
  recordings: Recordings;
  transcriber: Transcriber;
  log: Log;
}

/**
 * Does one job: finds its result if it was done before, else hears the recording and stores it.
 * @throws RecordingRejected, TranscriptionFailed, the signal's reason, or what a service in
 * trouble throws
 */
export async function doJob(
  job: TranscriptionJob,
  signal: AbortSignal,
  parts: JobParts,
): Promise<S3Reference> {
  const { recordings, transcriber } = parts;
  const resultKey = rawTranscriptKey({ ...job, engine: transcriber.engine.name });
  const done = await recordings.findResult(resultKey);
  if (done !== undefined) return done;
  requireLanguage(transcriber.engine, job.hints.language);
  if (!(await recordings.exists(job))) throw new RecordingRejected('GONE');
  const transcript = await withScratchFolder((folder) => heard(job, folder, signal, parts));
  return recordings.storeResult(resultKey, JSON.stringify(transcript));
}

async function heard(
  job: TranscriptionJob,
  folder: string,
  signal: AbortSignal,
  { recordings, transcriber, log }: JobParts,
): Promise<RawTranscript> {
  const stages = stopwatch(transcriber.clock);
  const file = join(folder, 'recording');
  try {
    await stages.time('downloadSeconds', () => recordings.download(job, file, signal));
    return await transcribe(
      { ...job, file, folder, signal, stages, progress: ownProgress() },
      transcriber,
    );
  } finally {
    log.info('stages', stages.seconds);
  }
}
