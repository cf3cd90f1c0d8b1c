import { join } from 'node:path';
import type { S3Reference } from '../../../core/call.ts';
import type { TranscriptionJob } from '../../../core/job.ts';
import { openCheckpoint } from './checkpoint/checkpoint.ts';
import { requireLanguage } from './engines/engine.ts';
import { CallNoLongerWaits, RecordingRejected } from './errors.ts';
import type { Log } from './log.ts';
import type { JobMetrics } from './metrics.ts';
import type { Recordings, WorkArea } from './ports.ts';
import { resultsFor, type Results } from './results.ts';
import { withScratchFolder } from './scratch.ts';
import { stopwatch, type Stopwatch } from './stopwatch.ts';
import { transcribe, type Transcriber } from './transcribe.ts';

/** What a job is done with. */
export interface JobParts {
  recordings: Recordings;
  work: WorkArea;
  transcriber: Transcriber;
  log: Log;
  metrics: JobMetrics;
}

/** A job, what was made of its recording before, and where this attempt may work. */
interface Attempt {
  job: TranscriptionJob;
  results: Results;
  folder: string;
  signal: AbortSignal;
}

/**
 * Does one job: finds its result if it was done before, else hears the recording and stores it.
 * Stopped midway on purpose it leaves a checkpoint, from which the next worker goes on.
 * @throws RecordingRejected, TranscriptionFailed, the signal's reason, or what a service in
 * trouble throws
 */
export async function doJob(
  job: TranscriptionJob,
  signal: AbortSignal,
  parts: JobParts,
): Promise<S3Reference> {
  const { engine } = parts.transcriber;
  requireLanguage(engine, job.hints.language);
  const results = await resultsFor(job, parts.transcriber, parts);
  const done = await results.own();
  if (done !== undefined) return done;
  if (!(await parts.recordings.exists(job))) throw new RecordingRejected('GONE');
  return withScratchFolder((folder) => result({ job, results, folder, signal }, parts));
}

async function result(attempt: Attempt, parts: JobParts): Promise<S3Reference> {
  const { job, results, folder, signal } = attempt;
  const file = join(folder, 'recording');
  const stages = stopwatch(parts.transcriber.clock);
  try {
    const download = () => parts.recordings.download(job, file, signal);
    const sha256 = await stages.time('downloadSeconds', download);
    const known = await results.ofSameSound(sha256);
    if (known !== undefined) return await results.store(sha256, known);
    return await heard({ ...attempt, file, sha256, stages }, parts);
  } finally {
    parts.log.info('stages', stages.seconds);
  }
}

interface Hearing extends Attempt {
  file: string;
  sha256: string;
  stages: Stopwatch;
}

async function heard(
  { job, results, sha256, ...hearing }: Hearing,
  { transcriber, metrics, ...parts }: JobParts,
): Promise<S3Reference> {
  const { clock } = transcriber;
  const checkpoint = await openCheckpoint(results.checkpointKey(sha256), { ...parts, clock });
  try {
    const transcript = await transcribe({ ...job, ...hearing, progress: checkpoint }, transcriber);
    const stored = await results.store(sha256, transcript);
    await checkpoint.discard();
    metrics({ transcript, stages: hearing.stages.seconds, parts: checkpoint.finished });
    return stored;
  } catch (error) {
    if (mayBeTriedAgain(error, hearing.signal)) await checkpoint.save();
    throw error;
  }
}

function mayBeTriedAgain(error: unknown, signal: AbortSignal): boolean {
  return !(error instanceof RecordingRejected || signal.reason instanceof CallNoLongerWaits);
}
