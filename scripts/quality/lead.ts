import type { Answers } from '../../cli/evaluate/answers.ts';
import { turnsOf } from '../../core/evaluation/rows.ts';

const TURNS = 3;

/** The first turns of a call as its summary: the least that a summariser must beat. */
export const leadSummary: Answers = {
  name: `first ${TURNS} turns`,
  of: async (row) => ({
    id: row.id,
    summary: turnsOf(row)
      .slice(0, TURNS)
      .map(({ text }) => text)
      .join('\n'),
  }),
  size: null,
  close: async () => undefined,
};
