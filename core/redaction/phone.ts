import type { Detector } from './span.ts';

/** Mobile numbers as people say them at home; KW and US shapes have no leading 0. */
const AT_HOME = [
  /^05\d{8}$/, // SA, AE
  /^5\d{8}$/, // the same without the 0
  /^01[0125]\d{8}$/, // EG
  /^07[789]\d{7}$/, // JO
  /^[569]\d{7}$/, // KW
  /^1?[2-9]\d{2}[2-9]\d{6}$/, // US
  /^07\d{9}$/, // GB
];
/** The same countries' codes where "+" or "00" was swallowed. */
const FROM_ABROAD =
  /^(?:9665\d{8}|9715\d{8}|201[0125]\d{8}|9627[789]\d{7}|965[569]\d{7}|447\d{9})$/;
const SHORTEST_ABROAD = 8;
/** E.164 allows 15 digits; "00" comes on top. */
const LONGEST_ABROAD = 17;
/** Said just before, these make the same digits another number. */
const OTHER_NUMBER =
  /(?:\b(?:account|order|card|policy|claim|case|ticket|reference|invoice|social security|routing|id)|حساب|حسابي|طلب|طلبي|هويه|بطاقه|عقد|فاتوره)(?: number| id| no| num)?(?: is| it's|'s)?[:\s]*$/u;
/** How far back such a word may begin. */
const REACH = 32;
const DOTTED = /(?<![\d.])\d{3}\.\d{3}\.\d{4}(?![\d.])/g;

/** Telephone numbers by their digits alone: international, and local mobile shapes. */
export const phones: Detector = ({ folded, runs }) => [
  ...runs
    .filter(({ digits, international }) => isPhoneNumber(digits, international))
    .filter(
      ({ start, international }) =>
        international || !OTHER_NUMBER.test(folded.text.slice(Math.max(0, start - REACH), start)),
    )
    .map(({ start, end }) => ({ start, end, kind: 'PHONE' as const })),
  ...Array.from(folded.text.matchAll(DOTTED), (found) => ({
    start: found.index,
    end: found.index + found[0].length,
    kind: 'PHONE' as const,
  })),
];

function isPhoneNumber(digits: string, international: boolean): boolean {
  if (international) return digits.length >= SHORTEST_ABROAD && digits.length <= LONGEST_ABROAD;
  return FROM_ABROAD.test(digits) || AT_HOME.some((shape) => shape.test(digits));
}
