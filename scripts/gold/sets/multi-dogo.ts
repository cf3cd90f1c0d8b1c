import * as z from 'zod';
import { commonForm, type ForeignRow, type ImportedRow } from './foreign-row.ts';

const Slots = z.array(z.object({ type: z.string(), text: z.string() }));

/**
 * MultiDoGO: its slots have no offsets. Of several places where a value stands, the last are meant
 * ("tcs music and password is tcs 1234"). Its kinds are kept: SSN4, four digits, is none of ours.
 */
export function multiDogoRow(row: ForeignRow): ImportedRow {
  const slots = Slots.parse(row['pii']);
  const text = row.text ?? '';
  const pii = [...new Set(slots.map((slot) => slot.text))].flatMap((value) => {
    const same = slots.filter((slot) => slot.text === value);
    const places = placesOf(text, value).slice(-same.length);
    return places.map((start, at) => ({
      turn: 0,
      start,
      end: start + value.length,
      kind: same[at]?.type ?? '',
    }));
  });
  return { ...commonForm(row), pii: pii.toSorted((one, other) => one.start - other.start) };
}

function placesOf(text: string, value: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(value); at !== -1; at = text.indexOf(value, at + value.length)) {
    places.push(at);
  }
  return places;
}
