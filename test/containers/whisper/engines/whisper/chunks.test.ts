import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chunksOf,
  inRecording,
  secondsOf,
} from '../../../../../containers/whisper/src/engines/whisper/chunks.ts';

/** Stretches of speech of up to 28 s, with pauses between them. */
const segments = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 25, max: 2800 })))
  .map((pairs) => {
    let time = 0;
    return pairs.map(([pause, speech]) => {
      const start = time + pause / 100;
      time = start + speech / 100;
      return { start, end: time };
    });
  });

describe('chunks of speech', () => {
  it('hold all speech in its order, none longer than the engine hears at once', () => {
    fc.assert(
      fc.property(segments, (given) => {
        const chunks = chunksOf(given);
        const kept = chunks
          .flatMap(({ pieces }) => pieces)
          .map(({ start, end }) => ({ start, end }));
        expect(kept).toEqual(given);
        for (const chunk of chunks) expect(secondsOf(chunk)).toBeLessThanOrEqual(28 + 1e-9);
      }),
      { seed: 4 },
    );
  });

  it('are as few as the order allows', () => {
    const sentences = Array.from({ length: 12 }, (_, at) => ({ start: at * 10, end: at * 10 + 4 }));
    expect(chunksOf(sentences).map(({ pieces }) => pieces.length)).toEqual([6, 6]);
  });

  it('are filled up by a sentence that is cut in a pause', () => {
    const sentences = [
      { start: 0, end: 20 },
      { start: 21, end: 33, pauses: [25, 30] },
    ];
    expect(chunksOf(sentences)).toEqual([
      {
        pieces: [
          { start: 0, end: 20, at: 0 },
          { start: 21, end: 25, at: 20.2 },
        ],
      },
      { pieces: [{ start: 25, end: 33, at: 0 }] },
    ]);
  });

  it('go on without a gap where a sentence was not cut', () => {
    const [chunk] = chunksOf([{ start: 1, end: 9, pauses: [4, 6] }]);
    expect(chunk?.pieces).toEqual([{ start: 1, end: 9, at: 0 }]);
  });

  it('map every time of theirs back to where it was', () => {
    fc.assert(
      fc.property(segments, (given) => {
        for (const chunk of chunksOf(given)) {
          for (const { start, end, at } of chunk.pieces) {
            const word = inRecording(chunk, at + 0.05, at + 0.15);
            expect(word.start).toBeCloseTo(start + 0.05, 1);
            expect(word.end).toBeCloseTo(Math.min(end, start + 0.15), 1);
          }
        }
      }),
      { seed: 4 },
    );
  });

  it('put a word that reaches over a cut into the stretch that holds its middle', () => {
    const [chunk] = chunksOf([
      { start: 10, end: 12 },
      { start: 60, end: 64 },
    ]);
    if (chunk === undefined) throw new Error('no chunk');
    expect(inRecording(chunk, 1.9, 2.6)).toEqual({ start: 60, end: 60.4 });
    expect(inRecording(chunk, 1.4, 2.4)).toEqual({ start: 11.4, end: 12 });
  });
});
