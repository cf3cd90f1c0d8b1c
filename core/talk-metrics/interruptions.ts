import { isAcknowledgement } from '../text/acknowledgement.ts';
import { wordsOf } from '../text/tokens.ts';
import { wordSet } from '../text/words/list.ts';
import type { TalkMetrics, Turn } from '../transcript.ts';
import { intervalAt, length, type Interval } from './intervals.ts';
import { claimsFloor, floorSpeech, type Sides } from './sides.ts';
import { voiced } from './voiced.ts';

/** Who goes on for less only started by mistake, or agrees. */
const SHORTEST_SECONDS = 0.8;
/** The other must have been speaking before, and go on, for longer than people take to hand over. */
const HANDOVER_SECONDS = 0.25;
const LONGEST_BACKCHANNEL = 3;
const DENIALS = wordSet('no لا');

/** How often each side begins while the other speaks and then holds the floor. */
export function interruptions(sides: Sides): NonNullable<TalkMetrics['interruptions']> {
  const [agent, customer] = floorSpeech(sides);
  return {
    agent: sides.agent.filter((turn) => isInterruption(turn, customer)).length,
    customer: sides.customer.filter((turn) => isInterruption(turn, agent)).length,
  };
}

function isInterruption(turn: Turn, other: readonly Interval[]): boolean {
  const own = voiced([turn]);
  const start = own[0]?.start ?? turn.start;
  const interrupted = intervalAt(other, start);
  if (interrupted === null || isBackchannel(turn) || length(own) < SHORTEST_SECONDS) return false;
  return (
    start - interrupted.start >= HANDOVER_SECONDS && interrupted.end - start >= HANDOVER_SECONDS
  );
}

function isBackchannel(turn: Turn): boolean {
  if (!claimsFloor(turn)) return true;
  const words = wordsOf(turn.text);
  return (
    words.length <= LONGEST_BACKCHANNEL &&
    words.every((word) => DENIALS.has(word) || isAcknowledgement(word))
  );
}
