import { rougeL, rougeLsum } from './rouge-l.ts';
import { rougeN } from './rouge-n.ts';
import type { RougeScore } from './score.ts';
import type { Tokenizer } from './tokens.ts';

export const ROUGE_TYPES = ['rouge1', 'rouge2', 'rougeL', 'rougeLsum'] as const;
export type RougeType = (typeof ROUGE_TYPES)[number];
export type RougeScores = Readonly<Record<RougeType, RougeScore>>;

/**
 * All ROUGE scores of a candidate. With the Google tokenizer equal to
 * `RougeScorer(['rouge1', 'rouge2', 'rougeL', 'rougeLsum'], use_stemmer=True)` of `rouge_score`;
 * Lsum takes each line as a sentence, as it does.
 */
export function rouge(reference: string, candidate: string, tokens: Tokenizer): RougeScores {
  const [wantedLines, givenLines] = [lines(reference, tokens), lines(candidate, tokens)];
  const [wanted, given] = [wantedLines.flat(), givenLines.flat()];
  const sequence = rougeL(wanted, given);
  // Of one line each, the union of subsequences is the subsequence.
  const oneLine = wantedLines.length <= 1 && givenLines.length <= 1;
  return {
    rouge1: rougeN(wanted, given, 1),
    rouge2: rougeN(wanted, given, 2),
    rougeL: sequence,
    rougeLsum: oneLine ? sequence : rougeLsum(wantedLines, givenLines),
  };
}

/** The best of several references by F, type by type, as `score_multi` of `rouge_score`. */
export function bestOf(scores: readonly RougeScores[]): Readonly<Record<RougeType, number>> {
  const best = (type: RougeType): number => Math.max(0, ...scores.map((score) => score[type].f));
  return {
    rouge1: best('rouge1'),
    rouge2: best('rouge2'),
    rougeL: best('rougeL'),
    rougeLsum: best('rougeLsum'),
  };
}

/** No token reaches over the end of a line. */
function lines(text: string, tokens: Tokenizer): string[][] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map(tokens);
}
