import type { Word } from '../../../../../core/transcript.ts';
import { inRecording, type Chunk } from './chunks.ts';
import type { HeardSegment, Token } from './inference.ts';

/**
 * Whisper's tokens as words, in the recording's time. A word's confidence is the mean of its
 * tokens' probabilities. Times of tokens are guesses, at times backwards or outside of their
 * segment, whose own times are Whisper's word.
 */
export function wordsOf({ tokens, start, end }: HeardSegment, chunk: Chunk): Word[] {
  const within = (time: number): number => Math.min(end, Math.max(start, time));
  return gathered(tokens).flatMap((parts) => {
    const text = parts
      .map(({ word }) => word)
      .join('')
      .trim();
    if (text === '') return [];
    const from = within(Math.min(...parts.map((part) => part.start)));
    const to = Math.max(from, within(Math.max(...parts.map((part) => part.end))));
    return [{ text, ...inRecording(chunk, from, to), confidence: mean(parts) }];
  });
}

/** Groups of tokens that make one word each: one begins with a space, what follows belongs to it. */
function gathered(tokens: readonly Token[]): Token[][] {
  const groups: Token[][] = [];
  for (const token of tokens) {
    const open = groups.at(-1);
    if (open === undefined || /^\s/u.test(token.word)) groups.push([token]);
    else open.push(token);
  }
  return groups;
}

function mean(tokens: readonly Token[]): number {
  const sum = tokens.reduce((total, { probability }) => total + probability, 0);
  return Math.min(1, Math.max(0, sum / tokens.length));
}
