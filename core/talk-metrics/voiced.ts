import type { Turn } from '../transcript.ts';
import { union, type Interval } from './intervals.ts';

/** Pauses inside a phrase; longer ones are silence. */
const PAUSE_SECONDS = 0.3;

/** When somebody's voice was heard in these turns: by words where the engine gives their times. */
export function voiced(turns: readonly Turn[]): Interval[] {
  return voicedThrough(turns.flatMap(stretches));
}

/** When a voice was heard that spoke for these stretches, through the pauses of a phrase. */
export function voicedThrough(stretches: readonly Interval[]): Interval[] {
  return union(stretches, PAUSE_SECONDS);
}

function stretches(turn: Turn): readonly Interval[] {
  const words = turn.words?.filter(({ start, end }) => end > start) ?? [];
  return words.length > 0 ? words : [turn];
}
