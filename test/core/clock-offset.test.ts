import * as fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { clockOffset } from '../../core/clock-offset.ts';
import { overlapByShift } from '../../core/clock-offset/overlap-by-shift.ts';
import { intersection, length, type Interval } from '../../core/talk-metrics/intervals.ts';
import { voicedThrough } from '../../core/talk-metrics/voiced.ts';
import { dialogueOf, PLAIN, startedLate, type Manners } from './support/dialogues.ts';
import { harperValley } from './support/harper-valley.ts';

const SAMPLES = new URL('../../samples/', import.meta.url).pathname;
const seeds = fc.integer({ min: 1, max: 1_000_000 });
const lateBy = (seconds: number, manners: Manners, seed: number) =>
  clockOffset(...startedLate(dialogueOf(manners, seed), seconds));

function cpuSeconds(changes: number): number {
  const [left, right] = startedLate(dialogueOf({ ...PLAIN, changes }, 1), 2);
  const before = process.cpuUsage();
  clockOffset(left, right);
  return process.cpuUsage(before).user / 1e6;
}

describe('the offset between two clocks', () => {
  it('is found in a long dialogue, whichever channel is late', () => {
    fc.assert(
      fc.property(seeds, fc.double({ min: 1.5, max: 3, noNaN: true }), (seed, seconds) => {
        const manners = { ...PLAIN, changes: 100 };
        expect(Math.abs(lateBy(seconds, manners, seed) - seconds)).toBeLessThan(0.2);
        expect(Math.abs(lateBy(-seconds, manners, seed) + seconds)).toBeLessThan(0.2);
      }),
      { numRuns: 60, seed: 7 },
    );
  });

  it('is either found or 0, never invented, from -3 to 3 seconds', () => {
    const isFoundOrNone = fc.property(
      seeds,
      fc.double({ min: -3, max: 3, noNaN: true }),
      (seed, seconds) => {
        const found = lateBy(seconds, { ...PLAIN, changes: 100 }, seed);
        return found === 0 || Math.abs(found - seconds) < 0.25;
      },
    );
    expect(fc.check(isFoundOrNone, { numRuns: 150, seed: 8 })).toMatchObject({ failed: false });
  });

  it('is that of a real call whose channels have different zero points', () => {
    const { channelTimes, clockOffsetSeconds } = harperValley();
    const [customer, agent] = channelTimes.map(voicedThrough) as [Interval[], Interval[]];
    expect(clockOffset(customer, agent)).toBeCloseTo(clockOffsetSeconds, 1);
    expect(clockOffset(agent, customer)).toBeCloseTo(-clockOffsetSeconds, 1);
  });

  it.each([
    ['who wait for each other', PLAIN],
    [
      'of whom one takes long and the other answers at once',
      {
        gap: [
          [2, 1],
          [0.1, 0.35],
        ],
      },
    ],
    [
      'of whom one is a machine that is always late',
      {
        gap: [
          [1.5, 0.2],
          [0.3, 0.5],
        ],
        interrupts: [0, 0.3],
      },
    ],
    ['of whom one keeps interrupting', { ...PLAIN, interrupts: [0, 0.4] }],
    ['who both interrupt', { ...PLAIN, interrupts: [0.25, 0.25], backchannels: 0.3 }],
    [
      'of whom one always takes four seconds',
      {
        gap: [
          [4, 0.5],
          [0.5, 0.4],
        ],
        interrupts: [0, 0.1],
      },
    ],
    [
      'who both take their time',
      {
        gap: [
          [1.8, 0.6],
          [1.8, 0.6],
        ],
      },
    ],
  ] as [string, Omit<Manners, 'changes'>][])('is 0 between people %s', (_, manners) => {
    fc.assert(
      fc.property(seeds, fc.constantFrom(30, 100), (seed, changes) => {
        expect(clockOffset(...dialogueOf({ ...manners, changes }, seed))).toBe(0);
      }),
      { numRuns: 100, seed: 9 },
    );
  });

  it('is 0 in the real call once its clocks agree', () => {
    const [customer, agent] = harperValley().callTimes.map(voicedThrough);
    expect(clockOffset(customer ?? [], agent ?? [])).toBe(0);
  });

  it('is 0 in every sample', () => {
    const files = readdirSync(SAMPLES).filter((name) => name.endsWith('.truth.json'));
    expect(files.length).toBeGreaterThan(3);
    for (const file of files) {
      const truth = JSON.parse(readFileSync(join(SAMPLES, file), 'utf8')) as {
        turns: (Interval & { channel: number })[];
      };
      const on = (channel: number) =>
        voicedThrough(truth.turns.filter((turn) => turn.channel === channel));
      expect(clockOffset(on(0), on(1)), file).toBe(0);
    }
  });

  it('is 0 where people talk over each other whatever the shift', () => {
    const talkative: Manners = {
      changes: 16,
      gap: [
        [-0.5, 0.8],
        [-0.5, 0.8],
      ],
      interrupts: [0.4, 0.4],
      backchannels: 0.5,
    };
    for (let seed = 1; seed <= 1000; seed++) {
      expect(clockOffset(...dialogueOf(talkative, seed)), `seed ${seed}`).toBe(0);
    }
  });

  it('is 0 where it is beyond what recorders do', () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      expect(lateBy(6, { ...PLAIN, changes: 100 }, seed)).toBe(0);
    }
  });

  it('is 0 where a few changes of speaker are no evidence', () => {
    for (const seed of [1, 2, 3, 4, 5]) expect(lateBy(2, { ...PLAIN, changes: 6 }, seed)).toBe(0);
  });

  it('is 0 where a side, or everybody, keeps silent', () => {
    const [left] = dialogueOf({ ...PLAIN, changes: 50 }, 1);
    expect(clockOffset(left, [])).toBe(0);
    expect(clockOffset([], left)).toBe(0);
    expect(clockOffset([], [])).toBe(0);
  });

  it('is 0 where both channels hold the same', () => {
    const [left] = dialogueOf({ ...PLAIN, changes: 50 }, 1);
    expect(clockOffset(left, left)).toBe(0);
  });

  it('of 20,000 turns takes time in proportion', () => {
    const small = Math.min(cpuSeconds(2000), cpuSeconds(2000), cpuSeconds(2000));
    expect(cpuSeconds(20_000)).toBeLessThan(0.05 + 30 * small);
  });
});

describe('overlap by shift', () => {
  it('is what shifting and intersecting gives', () => {
    const [left, right] = dialogueOf({ ...PLAIN, changes: 40 }, 3);
    const overlaps = overlapByShift(left, right, { reach: 2, step: 0.01 });
    expect(overlaps).toHaveLength(401);
    for (const at of [0, 57, 200, 333, 400]) {
      const shift = at * 0.01 - 2;
      const shifted = right.map(({ start, end }) => ({ start: start + shift, end: end + shift }));
      expect(overlaps[at]).toBeCloseTo(length(intersection(left, shifted)), 9);
    }
  });
});
