import { wordsOf } from '../../../../core/text/tokens.ts';
import type { RejectedSpeech, Word } from '../../../../core/transcript.ts';
import type { ChannelSpeech, RecognisedSegment, Recognition } from '../engines/engine.ts';
import { openLoudnessMeter, type LoudnessMeter } from './loudness.ts';

/** A headset or a hybrid passes the other's voice on within this time. */
const LONGEST_DELAY_SECONDS = 0.5;

/** Quieter by more than this than the same word on the other channel is a copy of it. */
const LEAST_DIFFERENCE_DECIBELS = 12;

/** The same word on both channels at about the same time. */
type Echo = readonly [left: Word, right: Word];

/**
 * Speech without what one channel caught of the other's speaker: of the same words on both within
 * half a second the much quieter are rejected. People who say the same at once are about as loud.
 */
export async function withoutBleed(
  { segments, rejected }: Recognition,
  channels: readonly Pick<ChannelSpeech, 'channel' | 'pcmFile'>[],
): Promise<Recognition> {
  const [left, right] = channels;
  if (left === undefined || right === undefined) return { segments, rejected };
  const echoes = echoesIn(wordsOn(left.channel, segments), wordsOn(right.channel, segments));
  if (echoes.length === 0) return { segments, rejected };
  const copies = await quieterOf(echoes, left.pcmFile, right.pcmFile);
  return {
    segments: segments.map((segment) => ({
      ...segment,
      words: segment.words.filter((word) => !copies.has(word)),
    })),
    rejected: [...rejected, ...segments.flatMap((segment) => rejectedIn(segment, copies))],
  };
}

function wordsOn(channel: number, segments: readonly RecognisedSegment[]): Word[] {
  return segments
    .filter((segment) => segment.channel === channel)
    .flatMap(({ words }) => words)
    .sort((one, other) => one.start - other.start);
}

/** Each word of the left with the first of the right that is its like and not yet another's. */
function echoesIn(left: readonly Word[], right: readonly Word[]): Echo[] {
  const folded = right.map(({ text }) => spelling(text));
  const taken = new Set<number>();
  let first = 0;
  return left.flatMap((word) => {
    const text = spelling(word.text);
    while ((right[first]?.start ?? Infinity) < word.start - LONGEST_DELAY_SECONDS) first++;
    for (let at = first; at < right.length; at++) {
      const other = right[at];
      if (other === undefined || other.start > word.start + LONGEST_DELAY_SECONDS) break;
      if (text === '' || folded[at] !== text || taken.has(at)) continue;
      taken.add(at);
      return [[word, other] as const];
    }
    return [];
  });
}

const spelling = (text: string): string => wordsOf(text).join(' ');

async function quieterOf(
  echoes: readonly Echo[],
  leftFile: string,
  rightFile: string,
): Promise<Set<Word>> {
  const left = await openLoudnessMeter(leftFile);
  try {
    const right = await openLoudnessMeter(rightFile);
    try {
      return await copiesAmong(echoes, left, right);
    } finally {
      await right.close();
    }
  } finally {
    await left.close();
  }
}

/** Both are measured over the time of both, as engines are some tenths of a second off. */
async function copiesAmong(
  echoes: readonly Echo[],
  leftMeter: LoudnessMeter,
  rightMeter: LoudnessMeter,
): Promise<Set<Word>> {
  const copies = new Set<Word>();
  for (const [left, right] of echoes) {
    const span = {
      start: Math.min(left.start, right.start),
      end: Math.max(left.end, right.end),
    };
    const louder = (await leftMeter.decibels(span)) - (await rightMeter.decibels(span));
    if (louder > LEAST_DIFFERENCE_DECIBELS) copies.add(right);
    if (louder < -LEAST_DIFFERENCE_DECIBELS) copies.add(left);
  }
  return copies;
}

/** Copies that follow each other as one rejection. */
function rejectedIn(
  { channel, words }: RecognisedSegment,
  copies: ReadonlySet<Word>,
): RejectedSpeech[] {
  const runs: RejectedSpeech[] = [];
  let goesOn = false;
  for (const word of words) {
    const last = runs.at(-1);
    if (!copies.has(word)) goesOn = false;
    else if (goesOn && last !== undefined) {
      last.text += ` ${word.text}`;
      last.end = Math.max(last.end, word.end);
    } else {
      const { start, end, text } = word;
      runs.push({ channel, start, end, text, reason: 'bleed' });
      goesOn = true;
    }
  }
  return runs;
}
