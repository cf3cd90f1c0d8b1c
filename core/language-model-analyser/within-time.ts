import type { Clock } from '../clock.ts';
import { ModelBusy } from '../errors.ts';
import { SECONDS_OF_A_REQUEST } from '../function-timeouts.ts';
import type { LanguageModel } from './language-model.ts';

/** What storing an analysis, or as much of it as there is, may take at the end. */
const RESERVE_SECONDS = 10;

/**
 * A model that is asked only as long as an answer can still come in time; after that it is busy,
 * which the state machine takes as a reason to try again.
 * @param deadline milliseconds since the epoch
 */
export function withinTime(
  model: LanguageModel,
  clock: Pick<Clock, 'now'>,
  deadline: number,
): LanguageModel {
  const latest = deadline - (SECONDS_OF_A_REQUEST + RESERVE_SECONDS) * 1000;
  return {
    identity: model.identity,
    count: (texts) => model.count(texts),
    answer: async (request) => {
      if (clock.now() > latest) throw new ModelBusy('there is no time left for another request');
      return model.answer(request);
    },
  };
}
