import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evidenceCoverage } from '../../../core/evaluation/evidence-coverage.ts';
import { taskOf } from '../../../core/evaluation/tasks/index.ts';
import { DEFAULT_SETTINGS } from '../../support/settings.ts';
import { figuresOf } from './figures.ts';
import { vectors } from './vectors/read.ts';

const LABELS = ['negative', 'neutral', 'positive'];
const sentiment = taskOf('sentiment');
const TOPICS = DEFAULT_SETTINGS.taxonomy.topics.map(({ id }) => id);
const gold = (label: string): Record<string, unknown> => ({ labels: { sentiment: label } });

describe('sentiment', () => {
  it.each([
    { labels: { sentiment: 'positive' } },
    { sentiment: 'positive' },
    { sentiment: { label: 'positive', scores: {} } },
    { labels: { sentiment: ' Positive ' } },
  ])('reads an answer however it is given: %j', (prediction) => {
    expect(figuresOf(sentiment, [[gold('positive'), prediction]])['accuracy']).toBe(1);
  });

  it.each([
    { labels: { sentiment: 'great' } },
    { labels: { sentiment: null } },
    { labels: 'positive' },
    { sentiment: ['positive'] },
    { text: 'positive' },
    {},
  ])('counts what cannot be read as wrong: %j', (prediction) => {
    expect(figuresOf(sentiment, [[gold('positive'), prediction]])['accuracy']).toBe(0);
  });

  it('never scores higher when a right answer becomes wrong or goes missing', () => {
    const label = fc.constantFrom(...LABELS);
    const row = fc.tuple(label, fc.option(label, { nil: null }));
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 30 }),
        label,
        label,
        (rows, own, other) => {
          const answers = rows.map(
            ([truth, answer]) => [gold(truth), answer === null ? null : gold(answer)] as const,
          );
          const right = figuresOf(sentiment, [...answers, [gold(own), gold(own)]]);
          const wrong = figuresOf(sentiment, [
            ...answers,
            [gold(own), own === other ? null : gold(other)],
          ]);
          for (const name of ['accuracy', 'macroF1', 'weightedF1']) {
            expect(wrong[name] ?? 0).toBeLessThanOrEqual(right[name] ?? 0);
          }
          expect(wrong['ordinalDistance']).toBeGreaterThan(right['ordinalDistance'] ?? 0);
        },
      ),
      { seed: 2, numRuns: 200 },
    );
  });

  it("translates other people's labels on both sides", () => {
    const outcome = taskOf('outcome', new Map([['follow-up', 'follow_up_needed']]));
    const rows = [
      [{ labels: { outcome: 'follow-up' } }, { outcome: 'follow_up_needed' }],
      [{ labels: { outcome: 'follow_up_needed' } }, { outcome: 'follow-up' }],
    ] as const;
    expect(figuresOf(outcome, rows)['accuracy']).toBe(1);
    expect(() => figuresOf(taskOf('outcome'), rows)).toThrow(/unknown label "follow-up"/);
  });
});

interface TopicVector {
  truth: string[][];
  answers: string[][];
  accuracy: number;
  macroF1: number;
  weightedF1: number;
  microF1: number;
}

describe('topics', () => {
  it('have the figures of scikit-learn for many labels', () => {
    for (const { truth, answers, ...expected } of vectors<TopicVector>('topics')) {
      const rows = truth.map(
        (topics, at) => [{ labels: { topics } }, { topics: answers[at] }] as const,
      );
      const figures = figuresOf(taskOf('topics', new Map(), TOPICS), rows);
      for (const [name, value] of Object.entries(expected)) {
        expect(figures[name] ?? 0).toBeCloseTo(value, 12);
      }
    }
  });

  it('take an answer that is no topic of ours as wrong, not as unread', () => {
    const rows = [
      [{ labels: { topics: ['billing'] } }, { topics: ['billing', 'weather'] }],
    ] as const;
    const { accuracy, microF1 } = figuresOf(taskOf('topics', new Map(), TOPICS), rows);
    expect([accuracy, microF1]).toEqual([0, 2 / 3]);
  });
});

describe('a summary', () => {
  const turns = [
    { speaker: 'customer', text: 'I was charged twice for my order.' },
    { speaker: 'agent', text: 'The refund is on its way.' },
  ];
  const reference = { turns, references: ['Charged twice; the refund is coming.', ''] };

  it('is scored by its text, its length and where its points can be read', () => {
    const points = [
      { text: 'Customer: charged twice', evidence: [0] },
      { text: 'refund tomorrow', evidence: [1] },
    ];
    const figures = figuresOf(taskOf('summary'), [
      [reference, { summary: 'charged twice refund coming', points }],
    ]);
    expect(figures['rouge1']).toBeCloseTo(0.8, 12);
    expect(figures['lengthRatio']).toBeCloseTo(4 / 6, 12);
    expect(figures['compressionRatio']).toBeCloseTo(4 / 13, 12);
    expect(figures['evidenceCoverage']).toBeCloseTo(3 / 4, 12);
    expect(figures['bertScore']).toBeNull();
  });

  it('that is missing scores zero and has no length', () => {
    const { rouge1, unicodeRougeL, words } = figuresOf(taskOf('summary'), [[reference, null]]);
    expect([rouge1, unicodeRougeL, words]).toEqual([0, 0, null]);
  });

  it('covers nothing with turns that are not there', () => {
    const texts = turns.map(({ text }) => text);
    expect(evidenceCoverage([{ text: 'charged twice', evidence: [7] }], texts)).toEqual({
      covered: 0,
      words: 2,
    });
  });

  it.each([[{ references: [] }], [{ references: [' ', ''] }], [{}]])(
    'needs a reference: %j',
    (row) => {
      expect(() => taskOf('summary').truth({ id: '1', ...row })).toThrow(/references/);
    },
  );
});
