import { clockOffset } from '../../../../core/clock-offset.ts';
import { voicedThrough } from '../../../../core/talk-metrics/voiced.ts';
import type { RejectedSpeech, Word } from '../../../../core/transcript.ts';
import type { RecognisedSegment, Recognition } from '../engines/engine.ts';

/** What was heard on two channels, by one clock. */
export interface OnOneClock extends Recognition {
  /** What was added to the times on the right; less than 0: to those on the left instead. */
  clockOffsetSeconds: number;
}

/**
 * Both channels by one clock. A recorder that starts its channels one after the other writes both
 * from 0, so that one is late: what is on it is moved on, never back, as no time is less than 0.
 */
export function onOneClock({ segments, rejected }: Recognition): OnOneClock {
  const clockOffsetSeconds = toMilliseconds(
    clockOffset(voiceOn(0, segments), voiceOn(1, segments)),
  );
  if (clockOffsetSeconds === 0) return { segments, rejected, clockOffsetSeconds };
  const late = clockOffsetSeconds > 0 ? 1 : 0;
  const moved = later(Math.abs(clockOffsetSeconds));
  return {
    segments: segments.map((segment) =>
      segment.channel === late ? { ...segment, words: segment.words.map(moved) } : segment,
    ),
    rejected: rejected.map((speech) => (speech.channel === late ? moved(speech) : speech)),
    clockOffsetSeconds,
  };
}

function voiceOn(channel: number, segments: readonly RecognisedSegment[]) {
  return voicedThrough(
    segments.filter((segment) => segment.channel === channel).flatMap(({ words }) => words),
  );
}

/** Engines' times are no finer. */
const toMilliseconds = (seconds: number): number => Math.round(seconds * 1000) / 1000;

function later(seconds: number): <Heard extends Word | RejectedSpeech>(heard: Heard) => Heard {
  return (heard) => ({ ...heard, start: heard.start + seconds, end: heard.end + seconds });
}
