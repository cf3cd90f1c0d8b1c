import { isTag } from '../text/tokens.ts';
import { soundOf } from './codes.ts';
import type { RedactionKind } from './kinds.ts';
import type { Passage } from './passage.ts';
import type { Span } from './span.ts';

/** Values that were found by a word beside them are said again without it. */
const REPEATED: ReadonlySet<RedactionKind> = new Set([
  'CARD',
  'IBAN',
  'NATIONAL_ID',
  'BIRTH_DATE',
  'PHONE',
  'OTP',
  'ACCOUNT_ID',
  'ADDRESS',
  'NUMBER',
]);
const SHORTEST = 4;
const YEAR = /^(?:19|20)\d\d$/;
/** Characters of one value; addresses are the longest. */
const LONGEST = 60;

/** Values by how they sound, with their kinds and the lengths that they have. */
export interface Values {
  readonly kinds: ReadonlyMap<string, RedactionKind>;
  /** Characters of the longest value. */
  readonly longest: number;
}

/** The values in found spans, whatever stands between their letters and digits. */
export function valuesOf(found: readonly { passage: Passage; spans: readonly Span[] }[]): Values {
  const kinds = new Map<string, RedactionKind>();
  let longest = 0;
  for (const { passage, spans } of found) {
    for (const span of spans) {
      if (!REPEATED.has(span.kind)) continue;
      const tokens = passage.tokens.filter(
        ({ start, end }) => start >= span.start && end <= span.end,
      );
      const value = tokens.map(({ text }) => soundOf(text)).join('');
      if (
        value.length < SHORTEST ||
        value.length > LONGEST ||
        YEAR.test(value) ||
        !isTelling(value)
      )
        continue;
      kinds.set(value, span.kind);
      longest = Math.max(longest, value.length);
    }
  }
  return { kinds, longest };
}

/** Words alone tell nothing unless they are several: "sunflower" is a password only where it is one. */
const isTelling = (value: string): boolean => /\d{3}|\d.*\d/.test(value) || value.length > 8;

/** Spans of values that were found elsewhere in the call, in whatever grouping. */
export function repeatedIn({ tokens }: Passage, { kinds, longest }: Values): Span[] {
  if (kinds.size === 0) return [];
  const spans: Span[] = [];
  for (let at = 0; at < tokens.length; at++) {
    let value = '';
    for (let to = at; value.length < longest; to++) {
      const token = tokens[to];
      if (token === undefined || isTag(token.text)) break;
      value += soundOf(token.text);
      const kind = kinds.get(value);
      if (kind !== undefined) spans.push({ start: tokens[at]?.start ?? 0, end: token.end, kind });
    }
  }
  return spans;
}
