import { numbered, type NumberedPair } from '../numbered.ts';

/** How a transcript departs from what was said. */
export interface WordErrors {
  readonly substitutions: number;
  readonly deletions: number;
  readonly insertions: number;
}

/** Longer than any call: twelve hours of fast speech. */
export const MOST_WORDS = 2 ** 17 - 1;

/** All errors, substitutions and deletions of a cell as one number: millions are compared. */
const FIELD = MOST_WORDS + 1;
const ERROR = FIELD * FIELD;
const SUBSTITUTION = ERROR + FIELD;
const DELETION = ERROR + 1;
const INSERTION = ERROR;

/**
 * The fewest word errors, by kind. Of several ways with equally few, the one with the fewest
 * substitutions.
 * @throws RangeError for more words than any call has
 */
export function wordErrors(said: readonly string[], heard: readonly string[]): WordErrors {
  return numberedErrors(numbered(said, heard));
}

/**
 * The same of words that are numbered already.
 * @throws RangeError for more words than any call has
 */
export function numberedErrors({ one: said, other: heard }: NumberedPair): WordErrors {
  const longest = Math.max(said.length, heard.length);
  if (longest > MOST_WORDS) {
    throw new RangeError(`expected at most ${MOST_WORDS} words, got ${longest}`);
  }
  let above = new Float64Array(heard.length + 1).map((_, column) => column * INSERTION);
  let row = new Float64Array(heard.length + 1);
  for (const word of said) {
    row[0] = (above[0] as number) + DELETION;
    for (let column = 1; column <= heard.length; column++) {
      const change = word === heard[column - 1] ? 0 : SUBSTITUTION;
      row[column] = Math.min(
        (above[column - 1] as number) + change,
        (above[column] as number) + DELETION,
        (row[column - 1] as number) + INSERTION,
      );
    }
    [above, row] = [row, above];
  }
  return unpacked(above[heard.length] as number);
}

function unpacked(cell: number): WordErrors {
  const errors = Math.floor(cell / ERROR);
  const substitutions = Math.floor((cell % ERROR) / FIELD);
  const deletions = cell % FIELD;
  return { substitutions, deletions, insertions: errors - substitutions - deletions };
}
