import * as z from 'zod';
import { scorecardOf } from '../baseline/scorecard.ts';
import type { Question as Asked, Settings } from '../settings/index.ts';
import { writtenIn } from './answers.ts';
import { usable } from './parts.ts';
import type { Writing } from './question.ts';
import {
  agreed,
  likelier,
  Scorecard,
  ScorecardAnswer,
  scored,
  type ScoredQuestion,
} from './score.ts';
import { citedTurn, type Shown } from './shown.ts';
import type { Task } from './task.ts';
import { INVALID_ANSWER, isUnavailable, NO_AGENT_WORDS } from './unavailable.ts';

/** Questions of one branch: what a model can keep apart, in answers that leave room for the call. */
const QUESTIONS_AT_ONCE = 5;
const TOKENS_OF_ANSWER = 28;

interface Written {
  question: string;
  answer: ScorecardAnswer;
  turn: number;
}

/** What the agent did of what a quality team asks, with its score. */
export const scorecard: Task<Scorecard> = {
  result: Scorecard,
  side: () => 'agent',
  questions: (settings): Readonly<Record<string, Writing>> =>
    Object.fromEntries(branchesOf(settings).map(({ name, asked }) => [name, questionOf(asked)])),
  read(answers, shown, settings) {
    const branches = branchesOf(settings).map(({ name, asked }) =>
      writtenIn(questionOf(asked), answers[name], shown),
    );
    const unanswered = branches.find(isUnavailable);
    if (unanswered !== undefined) return unanswered;
    const written = branches.flatMap((one) => (isUnavailable(one) ? [] : one));
    if (written.length === 0) return INVALID_ANSWER;
    const { questions } = settings.scorecard;
    return scored(
      questions.map(({ id }) => answerIn(written, id, shown)),
      questions,
    );
  },
  /** Yes anywhere is yes: what is done once need not be done in each part of a call. */
  combine(parts, settings) {
    const valued = usable(parts);
    if (isUnavailable(valued)) return valued;
    const { questions } = settings.scorecard;
    const all = valued.flatMap(({ value }) => value.questions);
    return scored(
      questions.map(({ id }) => all.filter((one) => one.id === id).reduce(likelier)),
      questions,
    );
  },
  baseline: scorecardOf,
  complete(value, heard, settings) {
    const cues = scorecardOf(heard, settings);
    if (isUnavailable(cues)) return NO_AGENT_WORDS;
    if (isUnavailable(value)) return value;
    const { questions } = settings.scorecard;
    return scored(
      questions.flatMap((asked, at) => {
        const one = cues.questions[at];
        return one === undefined ? [] : [agreed(one, value.questions, asked)];
      }),
      questions,
    );
  },
};

function branchesOf({ scorecard: { questions } }: Settings): { name: string; asked: Asked[] }[] {
  const count = Math.ceil(questions.length / QUESTIONS_AT_ONCE);
  return Array.from({ length: count }, (_, at) => ({
    name: `scorecard${at + 1}`,
    asked: questions.slice(at * QUESTIONS_AT_ONCE, (at + 1) * QUESTIONS_AT_ONCE),
  }));
}

function questionOf(asked: readonly Asked[]): Writing<Written[]> {
  const listed = (language: 'en' | 'ar'): string =>
    asked.map(({ id, question }) => `- ${id}: ${question[language]}\n`).join('');
  const ids = asked.map(({ id }) => id);
  return {
    question: {
      en: `Answer these questions about the agent:\n${listed('en')}Answer as a JSON list, each with "question", "answer" (yes, no or not_applicable) and "turn", the number of the line that shows it.`,
      ar: `أجب عن هذه الأسئلة حول الموظف:\n${listed('ar')}أجب بقائمة JSON، ولكل سؤال "question" و"answer" وهو yes أو no أو not_applicable و"turn" وهو رقم السطر الذي يثبته.`,
    },
    schema: (shown) =>
      z
        .array(
          z.object({
            question: z.enum(ids),
            answer: ScorecardAnswer,
            turn: citedTurn(shown),
          }),
        )
        .max(asked.length),
    maxTokens: asked.length * TOKENS_OF_ANSWER,
  };
}

/** A yes that no turn of the agent's shows is none. */
function answerIn(written: readonly Written[], id: string, shown: Shown): ScoredQuestion {
  const one = written.find(({ question }) => question === id);
  const turn = one && shown.turns.get(one.turn);
  const isShown = turn !== undefined && turn.speaker !== 'customer';
  const answer = one?.answer === 'yes' && !isShown ? 'no' : (one?.answer ?? 'not_applicable');
  const evidence = answer === 'yes' && one !== undefined ? [one.turn] : [];
  return { id, answer, source: 'model', evidence };
}
