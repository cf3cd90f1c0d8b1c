import type { LlamaContextSequence, Token } from 'node-llama-cpp';
import type { Answer, AnswerRequest, AnswerResponse } from '../../../../core/language-model.ts';
import { RequestRefused } from '../http/refusal.ts';
import type { Log } from '../log.ts';
import type { Lane } from '../model/lane.ts';
import type { LoadedModel } from '../model/load.ts';
import { prefill } from '../model/prefill.ts';
import { answerBranches, type Answered } from './branches.ts';
import type { PriorCache } from './prior-cache.ts';
import { priorsFor } from './priors.ts';
import { prefixOf, readQuestions } from './prompt.ts';

export interface Answering {
  model: LoadedModel;
  priors: PriorCache;
  log: Log;
  /** Requests that may wait for a sequence. */
  queueLength: number;
}

/**
 * Evaluates the prefix once and answers every branch from there.
 * @throws RequestRefused, or the signal's reason when no branch was answered before it aborted
 */
export async function answer(
  answering: Answering,
  request: AnswerRequest,
  signal: AbortSignal,
): Promise<AnswerResponse> {
  const { model, queueLength, log } = answering;
  const lane = laneOf(model, request);
  const prefix = prefixOf(request.prefix, model.tokenizer, lane.capacity);
  const room = lane.capacity - prefix.length;
  const { questions, failures } = readQuestions(request, model.tokenizer, room);
  const read = questions.reduce((sum, { suffix }) => sum + suffix.length, prefix.length);
  const usage = { promptTokens: read, cachedTokens: 0, completionTokens: 0 };
  const answers = new Map<string, Answer>(failures);
  if (questions.length > 0) {
    const trunk = await admitted(lane, prefix, queueLength, signal);
    const evaluated = async (): Promise<Map<string, Answered>> => {
      const priors = await priorsFor(answering, lane, { request, questions, trunk, signal });
      usage.cachedTokens = await prefill(trunk, prefix, signal);
      return answerBranches(lane, trunk, {
        model,
        log,
        request,
        prefix,
        questions,
        priors,
        signal,
      });
    };
    const answered = await evaluated().finally(() => lane.pool.release(trunk));
    for (const [name, { answer, completionTokens }] of answered) {
      answers.set(name, answer);
      usage.completionTokens += completionTokens;
    }
    if (![...answered.values()].some(({ done }) => done)) signal.throwIfAborted();
  }
  return { answers: inOrder(request, answers), usage, model: model.served };
}

function laneOf({ lanes }: LoadedModel, { adapter }: AnswerRequest): Lane {
  const lane = lanes.get(adapter ?? null);
  if (lane !== undefined) return lane;
  throw new RequestRefused('UNKNOWN_ADAPTER', 'No adapter of this name lies beside the model.');
}

function admitted(
  { pool }: Lane,
  prefix: readonly Token[],
  queueLength: number,
  signal: AbortSignal,
): Promise<LlamaContextSequence> {
  if (pool.free > 0 || pool.waiting < queueLength) return pool.acquire(prefix, signal);
  throw new RequestRefused('OVERLOADED', `${queueLength} requests wait already.`);
}

const inOrder = (
  { branches }: AnswerRequest,
  answers: ReadonlyMap<string, Answer>,
): Record<string, Answer> =>
  Object.fromEntries(
    branches.flatMap(({ name }) => {
      const answer = answers.get(name);
      return answer === undefined ? [] : [[name, answer]];
    }),
  );
