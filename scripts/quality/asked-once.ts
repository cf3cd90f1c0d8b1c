import type { Answers } from '../../cli/evaluate/answers.ts';
import type { GoldRow, IdentifiedRow } from '../../core/evaluation/rows.ts';

/** Answers that are made once for a row, however many tasks it is scored for: models take long. */
export function askedOnce(answers: Answers): Answers {
  const made = new Map<string, Promise<IdentifiedRow | null>>();
  return {
    ...answers,
    of: (row) => {
      const asked = JSON.stringify(askedIn(row));
      let answer = made.get(asked);
      if (answer === undefined) made.set(asked, (answer = answers.of(row)));
      return answer;
    },
  };
}

/** What an engine reads of a row. */
const askedIn = ({ id, lang, text, turns }: GoldRow): readonly unknown[] => [id, lang, text, turns];
