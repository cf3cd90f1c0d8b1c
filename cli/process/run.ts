import { Transcript } from '../../core/transcript.ts';
import { EXIT } from '../exit-codes.ts';
import type { StartOptions } from '../start-system.ts';
import { StoredCalls } from '../stored-calls.ts';
import { recordingsIn } from './inputs.ts';
import { listenForInterrupt } from './interrupt.ts';
import { jsonReporter, tableReporter, writeFiles } from './output.ts';
import { processRecordings, type Surroundings } from './process-recordings.ts';
import { Progress } from './progress.ts';
import { callResult, type CallResult } from './result.ts';
import { targetSystem } from './system.ts';

export interface ProcessOptions extends StartOptions {
  json: boolean;
  /** Where to write transcripts and analyses, or null. */
  out: string | null;
  /** S3 user metadata of every recording. */
  metadata: Readonly<Record<string, string>>;
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
  const progress = new Progress(process.stderr, files.length);
  const system = await targetSystem(options, progress);
  const { signal, forget } = listenForInterrupt();
  signal.addEventListener('abort', system.interrupt);
  try {
    const stored = new StoredCalls(system.endpoints);
    const results = await collect(files, options, { system, stored, progress, signal });
    if (signal.aborted) return EXIT.interrupted;
    const analysed = results.filter(({ status }) => status === 'ANALYSED');
    return analysed.length === files.length ? EXIT.ok : EXIT.failed;
  } finally {
    forget();
    await system.close();
  }
}

async function collect(
  files: readonly string[],
  { json, out, metadata }: ProcessOptions,
  around: Surroundings,
): Promise<CallResult[]> {
  const { stored, progress } = around;
  const reporter = json ? jsonReporter : tableReporter;
  const results: CallResult[] = [];
  const calls = processRecordings(files, metadata, around);
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
  progress.end();
  reporter.end(results);
  return results;
}
