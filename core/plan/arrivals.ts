import type { Demand } from './demand.ts';

/**
 * Times at which calls come, in order: a Poisson process whose rate is the demand's.
 * @param random numbers from 0 up to 1
 */
export function arrivalsOf(demand: Demand, random: () => number): number[] {
  const times: number[] = [];
  // Calls yet to be expected before the next one comes.
  let ahead = exponential(random);
  for (const { from, to, calls } of demand) {
    let passed = 0;
    while (passed + ahead <= calls) {
      passed += ahead;
      times.push(from + ((to - from) * passed) / calls);
      ahead = exponential(random);
    }
    ahead -= calls - passed;
  }
  return times;
}

const exponential = (random: () => number): number => -Math.log(1 - random());
