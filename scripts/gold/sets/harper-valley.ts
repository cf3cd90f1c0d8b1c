import * as z from 'zod';
import { commonForm, ForeignRow, type ImportedRow } from './foreign-row.ts';

const Segments = z.array(z.object({ speaker: z.string(), start_ms: z.number(), text: z.string() }));

/** HarperValleyBank: timed segments of two channels, as turns in the order they began. */
export function harperValleyRow(row: ForeignRow): ImportedRow {
  const segments = Segments.parse(row['segments']);
  const turns = segments
    .toSorted((one, other) => one.start_ms - other.start_ms)
    .map(({ speaker, text }) => ({ speaker, text }));
  return commonForm(ForeignRow.parse({ ...row, turns }));
}
