import { deflateSync } from 'node:zlib';
import { normalise } from '../../../../../core/text/fold.ts';
import type { HeardSegment } from './inference.ts';
import { KNOWN_PHRASES } from './known-phrases.ts';
import { DISBELIEF } from './parameters.ts';

/** Why a segment is not believed. */
export type Disbelief =
  'no-speech' | 'unlikely' | 'repetitive' | 'repeated' | 'known-phrase' | 'too-fast';

/** What was heard, and how likely it is that nobody spoke, where that is known. */
export type Doubted = HeardSegment & { noSpeechProbability: number | null };

/** Letters and digits in one spelling, one space between words. */
function plain(text: string): string {
  return normalise(text)
    .replace(/'/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const KNOWN = new Set(KNOWN_PHRASES.map(plain));

/** What one segment alone is disbelieved for; the first rule that holds. */
const RULES: readonly [Disbelief, (segment: Doubted, text: string) => boolean][] = [
  // Both together, as in OpenAI's transcribe.py: either alone drops speech that is hard to hear.
  [
    'no-speech',
    ({ noSpeechProbability, logProbability }) =>
      (noSpeechProbability ?? 0) > DISBELIEF.noSpeechProbability &&
      logProbability < DISBELIEF.logProbability,
  ],
  ['unlikely', ({ logProbability }) => logProbability < DISBELIEF.unlikelyLogProbability],
  // OpenAI's compression ratio: bytes of UTF-8 over bytes of its zlib stream.
  ['repetitive', (_, text) => compressionRatio(text) > DISBELIEF.compressionRatio],
  ['known-phrase', (_, text) => KNOWN.has(text)],
  ['too-fast', isTooFast],
];

function compressionRatio(text: string): number {
  const bytes = Buffer.from(text);
  return bytes.length / deflateSync(bytes).length;
}

/** A few words in no time are a rounding error of Whisper's; more of them are a caption. */
function isTooFast({ start, end }: Doubted, text: string): boolean {
  const words = text.split(' ').length;
  return words > DISBELIEF.wordsPerSecond / 2 && words > DISBELIEF.wordsPerSecond * (end - start);
}

/** Disbelieves segments of one channel, in the order in which they are spoken. */
export interface Sceptic {
  /** Undefined where the segment is believed. */
  reasonAgainst(segment: Doubted): Disbelief | undefined;
}

/** A sentence of three words or more that comes thrice in a row is a loop, not a caller. */
const SHORTEST_LOOP_WORDS = 3;

/** @returns one for a channel, which remembers what it heard last */
export function sceptic(): Sceptic {
  let last = '';
  let times = 0;
  const isRepeated = (text: string): boolean => {
    times = text === last ? times + 1 : 1;
    last = text;
    return times >= DISBELIEF.repeats && text.split(' ').length >= SHORTEST_LOOP_WORDS;
  };
  return {
    reasonAgainst(segment) {
      const text = plain(segment.text);
      const repeated = isRepeated(text);
      const found = RULES.find(([, holds]) => holds(segment, text));
      return found?.[0] ?? (repeated ? 'repeated' : undefined);
    },
  };
}
