import { numbered } from '../numbered.ts';
import { rougeL, rougeLsum } from './rouge-l.ts';
import { rouge1, rouge2 } from './rouge-n.ts';
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
  const words = numbered(wantedLines.flat(), givenLines.flat());
  const sequence = rougeL(words);
  // Of one line each, the union of subsequences is the subsequence.
  const oneLine = wantedLines.length <= 1 && givenLines.length <= 1;
  return {
    rouge1: rouge1(words),
    rouge2: rouge2(words),
    rougeL: sequence,
    rougeLsum: oneLine
      ? sequence
      : rougeLsum(words, { reference: lengthsOf(wantedLines), candidate: lengthsOf(givenLines) }),
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

const lengthsOf = (lines: readonly (readonly string[])[]): number[] =>
  lines.map(({ length }) => length);

/** No token reaches over the end of a line. */
function lines(text: string, tokens: Tokenizer): string[][] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map(tokens);
}
