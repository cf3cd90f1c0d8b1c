import { passesMod97 } from './checksums.ts';
import type { Detector, Span } from './span.ts';

/** Characters of an IBAN by country, as SWIFT's registry has them: the region's, and those who call. */
const LENGTHS: ReadonlyMap<string, number> = new Map(
  `
  ae23 bh22 eg29 iq23 jo30 kw30 lb28 ly25 om23 ps29 qa29 sa24 sd18 tn24 tr26 pk24 at20 be16 bg22
  ch21 cy28 cz24 de22 dk18 ee20 es24 fi18 fr27 gb22 gr27 hr21 hu28 ie22 it27 lt20 lu20 lv21 mt31
  nl18 no15 pl28 pt25 ro24 se24 si19 sk24
  `
    .trim()
    .split(/\s+/)
    .map((country) => [country.slice(0, 2), Number(country.slice(2))]),
);
/** Country, two check digits, then up to 27 characters with spaces or dashes between any two. */
const SHAPE = /(?<![\p{L}\p{N}])(?=([a-z]{2}[ -]?\d[ -]?\d(?:[ -]?[a-z0-9]){11,27}))/gu;

/** International bank account numbers of the right length whose check (modulo 97 is 1) holds. */
export const ibans: Detector = ({ folded }) =>
  Array.from(folded.text.matchAll(SHAPE), (found) =>
    ibanAt(folded.text, found.index, found[1] ?? ''),
  ).filter((span): span is Span => span !== null);

/** Words may follow the number: what counts is as long as its country's numbers are. */
function ibanAt(text: string, start: number, shape: string): Span | null {
  const length = LENGTHS.get(shape.slice(0, 2)) ?? 0;
  const written = firstCharacters(shape, length);
  const end = start + written.length;
  const whole = !/^[\p{L}\p{N}]/u.test(text.slice(end, end + 1));
  return length > 0 && whole && checksOut(written.replaceAll(/[ -]/g, ''), length)
    ? { start, end, kind: 'IBAN' }
    : null;
}

/** As much of a text as holds so many characters, spaces and dashes not counted. */
function firstCharacters(text: string, count: number): string {
  return new RegExp(`^(?:[ -]?[a-z0-9]){0,${count}}`).exec(text)?.[0] ?? '';
}

function checksOut(iban: string, length: number): boolean {
  return iban.length === length && passesMod97(iban);
}
