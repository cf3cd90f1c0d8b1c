import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  tokensOf,
  windowsOf,
  type Counted,
} from '../../../core/language-model-analyser/windows.ts';

const BUDGET = 100;

const turns = (...tokens: number[]): Counted[] =>
  tokens.map((count, turn) => ({ turn, tokens: count }));
const indexes = (windows: readonly Counted[][]): number[][] =>
  windows.map((lines) => lines.map(({ turn }) => turn));

describe('the windows of a call', () => {
  it('are one when it fits', () => {
    expect(indexes(windowsOf(turns(50, 30, 20), BUDGET))).toEqual([[0, 1, 2]]);
  });

  it('are of about one size, so that the end is no scrap', () => {
    const [first = [], last = []] = windowsOf(turns(...Array<number>(11).fill(10)), BUDGET);
    expect([tokensOf(first), tokensOf(last)]).toEqual([60, 60]);
  });

  it('begin with the turns that the one before ended with', () => {
    const windows = indexes(windowsOf(turns(...Array<number>(40).fill(5)), BUDGET));
    for (const [at, window] of windows.slice(1).entries()) {
      const before = windows[at] ?? [];
      expect(window.slice(0, 2)).toEqual(before.slice(-2));
    }
  });

  it('keep the lines of a turn together', () => {
    const lines = [0, 1, 1, 1, 2, 3, 3].map((turn) => ({ turn, tokens: 30 }));
    expect(indexes(windowsOf(lines, BUDGET))).toEqual([[0], [1, 1, 1], [2, 3, 3]]);
  });

  it('share a turn that is longer than one of them', () => {
    const lines = Array.from({ length: 10 }, () => ({ turn: 0, tokens: 30 }));
    const windows = windowsOf(lines, BUDGET);
    expect(windows.map(({ length }) => length)).toEqual([3, 3, 3, 1]);
  });

  it('show every line in its order and stay within the budget, whatever the call', () => {
    const calls = fc.array(fc.integer({ min: 1, max: BUDGET }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(calls, fc.boolean(), (tokens, isMono) => {
        const lines = tokens.map((count, turn) => ({ turn: isMono ? 0 : turn, tokens: count }));
        const windows = windowsOf(lines, BUDGET);
        for (const window of windows) expect(tokensOf(window)).toBeLessThanOrEqual(BUDGET);
        expect([...new Set(windows.flat())]).toEqual(lines);
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});
