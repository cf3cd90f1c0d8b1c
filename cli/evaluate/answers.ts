import type { Analyser } from '../../core/analyser.ts';
import { turnsOf, type GoldRow, type IdentifiedRow } from '../../core/evaluation/rows.ts';
import type { RedactionPolicy } from '../../core/redaction/policy.ts';
import { analyseWritten } from '../../core/written-call.ts';

/** What a system answers to the rows of a set. */
export interface Answers {
  /** What people know the system by. */
  readonly name: string;
  /** The row that answers; null when there is none. */
  of(row: GoldRow): Promise<IdentifiedRow | null>;
  /** How many answers there are in all; null when they are made for each row. */
  readonly size: number | null;
  close(): Promise<void>;
}

/** An engine that is asked as rows come by. */
export function engineAnswers(analyser: Analyser, policy?: RedactionPolicy): Answers {
  return {
    name: analyser.name,
    of: async (row) => {
      const { id, lang } = row;
      return { ...(await analyseWritten({ id, lang, turns: turnsOf(row) }, analyser, policy)) };
    },
    size: null,
    close: async () => undefined,
  };
}
