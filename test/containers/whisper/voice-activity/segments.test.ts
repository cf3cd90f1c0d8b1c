import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FRAME_SECONDS } from '../../../../containers/whisper/src/voice-activity/detector.ts';
import { speechSegments } from '../../../../containers/whisper/src/voice-activity/segments.ts';

/** Probabilities by stretches of seconds: `[2, 0], [1, 0.9]`. */
const stretches = (...parts: [seconds: number, probability: number][]): number[] =>
  parts.flatMap(([seconds, probability]) =>
    Array.from({ length: Math.round(seconds / FRAME_SECONDS) }, () => probability),
  );

const rounded = (segments: ReturnType<typeof speechSegments>) =>
  segments.map(({ start, end }) => [start.toFixed(1), end.toFixed(1)]);

describe('speech segments', () => {
  it('are what is certainly speech, with room on both sides', () => {
    const heard = stretches([2, 0], [1, 0.9], [2, 0]);
    expect(rounded(speechSegments(heard, 5))).toEqual([['1.9', '3.2']]);
  });

  it('last while speech is likely, but begin only when it is certain', () => {
    expect(speechSegments(stretches([5, 0.45]), 5)).toEqual([]);
    const heard = stretches([2, 0], [1, 0.9], [1, 0.4], [1, 0]);
    expect(rounded(speechSegments(heard, 5))).toEqual([['1.9', '4.2']]);
  });

  it('leave out what is shorter than a word', () => {
    expect(speechSegments(stretches([1, 0], [0.2, 0.9], [1, 0]), 2.2)).toEqual([]);
  });

  it('bridge a pause for breath and end with a longer one', () => {
    const countsWith = [0.3, 0.6].map(
      (pause) => speechSegments(stretches([1, 0.9], [pause, 0], [1, 0.9]), 2 + pause).length,
    );
    expect(countsWith).toEqual([1, 2]);
  });

  it('tell where they may be cut: in the middle of each pause that they bridge', () => {
    const heard = stretches([1, 0.9], [0.32, 0], [1, 0.9], [0.32, 0], [1, 0.9]);
    const [segment] = speechSegments(heard, 4);
    expect(segment?.pauses?.map((pause) => pause.toFixed(1))).toEqual(['1.2', '2.5']);
  });

  it('are cut where speech is least likely when they grow too long', () => {
    const heard = stretches([20, 0.9], [0.064, 0.5], [20, 0.9]);
    const segments = speechSegments(heard, 40);
    expect(rounded(segments)).toEqual([
      ['0.0', '20.0'],
      ['20.0', '40.0'],
    ]);
  });

  it('never overlap, leave the recording or exceed what Whisper hears at once', () => {
    const probabilities = fc
      .array(fc.tuple(fc.double({ min: 0.032, max: 40 }), fc.double({ min: 0, max: 1 })))
      .map((parts) => stretches(...parts));
    fc.assert(
      fc.property(probabilities, (heard) => {
        const seconds = heard.length * FRAME_SECONDS;
        let before = 0;
        for (const { start, end } of speechSegments(heard, seconds)) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeLessThanOrEqual(seconds);
          expect(end - start).toBeLessThanOrEqual(28.4);
          before = end;
        }
      }),
      { seed: 7, numRuns: 50 },
    );
  });
});
