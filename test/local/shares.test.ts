import { describe, expect, it } from 'vitest';
import { sharesOf } from '../../local/shares.ts';

describe('shares of a machine', () => {
  it.each([
    [1, { workerConcurrency: 1, handlerConcurrency: 1 }],
    [2, { workerConcurrency: 2, handlerConcurrency: 1 }],
    [64, { workerConcurrency: 10, handlerConcurrency: 32 }],
  ])('of %i cores', (cores, shares) => {
    expect(sharesOf(cores)).toEqual(shares);
  });
});
