import { describe, expect, it } from 'vitest';
import { OutcomeLabel } from '../../core/tasks/outcome.ts';
import { SentimentLabel } from '../../core/tasks/sentiment/result.ts';
import { turnsOf } from '../../core/evaluation/rows.ts';
import { normalise } from '../../core/text/fold.ts';
import { DIALECTS } from '../../scripts/gold/call-source.ts';
import { EXTRA, extraRows, LANGUAGES, rowsOfPart, type OwnRow } from './own-rows.ts';

const textOf = (row: OwnRow): string =>
  normalise(
    turnsOf(row)
      .map(({ text }) => text)
      .join(' '),
  );

describe.each(LANGUAGES)('what was written to tune on, %s', (lang) => {
  const rows = EXTRA.flatMap((kind) => extraRows(kind, lang));

  it('repeats no row, neither of its own nor of the parts', () => {
    const parts = ['tune', 'held-out'].flatMap((part) => [
      ...rowsOfPart('calls', part),
      ...rowsOfPart('summaries', part),
    ]);
    const keys = [...rows, ...parts].flatMap((row) => [row.id, textOf(row)]);
    expect(keys.length - new Set(keys).size).toBe(0);
  });

  it('has as many summaries of each sentiment', () => {
    const labels = extraRows('summaries', lang).map(({ labels }) => labels['sentiment']);
    for (const label of SentimentLabel.options) {
      expect(labels.filter((one) => one === label)).toHaveLength(labels.length / 3);
    }
  });

  it('has calls and endings of every outcome', () => {
    for (const kind of ['calls', 'short-calls', 'endings'] as const) {
      const labels = extraRows(kind, lang).map(({ labels }) => labels['outcome']);
      expect(new Set(labels)).toEqual(new Set(OutcomeLabel.options));
    }
  });
});

it('the Arabic summaries to tune on are of every dialect', () => {
  const dialects = extraRows('summaries', 'ar').map(({ dialect }) => dialect);
  expect(new Set(dialects)).toEqual(new Set(DIALECTS));
});
