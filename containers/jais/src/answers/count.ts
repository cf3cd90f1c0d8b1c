import type { CountRequest, CountResponse } from '../../../../core/language-model.ts';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { LoadedModel } from '../model/load.ts';

/** Texts after which others have their turn: counting is work of the one thread that answers. */
const TEXTS_A_TURN = 64;

/** How many tokens each text is, as `answer` would read it. */
export async function count(
  { tokenizer, served }: LoadedModel,
  { count: texts }: CountRequest,
  signal: AbortSignal,
): Promise<CountResponse> {
  const counts: number[] = [];
  for (const text of texts) {
    counts.push(tokenizer.tokensOf(text).length);
    if (counts.length % TEXTS_A_TURN === 0) await nextTurn();
    signal.throwIfAborted();
  }
  return { counts, model: served };
}
