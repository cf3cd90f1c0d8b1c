import { describe, expect, it } from 'vitest';
import { bertScore, bestBertScore, type EncodedText } from '../../../core/evaluation/bertscore.ts';

/** Tokens of two numbers; a token in brackets is not the text's own. */
function encoded(...tokens: (readonly [number, number] | readonly [readonly [number, number]])[]) {
  const own = tokens.map((token) => token.length === 2);
  const vectors = Float32Array.from(
    tokens.flatMap((token) => (token.length === 2 ? token : token[0])),
  );
  return { vectors, width: 2, own } satisfies EncodedText;
}

const EAST = [1, 0] as const;
const NORTH = [0, 1] as const;
const BETWEEN = [0.6, 0.8] as const;

describe('BERTScore', () => {
  it('matches every token with the one most like it', () => {
    const { precision, recall, f1 } = bertScore(encoded(EAST, NORTH), encoded(BETWEEN));
    expect(precision).toBeCloseTo((0.6 + 0.8) / 2, 6);
    expect(recall).toBeCloseTo(0.8, 6);
    expect(f1).toBeCloseTo((2 * 0.7 * 0.8) / 1.5, 6);
  });

  it('asks where vectors point, not how long they are', () => {
    const short = bertScore(encoded(EAST), encoded([0.03, 0.04]));
    expect(short.f1).toBeCloseTo(0.6, 6);
  });

  it('is 1 between a text and itself', () => {
    const { precision, recall, f1 } = bertScore(encoded(EAST, BETWEEN), encoded(EAST, BETWEEN));
    for (const value of [precision, recall, f1]) expect(value).toBeCloseTo(1, 6);
  });

  it('counts no token that is put around a text, but may match one', () => {
    const text = encoded([EAST], NORTH, [EAST]);
    expect(bertScore(text, encoded([EAST], NORTH)).f1).toBeCloseTo(1, 6);
    expect(bertScore(encoded(EAST), text)).toMatchObject({ precision: 1, recall: 0 });
  });

  it('is 0, and no NaN, without tokens or with vectors of nothing', () => {
    const nothing = { precision: 0, recall: 0, f1: 0 };
    expect(bertScore(encoded([EAST], [EAST]), encoded(EAST))).toEqual(nothing);
    expect(bertScore(encoded(EAST), encoded())).toEqual(nothing);
    expect(bertScore(encoded([0, 0]), encoded(EAST))).toEqual(nothing);
  });

  it('of several references is the best of each', () => {
    const best = bestBertScore([
      { precision: 0.9, recall: 0.1, f1: 0.18 },
      { precision: 0.5, recall: 0.5, f1: 0.5 },
    ]);
    expect(best).toEqual({ precision: 0.9, recall: 0.5, f1: 0.5 });
  });
});
