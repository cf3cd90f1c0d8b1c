import * as z from 'zod';
import type { Question } from '../settings/index.ts';
import { Evidence } from './evidence.ts';

export const ScorecardAnswer = z.enum(['yes', 'no', 'not_applicable']);
export type ScorecardAnswer = z.infer<typeof ScorecardAnswer>;

export const Scorecard = z.object({
  /** Yeses by weight among the questions that apply, 0 to 100; null where none applies. */
  score: z.number().min(0).max(100).nullable(),
  /** False where a critical question was answered no. */
  passed: z.boolean(),
  questions: z.array(
    z.object({
      id: z.string(),
      answer: ScorecardAnswer,
      source: z.enum(['model', 'cues', 'both']),
      /** The turns that show it; where it should have been, or none, for what was not said. */
      evidence: Evidence,
    }),
  ),
});
export type Scorecard = z.infer<typeof Scorecard>;

export type ScoredQuestion = Scorecard['questions'][number];

/** A question's answer, whoever gave it. */
export type Answered = Omit<ScoredQuestion, 'source'>;

/** The scorecard of answers. */
export function scored(answers: readonly ScoredQuestion[], asked: readonly Question[]): Scorecard {
  const weightOf = (wanted: ScorecardAnswer): number =>
    asked
      .filter(({ id }) => answerOf(id, answers) === wanted)
      .reduce((sum, { weight }) => sum + weight, 0);
  const [yes, no] = [weightOf('yes'), weightOf('no')];
  const failed = asked.some(({ id, critical }) => critical && answerOf(id, answers) === 'no');
  return {
    score: yes + no === 0 ? null : Math.round((yes / (yes + no)) * 100),
    passed: !failed,
    questions: [...answers],
  };
}

const answerOf = (id: string, answers: readonly ScoredQuestion[]): ScorecardAnswer =>
  answers.find((one) => one.id === id)?.answer ?? 'not_applicable';

const LIKELIHOOD: readonly ScorecardAnswer[] = ['not_applicable', 'no', 'yes'];

/** Of two answers to a question, from two parts of a call, the one that speaks for both. */
export const likelier = (one: ScoredQuestion, other: ScoredQuestion): ScoredQuestion =>
  LIKELIHOOD.indexOf(other.answer) > LIKELIHOOD.indexOf(one.answer) ? other : one;

/**
 * The answer of cues and of a model together. Whether a question applies is the settings' to say,
 * and words that were heard are proof; where cues heard nothing, a model's yes with its turn counts.
 */
export function agreed(
  cues: ScoredQuestion,
  model: readonly ScoredQuestion[],
  { against }: Question,
): ScoredQuestion {
  const read = model.find(({ id }) => id === cues.id);
  if (read === undefined) return cues;
  if (read.answer === cues.answer) {
    return {
      ...cues,
      source: 'both',
      evidence: [...new Set([...cues.evidence, ...read.evidence])],
    };
  }
  // Where there are words for no, a no of cues is those words.
  const isUnheard = cues.answer === 'no' && against === undefined;
  return isUnheard && read.answer === 'yes' ? read : cues;
}
