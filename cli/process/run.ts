import { cpus } from 'node:os';
import { performance } from 'node:perf_hooks';
import { Transcript } from '../../core/transcript.ts';
import { TABLE } from '../../local/names.ts';
import { startLocalSystem, type LocalSystem } from '../../local/runtime.ts';
import { missingPrograms } from '../../local/system-programs.ts';
import { EXIT } from '../exit-codes.ts';
import { recordingsIn } from './inputs.ts';
import { listenForInterrupt } from './interrupt.ts';
import { jsonReporter, tableReporter, writeFiles } from './output.ts';
import { processRecordings, type Surroundings } from './process-recordings.ts';
import { Progress } from './progress.ts';
import { callResult, type CallResult } from './result.ts';
import { StoredResults } from './stored-results.ts';

export interface ProcessOptions {
  json: boolean;
  /** Where to write transcripts and analyses, or null. */
  out: string | null;
  /** S3 user metadata of every recording. */
  metadata: Readonly<Record<string, string>>;
  maxDurationSeconds: number;
  stateDirectory: string;
}

/** Something of the operating system is missing. */
class ProgramsMissing extends Error {
  override readonly name = 'ProgramsMissing';
}

/**
 * Runs `sada process`.
 * @returns the exit code
 * @throws Misuse before anything is started
 */
export async function runProcess(
  paths: readonly string[],
  options: ProcessOptions,
): Promise<number> {
  const files = await recordingsIn(paths);
  checkPrograms();
  const progress = new Progress(process.stderr, files.length);
  const system = await start(options, progress);
  const { signal, forget } = listenForInterrupt();
  signal.addEventListener('abort', () => {
    progress.say('Stopping. What is not finished ends as ABORTED and can be submitted again.');
    system.abort();
  });
  try {
    const results = await collect(files, options, { system, progress, signal });
    if (signal.aborted) return EXIT.interrupted;
    return results.every(({ status }) => status === 'ANALYSED') ? EXIT.ok : EXIT.failed;
  } finally {
    forget();
    await system.stop();
  }
}

async function start(options: ProcessOptions, progress: Progress): Promise<LocalSystem> {
  const before = performance.now();
  const system = await startLocalSystem({
    stateDirectory: options.stateDirectory,
    maxDurationSeconds: options.maxDurationSeconds,
    workerConcurrency: Math.max(1, cpus().length),
  });
  const seconds = ((performance.now() - before) / 1000).toFixed(1);
  progress.say(`Local system up in ${seconds} s, state in ${options.stateDirectory}.`);
  progress.say(
    'Transcribing with the demo recogniser (pocketsphinx): English only, made for clear speech. A Whisper model hears real calls and Arabic.',
  );
  return system;
}

async function collect(
  files: readonly string[],
  { json, out, metadata }: ProcessOptions,
  around: Omit<Surroundings, 'stored'>,
): Promise<CallResult[]> {
  const stored = new StoredResults(around.system.endpoints, TABLE);
  const reporter = json ? jsonReporter : tableReporter;
  const results: CallResult[] = [];
  const calls = processRecordings(files, metadata, { ...around, stored });
  for (const [at, file] of files.entries()) {
    const record = await calls[at];
    if (record === undefined || record === null) continue;
    const transcript = record.transcript
      ? Transcript.parse(JSON.parse(await stored.text(record.transcript)))
      : null;
    if (out !== null) await writeFiles(out, file, record, stored);
    const result = callResult(file, record, transcript);
    results.push(result);
    reporter.result(result);
  }
  around.progress.end();
  reporter.end(results);
  return results;
}

function checkPrograms(): void {
  const missing = missingPrograms(false);
  if (missing.length === 0) return;
  const names = missing.map(({ provides }) => provides).join(', ');
  throw new ProgramsMissing(`missing on this machine: ${names}; install with: npm run setup`);
}
