import type { LlamaContextSequence } from 'node-llama-cpp';
import type { AnswerRequest } from '../../../../core/language-model.ts';
import { chooseAmong, type Probabilities } from '../branch/choose.ts';
import { Cursor } from '../branch/cursor.ts';
import type { Lane } from '../model/lane.ts';
import { prefill } from '../model/prefill.ts';
import type { Answering } from './answer.ts';
import { priorKey } from './prior-cache.ts';
import { prefixOf, type Question } from './prompt.ts';

interface Asked {
  request: AnswerRequest;
  questions: readonly Question[];
  trunk: LlamaContextSequence;
  signal: AbortSignal;
}

/** What the labels of each branch get after the content-free prefix, when the request has one. */
export async function priorsFor(
  { model, priors }: Pick<Answering, 'model' | 'priors'>,
  lane: Lane,
  { request, questions, trunk, signal }: Asked,
): Promise<Map<string, Probabilities>> {
  const found = new Map<string, Probabilities>();
  const { contentFreePrefix, adapter } = request;
  if (contentFreePrefix === undefined) return found;
  const tokens = prefixOf(contentFreePrefix, model.tokenizer, lane.capacity);
  for (const question of questions) {
    if (question.kind !== 'choose') continue;
    const { name, suffix, labels, trie } = question;
    const key = priorKey([adapter ?? null, tokens, suffix, labels]);
    const prior = priors.get(key) ?? (await measured());
    priors.set(key, prior);
    found.set(name, prior);

    async function measured(): Promise<Probabilities> {
      await prefill(trunk, tokens, signal);
      return chooseAmong(new Cursor(trunk, model.tokenizer, signal), suffix, trie);
    }
  }
  return found;
}
