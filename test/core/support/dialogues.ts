import { union, type Interval } from '../../../core/talk-metrics/intervals.ts';
import { seeded } from '../../../core/seeded-random.ts';

/** How the two of a dialogue behave; the first of a pair is the left's, times are in seconds. */
export interface Manners {
  readonly changes: number;
  /** Mean and standard deviation of the gap before each side speaks. */
  readonly gap: readonly [readonly [number, number], readonly [number, number]];
  /** How often each side begins up to two seconds before the other has finished. */
  readonly interrupts?: readonly [number, number];
  /** How often a turn is accompanied by a word of the other's. */
  readonly backchannels?: number;
}

export type Dialogue = readonly [left: Interval[], right: Interval[]];

/** People who wait for each other, mostly: gaps as telephone calls have them. */
export const PLAIN: Omit<Manners, 'changes'> = {
  gap: [
    [0.3, 0.4],
    [0.3, 0.4],
  ],
  backchannels: 0.15,
};

/** What each side of a made-up dialogue says, turns of one to twenty seconds in turn. */
export function dialogueOf(manners: Manners, seed: number): Dialogue {
  const random = seeded(seed);
  const sides: [Interval[], Interval[]] = [[], []];
  let end = 2;
  for (let change = 0; change < manners.changes; change++) {
    const side = change % 2 === 0 ? 0 : 1;
    const length = Math.min(20, Math.exp(0.9 + 0.8 * normal(random)));
    const start = end + gapBefore(side, manners, random);
    sides[side].push({ start, end: start + length });
    if (random() < (manners.backchannels ?? 0) && length > 2) {
      const at = start + random() * (length - 1);
      sides[side === 0 ? 1 : 0].push({ start: at, end: at + 0.4 });
    }
    end = Math.max(end, start + length);
  }
  return [union(sides[0], 0.3), union(sides[1], 0.3)];
}

/** The dialogue as a recorder has it that started the right channel late. */
export function startedLate([left, right]: Dialogue, seconds: number): Dialogue {
  return [left, right.map(({ start, end }) => ({ start: start - seconds, end: end - seconds }))];
}

function gapBefore(side: 0 | 1, { gap, interrupts }: Manners, random: () => number): number {
  if (random() < (interrupts?.[side] ?? 0)) return -2 * random();
  const [mean, deviation] = gap[side];
  return Math.max(-1, mean + deviation * normal(random));
}

/** Box and Muller's. */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
