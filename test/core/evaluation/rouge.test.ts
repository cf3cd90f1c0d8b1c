import { describe, expect, it } from 'vitest';
import {
  bestOf,
  rouge,
  ROUGE_TYPES,
  type RougeType,
} from '../../../core/evaluation/rouge/index.ts';
import { porterStem } from '../../../core/evaluation/rouge/porter.ts';
import { googleTokenizer, unicodeTokenizer } from '../../../core/evaluation/rouge/tokens.ts';
import { vectors } from './vectors/read.ts';

interface RougeVector {
  reference: string;
  candidate: string;
  scores: Record<RougeType, [precision: number, recall: number, f: number]>;
  unstemmedF: number;
}

const google = googleTokenizer();
const unicode = unicodeTokenizer();

describe('ROUGE', () => {
  const rows = vectors<RougeVector>('rouge');

  it.each(ROUGE_TYPES)('equals rouge_score with stemming: %s', (type) => {
    for (const { reference, candidate, scores } of rows) {
      const { precision, recall, f } = rouge(reference, candidate, google)[type];
      const [p, r, expected] = scores[type];
      expect(precision).toBeCloseTo(p, 12);
      expect(recall).toBeCloseTo(r, 12);
      expect(f).toBeCloseTo(expected, 12);
    }
  });

  it('would differ without stemming, so that the vectors notice', () => {
    const differing = rows.filter(
      ({ scores, unstemmedF }) => Math.abs(scores.rouge1[2] - unstemmedF) > 1e-9,
    );
    expect(differing.length).toBeGreaterThan(20);
  });

  it('is zero, not NaN, for empty references and candidates', () => {
    for (const [reference, candidate] of [
      ['', ''],
      ['', 'word'],
      ['word', ''],
      ['?', '!'],
    ] as const) {
      expect(bestOf([rouge(reference, candidate, google)])).toEqual({
        rouge1: 0,
        rouge2: 0,
        rougeL: 0,
        rougeLsum: 0,
      });
    }
    expect(bestOf([])).toEqual({ rouge1: 0, rouge2: 0, rougeL: 0, rougeLsum: 0 });
  });

  it('takes the best of several references, type by type', () => {
    const scores = ['the bill was paid', 'paid the bill was'].map((reference) =>
      rouge(reference, 'the bill was paid', google),
    );
    expect(bestOf(scores)).toEqual({ rouge1: 1, rouge2: 1, rougeL: 1, rougeLsum: 1 });
  });
});

describe('the Unicode tokenizer', () => {
  it('scores Arabic that the Google tokenizer cannot see', () => {
    const [reference, candidate] = ['تمّ حلّ مُشكلة الفاتورة', 'تم حل مشكله الفاتوره'];
    expect(rouge(reference, candidate, google).rouge1.f).toBe(0);
    expect(rouge(reference, candidate, unicode).rouge1.f).toBe(1);
  });

  it('finds digits of either script the same', () => {
    expect(unicode('٢٤ ساعة')).toEqual(unicode('24 ساعه'));
  });

  it('cuts and stems English as the Google tokenizer does', () => {
    const text = "The customer's charges weren't refunded; re-billing follows in 3.5 days";
    expect(unicode(text)).toEqual(google(text));
  });
});

describe('the stemmer', () => {
  it('equals NLTK', () => {
    const rows = vectors<[word: string, stem: string]>('stems');
    const wrong = rows.filter(([word, stem]) => porterStem(word) !== stem);
    expect(rows.length).toBeGreaterThan(3000);
    expect(wrong).toEqual([]);
  });
});
