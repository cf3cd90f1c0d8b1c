import type { Language } from '../call.ts';
import { seeded } from '../seeded-random.ts';
import { arrivalsOf } from './arrivals.ts';
import { lengthsOf, type CallLengths } from './call-lengths.ts';
import type { Demand } from './demand.ts';

/** A call of the week that is planned. */
export interface PlannedCall {
  /** When its recording arrives, in seconds since the week began. */
  readonly at: number;
  readonly minutes: number;
  readonly language: Language;
}

export interface CallsOptions {
  readonly demand: Demand;
  readonly lengths: CallLengths;
  /** How many of all calls are Arabic, 0 to 1. */
  readonly arabicShare: number;
  readonly seed: number;
}

/** Calls of a week; the same for the same seed. */
export function callsOfWeek({ demand, lengths, arabicShare, seed }: CallsOptions): PlannedCall[] {
  const random = seeded(seed);
  const times = arrivalsOf(demand, random);
  const length = lengthsOf(lengths, random);
  return times.map((at) => ({
    at,
    minutes: length(),
    language: random() < arabicShare ? 'ar' : 'en',
  }));
}
