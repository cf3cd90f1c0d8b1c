import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PROJECT_ROOT } from '../../local/project.ts';
import type { RawTranscript } from '../../core/transcript.ts';
import { editDistance } from '../../core/evaluation/edit-distance.ts';
import { normalisedWords } from '../../core/evaluation/speech/words.ts';

export interface RecogniserFigures {
  sample: string;
  words: number;
  errors: number;
}

const run = promisify(execFile);
const SAMPLES_16_KHZ = [
  'refund-resolved',
  'router-follow-up',
  'contract-angry-cancellation',
  'refund-resolved-mono',
];

/** Word errors of the demo recogniser on the 16 kHz samples, by the worker's own `--once`. */
export async function hearSamples(): Promise<RecogniserFigures[]> {
  const figures: RecogniserFigures[] = [];
  for (const sample of SAMPLES_16_KHZ) figures.push(await hearSample(sample));
  return figures;
}

async function hearSample(sample: string): Promise<RecogniserFigures> {
  const stem = join(PROJECT_ROOT, 'samples', sample);
  const program = join(PROJECT_ROOT, 'containers', 'whisper', 'src', 'main.ts');
  const args = ['--import', import.meta.resolve('tsx/esm'), program, '--once', `${stem}.wav`];
  const { stdout } = await run(process.execPath, [...args, '--json'], { maxBuffer: 2 ** 24 });
  const heard = JSON.parse(stdout) as Pick<RawTranscript, 'turns'>;
  const truth = JSON.parse(await readFile(`${stem}.truth.json`, 'utf8')) as typeof heard;
  const channels = [...new Set(heard.turns.map(({ channel }) => channel))];
  const sides = channels.length === 1 ? [undefined] : channels;
  const errors = sides.map((side) => editDistance(wordsOn(truth, side), wordsOn(heard, side)));
  return {
    sample,
    words: wordsOn(truth).length,
    errors: errors.reduce((sum, count) => sum + count, 0),
  };
}

/** One channel's words, or all of them, in the order of their turns. */
function wordsOn({ turns }: Pick<RawTranscript, 'turns'>, channel?: number): string[] {
  return turns
    .filter((turn) => channel === undefined || turn.channel === channel)
    .flatMap(({ text }) => normalisedWords(text));
}
