import type * as z from 'zod';
import { BadRow, parseRow } from '../../../core/evaluation/rows.ts';
import { Misuse } from '../../misuse.ts';
import { linesOf, type Line } from './lines.ts';

/** A row and the line that it stands on. */
export interface ReadRow<Row> {
  readonly row: Row;
  readonly line: Line;
}

/**
 * The rows of a JSON Lines file, one at a time.
 * @param name of the file in messages
 * @throws Misuse naming the line, and what is wrong with it in words that quote nothing of it
 */
export async function* rowsOf<Row>(
  path: string,
  schema: z.ZodType<Row>,
  name = path,
): AsyncGenerator<ReadRow<Row>> {
  for await (const line of linesOf(path, name)) {
    const row = atLine(name, line.number, () => parseRow(schema, parsed(line.text)));
    yield { row, line };
  }
}

/** Says where a row is that cannot be used. */
export function atLine<Result>(path: string, number: number, use: () => Result): Result {
  try {
    return use();
  } catch (error) {
    if (!(error instanceof BadRow)) throw error;
    throw new Misuse(`${path} line ${number}: ${error.message}`);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new BadRow(`not JSON: ${problemOf(error as SyntaxError)}`);
  }
}

/** V8 quotes the text that it could not parse after a comma: that is cut off. */
function problemOf({ message }: SyntaxError): string {
  return message.replace(/, (?:\.\.\.)?".*/s, '').replace(' in JSON at position', ' at character');
}
