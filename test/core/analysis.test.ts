import { describe, expect, expectTypeOf, it } from 'vitest';
import { Analysis } from '../../core/analysis.ts';
import type { Sentiment } from '../../core/tasks/sentiment/result.ts';
import { TASKS } from '../../core/tasks/index.ts';
import type { GivenLabel } from '../../core/tasks/label.ts';
import type { Unavailable } from '../../core/tasks/unavailable.ts';
import { analyse } from './baseline/support.ts';

describe('an analysis', () => {
  it('has a field of its own type for every task', async () => {
    const analysis = await analyse('C: my bill is wrong');
    expect(Object.keys(analysis)).toEqual(expect.arrayContaining(Object.keys(TASKS)));
    expectTypeOf(analysis.sentiment).toEqualTypeOf<Sentiment | Unavailable>();
    expectTypeOf(analysis.topics).toEqualTypeOf<GivenLabel[] | Unavailable>();
    expect(Analysis.parse(analysis)).toEqual(analysis);
  });

  it('that is older than a task was not asked for it', async () => {
    const { keywords: _, ...older } = await analyse('C: my bill is wrong');
    expect(Analysis.parse(older).keywords).toEqual({ unavailable: 'NOT_ASKED' });
  });

  it('is none when a task answers something else', async () => {
    const analysis = await analyse('C: my bill is wrong');
    expect(Analysis.safeParse({ ...analysis, outcome: { label: 'fine' } }).success).toBe(false);
  });
});
