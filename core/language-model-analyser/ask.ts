import { Malformed, ModelFailed } from '../errors.ts';
import { REQUEST_LIMITS, type AnswerResponse, type ServedModel } from '../language-model.ts';
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
  let answered: Answered = { answers: {}, model: null };
  let left: readonly Branch[] = branches;
  for (let tries = 0, before = Infinity; left.length > 0; tries++) {
    if (tries > 1 && left.length === before) break;
    before = left.length;
    const round = await askInGroups(model, prefix, left);
    const { answers } = round;
    answered = {
      answers: { ...answered.answers, ...answers },
      model: round.model ?? answered.model,
    };
    left = left.filter(({ name }) => hasFailed(answers[name]));
  }
  return answered;
}

const hasFailed = (answer: Answers[string] | undefined): boolean =>
  answer !== undefined && 'error' in answer && PASSING.includes(answer.error.code);

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
    const response = await answerOrError(model, prefix, group);
    answered = {
      answers: { ...answered.answers, ...response.answers },
      model: response.model ?? answered.model,
    };
  }
  return answered;
}

async function answerOrError(
  model: LanguageModel,
  prefix: string,
  branches: Branch[],
): Promise<Pick<AnswerResponse, 'answers'> & { model: ServedModel | null }> {
  try {
    return await model.answer({ prefix, branches });
  } catch (error) {
    if (!(error instanceof ModelFailed || error instanceof Malformed)) throw error;
    const failed = { error: { code: 'INTERNAL', message: error.name } } as const;
    return { answers: Object.fromEntries(branches.map(({ name }) => [name, failed])), model: null };
  }
}
