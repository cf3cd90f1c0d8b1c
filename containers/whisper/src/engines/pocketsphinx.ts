import { readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Clock } from '../../../../core/clock.ts';
import type { TranscriptionEngine, Word } from '../../../../core/transcript.ts';
import { TranscriptionFailed } from '../errors.ts';
import { runProgram, type Limits } from '../run-program.ts';
import type { ChannelSpeech, Recognition, RecogniseOptions, SpeechEngine } from './engine.ts';
import { sha256Of } from './model-file.ts';

export const POCKETSPHINX = 'pocketsphinx-demo';

/** Where Debian's `pocketsphinx-en-us` puts the models. */
const MODELS = '/usr/share/pocketsphinx/model/en-us';
const LANGUAGE_MODEL = `${MODELS}/en-us.lm.bin`;

const SETUP_HINT = 'the model pocketsphinx-en-us is not installed; run: npm run setup';

/**
 * Narrower than the program's own defaults (30000 and no limit): a quarter less time for three
 * more wrong words in five hundred, measured on an early cut of `samples/`. Our detector has removed the silence; letting the program
 * remove it again shifts its word times.
 */
const SEARCH = ['-maxhmmpf', '3000', '-maxwpf', '5', '-remove_silence', 'no'];

/** Its unit of time: 10 ms. */
const FRAMES_PER_SECOND = 100;

/** One segment of one channel, as the control file names it. */
interface Utterance {
  id: string;
  channel: number;
  file: string;
  startFrame: number;
  endFrame: number;
}

/**
 * The demo engine: English, offline, good on clean synthetic voices and poor on real calls. One
 * process hears a whole recording, since loading the model takes as long as 10 s of speech, and
 * pocketsphinx_batch does it: on `refund-resolved.wav` 4.5 s and one wrong word, where
 * pocketsphinx_continuous takes 5.9 s and gets the first sentence of a channel wrong.
 */
export function pocketsphinx(clock: Clock): SpeechEngine {
  let description: Promise<TranscriptionEngine> | undefined;
  return {
    name: POCKETSPHINX,
    languages: ['en'],
    parameters: SEARCH.join(' '),
    description: () => (description ??= describe()),
    recognise: (channels, options) => recognise(channels, options, clock),
  };
}

async function describe(): Promise<TranscriptionEngine> {
  const modelSha256 = await sha256Of(LANGUAGE_MODEL, SETUP_HINT);
  // The program tells no version; 5prealpha is the only line that Debian has packaged since 2016.
  return { name: POCKETSPHINX, model: 'en-us', modelSha256, version: '5prealpha' };
}

async function recognise(
  channels: readonly ChannelSpeech[],
  { signal }: RecogniseOptions,
  clock: Clock,
): Promise<Recognition> {
  const utterances = utterancesOf(channels);
  const [first] = channels;
  if (first === undefined || utterances.length === 0) return { segments: [], rejected: [] };
  const folder = dirname(first.pcmFile);
  const control = join(folder, 'utterances.ctl');
  const output = join(folder, 'words.ctm');
  await writeFile(control, utterances.map(controlLine).join(''));
  const seconds = 60 + 5 * speechSeconds(utterances);
  await hear(arguments_(folder, control, output), { signal, clock, seconds });
  const words = parseWords(await readFile(output, 'utf8'), utterances);
  const segments = utterances.map(({ id, channel }) => ({
    channel,
    language: 'en' as const,
    words: words.get(id) ?? [],
  }));
  return { segments, rejected: [] };
}

function utterancesOf(channels: readonly ChannelSpeech[]): Utterance[] {
  return channels.flatMap(({ channel, pcmFile, segments }) =>
    segments.map(({ start, end }, at) => ({
      id: `${channel}-${at}`,
      channel,
      file: basename(pcmFile, '.pcm'),
      startFrame: Math.floor(start * FRAMES_PER_SECOND),
      endFrame: Math.floor(end * FRAMES_PER_SECOND),
    })),
  );
}

const controlLine = ({ file, startFrame, endFrame, id }: Utterance): string =>
  `${file} ${startFrame} ${endFrame} ${id}\n`;

const speechSeconds = (utterances: readonly Utterance[]): number =>
  utterances.reduce((sum, { startFrame, endFrame }) => sum + endFrame - startFrame, 0) /
  FRAMES_PER_SECOND;

function arguments_(folder: string, control: string, output: string): string[] {
  const models = ['-hmm', `${MODELS}/en-us`, '-dict', `${MODELS}/cmudict-en-us.dict`];
  const input = ['-adcin', 'yes', '-cepdir', folder, '-cepext', '.pcm', '-ctl', control];
  return [...models, '-lm', LANGUAGE_MODEL, ...SEARCH, ...input, '-ctm', output];
}

async function hear(args: readonly string[], limits: Limits): Promise<void> {
  // Its log repeats every word that was heard.
  const quietly = [...args, '-logfn', '/dev/null'];
  const { status } = await runProgram('pocketsphinx_batch', quietly, limits);
  if (status === 0) return;
  throw new TranscriptionFailed('ENGINE_FAILED', `pocketsphinx_batch ended with ${status}`);
}

/**
 * Words of NIST's CTM format (`id channel start duration word posterior`) by utterance, their
 * times moved from the utterance's start to the recording's. Sounds such as [NOISE] are left out.
 */
function parseWords(ctm: string, utterances: readonly Utterance[]): Map<string, Word[]> {
  const words = new Map(utterances.map(({ id }) => [id, [] as Word[]]));
  const starts = new Map(utterances.map(({ id, startFrame }) => [id, startFrame]));
  for (const line of ctm.split('\n')) {
    const [id, , start, duration, text, posterior] = line.split(' ');
    if (id === undefined || text === undefined || /^[[<+]/.test(text)) continue;
    const from = (starts.get(id) ?? 0) / FRAMES_PER_SECOND + Number(start);
    words.get(id)?.push({
      text,
      start: hundredths(from),
      end: hundredths(from + Number(duration)),
      confidence: Math.min(1, Math.max(0, Number(posterior))),
    });
  }
  return words;
}

const hundredths = (seconds: number): number => Math.round(seconds * 100) / 100;
