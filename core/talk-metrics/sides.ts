import type { Turn } from '../transcript.ts';
import type { Interval } from './intervals.ts';
import { voiced } from './voiced.ts';

/** What each side says, where it is known which turn is whose. */
export interface Sides {
  readonly agent: readonly Turn[];
  readonly customer: readonly Turn[];
}

/** When agent and customer claim the floor: backchannels claim none. */
export function floorSpeech({ agent, customer }: Sides): [Interval[], Interval[]] {
  return [voiced(agent.filter(claimsFloor)), voiced(customer.filter(claimsFloor))];
}

export function claimsFloor({ backchannel }: Turn): boolean {
  return backchannel !== true;
}
