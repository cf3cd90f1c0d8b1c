import type { Answers } from '../../cli/evaluate/answers.ts';
import { SPEAKER_PREFIX } from '../../core/baseline/summary.ts';
import { Language } from '../../core/call.ts';
import { turnsOf, type GoldRow, type WrittenTurn } from '../../core/evaluation/rows.ts';
import { sentencesOf } from '../../core/text/sentences.ts';

const MOST = 3;

/** The beginning of a call as its summary, in the baseline's own form: the least that it must beat. */
export const LEADS: readonly Answers[] = [
  lead(`first ${MOST} turns`, (turns) => turns.slice(0, MOST)),
  lead(`first ${MOST} sentences`, (turns) =>
    turns
      .flatMap(({ speaker, text }) => sentencesOf(text).map((one) => ({ speaker, text: one })))
      .slice(0, MOST),
  ),
];

function lead(name: string, first: (turns: readonly WrittenTurn[]) => WrittenTurn[]): Answers {
  return {
    name,
    of: async (row) => ({ id: row.id, summary: first(turnsOf(row)).map(quoteIn(row)).join('\n') }),
    size: null,
    close: async () => undefined,
  };
}

const quoteIn =
  ({ lang }: GoldRow) =>
  ({ speaker, text }: WrittenTurn): string =>
    SPEAKER_PREFIX[Language.catch('en').parse(lang)][speaker] + text;
