import { quantile } from '../quantile.ts';
import type { ResponseGap, TalkMetrics } from '../transcript.ts';
import { floorChanges, floorRuns } from './floor.ts';
import { rounded } from './rounded.ts';
import { floorSpeech, type Sides } from './sides.ts';

/** How long each side lets the other wait; null for a side that answers nothing. */
export function responseGaps(sides: Sides): NonNullable<TalkMetrics['responseGap']> {
  const changes = floorChanges(floorRuns(floorSpeech(sides)));
  const waitsFor = (side: 0 | 1): number[] =>
    changes.filter(({ to }) => to === side).map(({ gap }) => Math.max(0, gap));
  return { agent: spread(waitsFor(0)), customer: spread(waitsFor(1)) };
}

function spread(waits: readonly number[]): ResponseGap | null {
  if (waits.length === 0) return null;
  const sorted = Float64Array.from(waits).sort();
  return {
    count: waits.length,
    medianSeconds: rounded(quantile(sorted, 0.5)),
    p95Seconds: rounded(quantile(sorted, 0.95)),
  };
}
