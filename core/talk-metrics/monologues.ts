import type { TalkMetrics } from '../transcript.ts';
import { floorRuns } from './floor.ts';
import { HOLD_SECONDS } from './hold-like-gaps.ts';
import { rounded } from './rounded.ts';
import { floorSpeech, type Sides } from './sides.ts';

/**
 * The longest each side holds the floor, its pauses included: until the other takes over, which a
 * backchannel does not, or until nobody speaks for as long as a hold.
 */
export function longestMonologues(
  sides: Sides,
): NonNullable<TalkMetrics['longestMonologueSeconds']> {
  const longest: [number, number] = [0, 0];
  for (const { side, start, end } of floorRuns(floorSpeech(sides), HOLD_SECONDS)) {
    longest[side] = Math.max(longest[side], end - start);
  }
  return { agent: rounded(longest[0]), customer: rounded(longest[1]) };
}
