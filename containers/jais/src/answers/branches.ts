import type { LlamaContextSequence, Token } from 'node-llama-cpp';
import type { Answer, AnswerRequest } from '../../../../core/language-model.ts';
import { BranchFailed } from '../branch/branch-failed.ts';
import { chooseAmong, type Probabilities } from '../branch/choose.ts';
import { Cursor } from '../branch/cursor.ts';
import { fork } from '../model/fork.ts';
import { kindOf, type Log } from '../log.ts';
import type { Lane } from '../model/lane.ts';
import type { LoadedModel } from '../model/load.ts';
import { prefill } from '../model/prefill.ts';
import { randomFrom } from '../random.ts';
import { Writer } from '../write/writer.ts';
import { calibrated } from './prior-cache.ts';
import type { Choice, Question, Writing } from './prompt.ts';

export interface Branching {
  model: LoadedModel;
  log: Log;
  request: AnswerRequest;
  prefix: readonly Token[];
  questions: readonly Question[];
  /** By the names of branches whose labels are calibrated. */
  priors: ReadonlyMap<string, Probabilities>;
  signal: AbortSignal;
}

export interface Answered {
  answer: Answer;
  /** Whether it is what was asked for, and no error. */
  done: boolean;
  completionTokens: number;
}

/**
 * Answers every branch: on the trunk, and on copies of it in sequences that nobody waits for. A
 * branch's tokens are erased before the next one begins. Never rejects.
 */
export async function answerBranches(
  lane: Lane,
  trunk: LlamaContextSequence,
  branching: Branching,
): Promise<Map<string, Answered>> {
  const { questions, prefix } = branching;
  const copies = await copiesOf(lane, trunk, prefix.length, questions.length - 1);
  const answers = new Map<string, Answered>();
  const left = [...questions.entries()];
  const answerNext = async (sequence: LlamaContextSequence): Promise<void> => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      const [seat, question] = next;
      answers.set(question.name, await answerBranch(sequence, question, seat, branching));
    }
  };
  const onCopy = (copy: LlamaContextSequence): Promise<void> =>
    answerNext(copy).finally(() => lane.pool.release(copy));
  await Promise.all([answerNext(trunk), ...copies.map(onCopy)]);
  return answers;
}

async function copiesOf(
  lane: Lane,
  trunk: LlamaContextSequence,
  length: number,
  wanted: number,
): Promise<LlamaContextSequence[]> {
  if (!lane.forks || lane.pool.waiting > 0) return [];
  const copies: LlamaContextSequence[] = [];
  for (const sequence of lane.pool.takeFree(wanted)) {
    if (await fork(trunk, sequence, length)) copies.push(sequence);
    else lane.pool.release(sequence);
  }
  return copies;
}

async function answerBranch(
  sequence: LlamaContextSequence,
  question: Question,
  seat: number,
  branching: Branching,
): Promise<Answered> {
  const { model, prefix, priors, signal } = branching;
  const cursor = new Cursor(sequence, model.tokenizer, signal);
  try {
    await prefill(sequence, prefix, signal);
    const answer =
      question.kind === 'choose'
        ? await choice(cursor, question, priors.get(question.name))
        : await writing(cursor, question, seat, branching);
    return { answer, done: true, completionTokens: cursor.written };
  } catch (error) {
    return { answer: failureOf(error, branching), done: false, completionTokens: cursor.written };
  }
}

async function choice(
  cursor: Cursor,
  { suffix, trie }: Choice,
  prior: Probabilities | undefined,
): Promise<Answer> {
  const found = await chooseAmong(cursor, suffix, trie);
  const probabilities = prior === undefined ? found : calibrated(found, prior);
  const [[label] = ['']] = [...probabilities].toSorted(([, one], [, other]) => other - one);
  return { label, probabilities: Object.fromEntries(probabilities) };
}

async function writing(
  cursor: Cursor,
  { suffix, plan, longest }: Writing,
  seat: number,
  { model, request }: Branching,
): Promise<Answer> {
  const { temperature, seed = Math.floor(Math.random() * 2 ** 32) } = request;
  cursor.read(suffix);
  const sampling = { temperature, random: randomFrom(seed + seat * SEED_STEP) };
  const { tokenizer, grammar } = model;
  const writer = new Writer({ cursor, tokenizer, grammar, sampling, maxTokens: longest });
  return { value: await writer.write(plan) };
}

/** Keeps branches of one request, and requests of neighbouring seeds, from drawing alike. */
const SEED_STEP = 0x9e_37_79_b9;

function failureOf(error: unknown, { signal, log }: Branching): Answer {
  if (error instanceof BranchFailed) return error.answer;
  if (signal.aborted) {
    return new BranchFailed('DEADLINE_EXCEEDED', 'The answer was not done in time.').answer;
  }
  log.error('branch failed', { error: kindOf(error) });
  return new BranchFailed('INTERNAL', 'The server failed on this branch.').answer;
}
