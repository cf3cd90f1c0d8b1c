import { describe, expect, it } from 'vitest';
import { bootstrap } from '../../../core/evaluation/bootstrap.ts';
import { mcnemar } from '../../../core/evaluation/mcnemar.ts';
import type { Values } from '../../../core/evaluation/metric.ts';
import { Tallies, type Sums } from '../../../core/evaluation/tallies.ts';
import { wilson } from '../../../core/evaluation/wilson.ts';
import { seeded } from '../../../core/seeded-random.ts';
import { vectors } from './vectors/read.ts';

interface WilsonVector {
  wilson: [successes: number, trials: number];
  interval: [low: number, high: number];
}

interface McNemarVector {
  mcnemar: [first: number, second: number];
  p: number;
}

const statistics = vectors<WilsonVector | McNemarVector>('statistics');

describe("Wilson's interval and McNemar's test", () => {
  it.each(statistics.filter((row) => 'wilson' in row))(
    'is the interval of SciPy: $wilson',
    (row) => {
      const interval = wilson(...row.wilson);
      expect(interval?.low).toBeCloseTo(row.interval[0], 12);
      expect(interval?.high).toBeCloseTo(row.interval[1], 12);
    },
  );

  it.each(statistics.filter((row) => 'mcnemar' in row))('is the test of SciPy: $mcnemar', (row) => {
    expect(mcnemar(...row.mcnemar).p).toBeCloseTo(row.p, 12);
  });

  it('are there for sets of any size', () => {
    expect(wilson(0, 0)).toBeNull();
    expect(mcnemar(500_000, 500_000).p).toBe(1);
    expect(mcnemar(400_000, 600_000).p).toBe(0);
  });
});

/** Rows of 0 and 1, of which a share is 1. */
function coins(rows: number, share: number): Tallies {
  const random = seeded(1);
  const tallies = new Tallies();
  for (let row = 0; row < rows; row++) tallies.add({ heads: random() < share ? 1 : 0, rows: 1 });
  return tallies;
}

const mean = ([sums]: readonly Sums[]): Values => ({
  mean: (sums?.('heads') ?? 0) / (sums?.('rows') ?? 1),
});

const difference = ([one, other]: readonly Sums[]): Values => ({
  difference: (one?.('heads') ?? 0) - (other?.('heads') ?? 0),
});

describe('the bootstrap', () => {
  it('gives the same interval for the same seed and another for another', () => {
    const tallies = [coins(200, 0.3)];
    const interval = (seed: number): unknown => bootstrap(tallies, mean, { samples: 200, seed });
    expect(interval(7)).toEqual(interval(7));
    expect(interval(7)).not.toEqual(interval(8));
  });

  it.each([400, 10_000, 25_000])("is near Wilson's interval for a share of %d rows", (rows) => {
    const tallies = coins(rows, 0.3);
    const found = bootstrap([tallies], mean, { samples: 500, seed: 1 })['mean'];
    const expected = wilson(tallies.total()('heads'), rows);
    const width = (expected?.high ?? 0) - (expected?.low ?? 0);
    expect(Math.abs((found?.low ?? 0) - (expected?.low ?? 0))).toBeLessThan(width / 4);
    expect(Math.abs((found?.high ?? 0) - (expected?.high ?? 0))).toBeLessThan(width / 4);
  });

  it('draws the rows of two systems together, so that equal systems never differ', () => {
    const tallies = coins(300, 0.5);
    expect(bootstrap([tallies, tallies], difference, { samples: 50, seed: 1 })).toEqual({
      difference: { low: 0, high: 0 },
    });
  });

  it('leaves out a figure that no resample has', () => {
    expect(bootstrap([coins(5, 1)], () => ({ kappa: null }), { samples: 9, seed: 1 })).toEqual({});
  });

  it('keeps the sums exact beyond its ten thousand slots', () => {
    const tallies = coins(25_000, 1);
    expect([tallies.rows, tallies.slots]).toEqual([25_000, 10_000]);
    expect(tallies.total()('heads')).toBe(25_000);
    expect(tallies.total()('tails')).toBe(0);
  });
});
