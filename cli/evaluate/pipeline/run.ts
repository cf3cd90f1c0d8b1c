import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Transcript } from '../../../core/transcript.ts';
import { DEFAULT_SETTINGS_FOLDER, loadSettings } from '../../../environments/settings.ts';
import { PROJECT_ROOT } from '../../../local/project.ts';
import { EXIT } from '../../exit-codes.ts';
import { recordingsIn } from '../../process/inputs.ts';
import { listenForInterrupt } from '../../process/interrupt.ts';
import { processRecordings, type Surroundings } from '../../process/process-recordings.ts';
import { Progress } from '../../process/progress.ts';
import { targetSystem } from '../../process/system.ts';
import type { StartOptions } from '../../start-system.ts';
import { StoredCalls } from '../../stored-calls.ts';
import { show, withGates, type EvaluateOptions, type Showing } from '../run.ts';
import { reportFolder } from '../write/folder.ts';
import { ERROR_COLUMNS, PipelineScore } from './score.ts';
import { answerRow, goldRow } from './rows.ts';
import { knownRecordings, type KnownRecording } from './truth.ts';

export interface PipelineOptions
  extends Showing, Pick<EvaluateOptions, 'bootstrap' | 'map' | 'settings'> {
  /** Where the local system works; null for a folder that goes afterwards, so that nothing is reused. */
  readonly stateDirectory: string | null;
}

const MOST_MINUTES = 120;

/**
 * Runs `sada evaluate pipeline`: recordings through the local system, from audio to labels.
 * @returns the exit code
 */
export async function runPipeline(
  paths: readonly string[],
  options: PipelineOptions,
): Promise<number> {
  const files = await recordingsIn(paths.length > 0 ? paths : [join(PROJECT_ROOT, 'samples')]);
  const recordings = await knownRecordings(files);
  const own = options.stateDirectory ?? (await mkdtemp(join(tmpdir(), 'sada-evaluate-')));
  try {
    const { taxonomy } = loadSettings(options.settings ?? DEFAULT_SETTINGS_FOLDER);
    const topics = taxonomy.topics.map(({ id }) => id);
    const score = new PipelineScore(options.map, topics);
    const finished = await processed(
      recordings,
      { stateDirectory: own, settings: options.settings },
      score,
    );
    if (!finished) return EXIT.interrupted;
    score.skipped = files.length - recordings.length;
    const report = withGates(score.report(options.bootstrap), options.limits);
    await writeReport(score, report, options.out);
    return show(report, options);
  } finally {
    if (options.stateDirectory === null) await rm(own, { recursive: true, force: true });
  }
}

/** @returns whether all were waited for */
async function processed(
  recordings: readonly KnownRecording[],
  where: Pick<StartOptions, 'stateDirectory' | 'settings'>,
  score: PipelineScore,
): Promise<boolean> {
  const progress = new Progress(process.stderr, recordings.length);
  const system = await targetSystem({ ...where, maxMinutes: MOST_MINUTES }, progress);
  const { signal, forget } = listenForInterrupt();
  signal.addEventListener('abort', system.interrupt);
  try {
    const stored = new StoredCalls(system.endpoints);
    await addAll(recordings, score, { system, stored, progress, signal });
    progress.end();
    return !signal.aborted;
  } finally {
    forget();
    await system.close();
  }
}

async function addAll(
  recordings: readonly KnownRecording[],
  score: PipelineScore,
  around: Surroundings,
): Promise<void> {
  const files = recordings.map(({ file }) => file);
  const calls = processRecordings(files, {}, around);
  for (const [at, recording] of recordings.entries()) {
    const record = (await calls[at]) ?? null;
    const transcript = record?.transcript
      ? Transcript.parse(JSON.parse(await around.stored.text(record.transcript)))
      : null;
    const id = basename(recording.file);
    score.add({ ...goldRow(recording), id }, answerRow(id, record, transcript));
    if (record !== null) score.heardBy(record);
  }
}

async function writeReport(
  score: PipelineScore,
  report: ReturnType<PipelineScore['report']>,
  out: string | null,
): Promise<void> {
  if (out === null) return;
  const folder = await reportFolder(out, ERROR_COLUMNS);
  for (const line of score.errors) await folder.error(line);
  await folder.finish(report);
}
