import { Malformed, ModelFailed } from '../errors.ts';
import { REQUEST_LIMITS, type ServedModel } from '../language-model.ts';
import type { Answers } from '../tasks/task.ts';
import type { LanguageModel } from './language-model.ts';
import type { Branch } from './prompt.ts';

/** What one prefix was answered with, and by which model; null when it failed throughout. */
export interface Answered {
  readonly answers: Answers;
  readonly model: ServedModel | null;
}

/** Errors of a branch that another try may not meet. */
const PASSING: readonly string[] = ['DEADLINE_EXCEEDED', 'INTERNAL'];

/**
 * Asks all branches of one prefix, which the endpoint evaluates once. What fails and may pass is
 * asked again, as long as a round answers something more; what fails after that is an answer
 * with its error.
 * @throws PromptTooLong, ModelBusy, ModelHasNoCapacity: matters of the whole call
 */
export async function ask(
  model: LanguageModel,
  prefix: string,
  branches: readonly Branch[],
): Promise<Answered> {
  let answered = await askInGroups(model, prefix, branches);
  let left = failedOf(branches, answered);
  while (left.length > 0) {
    const again = await askInGroups(model, prefix, left);
    answered = joined(answered, again);
    const still = failedOf(left, again);
    if (still.length === left.length) break;
    left = still;
  }
  return answered;
}

const failedOf = (branches: readonly Branch[], { answers }: Answered): Branch[] =>
  branches.filter(({ name }) => {
    const answer = answers[name];
    return answer !== undefined && 'error' in answer && PASSING.includes(answer.error.code);
  });

const joined = (one: Answered, later: Answered): Answered => ({
  answers: { ...one.answers, ...later.answers },
  model: later.model ?? one.model,
});

/** The endpoint takes only so many branches; the prefix stays evaluated between requests. */
async function askInGroups(
  model: LanguageModel,
  prefix: string,
  branches: readonly Branch[],
): Promise<Answered> {
  const most = REQUEST_LIMITS.branches;
  let answered: Answered = { answers: {}, model: null };
  for (let from = 0; from < branches.length; from += most) {
    const group = branches.slice(from, from + most);
    answered = joined(answered, await answerOrError(model, prefix, group));
  }
  return answered;
}

async function answerOrError(
  model: LanguageModel,
  prefix: string,
  branches: Branch[],
): Promise<Answered> {
  try {
    return await model.answer({ prefix, branches });
  } catch (error) {
    if (!(error instanceof ModelFailed || error instanceof Malformed)) throw error;
    const failed = { error: { code: 'INTERNAL', message: error.name } } as const;
    return { answers: Object.fromEntries(branches.map(({ name }) => [name, failed])), model: null };
  }
}
