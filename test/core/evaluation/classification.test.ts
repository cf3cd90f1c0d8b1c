import { describe, expect, it } from 'vitest';
import {
  classScores,
  macroF1,
  microF1,
  weightedF1,
} from '../../../core/evaluation/classification.ts';
import { classCounts, right, rowOf } from '../../../core/evaluation/confusion.ts';
import type { Confusion } from '../../../core/evaluation/confusion.ts';
import { cohenKappa } from '../../../core/evaluation/kappa.ts';
import { ordinalDistance } from '../../../core/evaluation/ordinal-distance.ts';
import { vectors } from './vectors/read.ts';

const LABELS = ['negative', 'neutral', 'positive'];

interface Vector {
  truth: number[];
  answers: number[];
  accuracy: number;
  macroF1: number;
  weightedF1: number;
  kappa: number | null;
  confusion: number[][];
  classes: Record<string, [precision: number, recall: number, f1: number, support: number]>;
}

function confusionOf({ truth, answers }: Pick<Vector, 'truth' | 'answers'>): Confusion {
  return {
    labels: LABELS,
    count: (label, answer) =>
      truth.filter((one, at) => one === label && answers[at] === answer).length,
  };
}

describe('scores of labels', () => {
  const rows = vectors<Vector>('classification');

  it('have the accuracy, macro and weighted F1 of scikit-learn', () => {
    for (const row of rows) {
      const confusion = confusionOf(row);
      const classes = classCounts(confusion);
      expect(right(confusion) / row.truth.length).toBeCloseTo(row.accuracy, 12);
      expect(macroF1(classes)).toBeCloseTo(row.macroF1, 12);
      expect(weightedF1(classes)).toBeCloseTo(row.weightedF1, 12);
    }
  });

  it('would differ if the mean were not weighted, so that the vectors notice', () => {
    expect(
      rows.filter((row) => Math.abs(row.macroF1 - row.weightedF1) > 1e-9).length,
    ).toBeGreaterThan(10);
  });

  it('have the precision, recall, F1 and support of each class', () => {
    for (const row of rows) {
      const scores = classScores(classCounts(confusionOf(row)));
      expect(scores.map(({ label }) => label)).toEqual(Object.keys(row.classes));
      for (const { label, precision, recall, f1, support } of scores) {
        const [p, r, f, s] = row.classes[label] ?? [];
        expect(precision).toBeCloseTo(p ?? Number.NaN, 12);
        expect(recall).toBeCloseTo(r ?? Number.NaN, 12);
        expect(f1).toBeCloseTo(f ?? Number.NaN, 12);
        expect(support).toBe(s);
      }
    }
  });

  it("have scikit-learn's confusion matrix and kappa, and null where kappa is not a number", () => {
    for (const row of rows) {
      const confusion = confusionOf(row);
      expect(LABELS.map((_, truth) => rowOf(confusion, truth))).toEqual(row.confusion.slice(0, 3));
      const kappa = cohenKappa(confusion);
      expect(kappa === null).toBe(row.kappa === null);
      expect(kappa ?? 0).toBeCloseTo(row.kappa ?? 0, 12);
    }
    expect(rows.some(({ kappa }) => kappa === null)).toBe(true);
  });

  it('are null without rows', () => {
    const none = confusionOf({ truth: [], answers: [] });
    const classes = classCounts(none);
    const scores = [macroF1(classes), weightedF1(classes), microF1(classes)];
    expect([...scores, cohenKappa(none), ordinalDistance(none)]).toEqual(
      Array.from({ length: 5 }, () => null),
    );
  });
});

function distance(truth: number, answer: number): number | null {
  return ordinalDistance(confusionOf({ truth: [truth], answers: [answer] }));
}

describe('ordinal distance', () => {
  it('counts the steps between answer and truth', () => {
    expect([distance(0, 0), distance(0, 1), distance(0, 2), distance(2, 1)]).toEqual([0, 1, 2, 1]);
  });

  it('puts a missing answer as far away as any answer could be', () => {
    expect([distance(0, -1), distance(1, -1), distance(2, -1)]).toEqual([2, 1, 2]);
  });
});
