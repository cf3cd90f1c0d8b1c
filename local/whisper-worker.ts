import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../core/clock.ts';
import { ENV } from '../core/contract.ts';
import { childEnvironment, type Endpoints } from './child-environment.ts';
import { BUCKET } from './names.ts';
import { PROJECT_ROOT } from './project.ts';
import type { StateDirectory } from './state-directory.ts';
import { transcriptionEnvironment, type Transcription } from './transcription.ts';
import { Worker } from './worker.ts';

/** The container's program, by its path: nothing here imports it. */
const PROGRAM = join(PROJECT_ROOT, 'containers', 'whisper', 'src', 'main.ts');

/** Ends the worker, and the programs that it runs, with this process. */
const ENDS_WITH_PARENT = new URL('ends-with-parent.mjs', import.meta.url).href;

export interface WhisperWorkerOptions {
  endpoints: Endpoints;
  jobQueueUrl: string;
  /** Longest recording that is decoded, in seconds. */
  maxDurationSeconds: number;
  transcription: Transcription;
  /** Recordings at a time. */
  concurrency: number;
  clock: Clock;
}

/** Starts the transcription worker as the container's image would run it. */
export async function startWhisperWorker(
  state: StateDirectory,
  {
    endpoints,
    jobQueueUrl,
    maxDurationSeconds,
    transcription,
    concurrency,
    clock,
  }: WhisperWorkerOptions,
): Promise<Worker> {
  const env = childEnvironment(endpoints, {
    TMPDIR: await emptyScratch(state),
    [ENV.bucket]: BUCKET,
    [ENV.jobQueueUrl]: jobQueueUrl,
    ...transcriptionEnvironment(transcription),
    [ENV.maxDurationSeconds]: String(maxDurationSeconds),
    [ENV.workerConcurrency]: String(concurrency),
  });
  const program = {
    command: process.execPath,
    args: ['--import', ENDS_WITH_PARENT, '--import', import.meta.resolve('tsx/esm'), PROGRAM],
    env,
    ipc: true,
    logFile: join(await state.folder('logs'), 'whisper.log'),
  };
  const worker = new Worker(program, clock);
  await worker.start();
  return worker;
}

/** A folder for decoded sound; what a killed worker left in it goes. */
async function emptyScratch(state: StateDirectory): Promise<string> {
  await rm(join(state.path, 'scratch'), { recursive: true, force: true });
  return state.folder('scratch');
}
