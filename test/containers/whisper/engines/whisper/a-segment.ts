import type { HeardSegment } from '../../../../../containers/whisper/src/engines/whisper/inference.ts';

/** A segment that is believed, unless `given` says otherwise. */
export function aSegment(given: Partial<HeardSegment> = {}): HeardSegment {
  const { text = 'good morning', start = 0, end = start + 3 } = given;
  const words = text.trim().split(/\s+/);
  const tokens = words.map((word, at) => ({
    word: ` ${word}`,
    start: start + ((end - start) * at) / words.length,
    end: start + ((end - start) * (at + 1)) / words.length,
    probability: 0.9,
  }));
  return {
    text,
    start,
    end,
    logProbability: -0.2,
    tokens,
    ...given,
  };
}
