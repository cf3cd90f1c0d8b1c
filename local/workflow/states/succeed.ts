import type { SucceedState } from '../definition.ts';
import type { Exit, Visit } from '../visit.ts';

/** Ends the execution well. */
export function execute(state: SucceedState, visit: Visit): Promise<Exit> {
  return visit.exit(state, visit.input);
}
