import type { PassState } from '../definition.ts';
import type { Exit, Visit } from '../visit.ts';

/** Hands its input on, reshaped by Output. */
export function execute(state: PassState, visit: Visit): Promise<Exit> {
  return visit.exit(state, visit.input);
}
