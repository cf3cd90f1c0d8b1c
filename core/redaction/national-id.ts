import { isShortDate, passesKuwaitiCheck, passesLuhn } from './checksums.ts';
import type { Detector } from './span.ts';

/** Governorates of the Egyptian national number; 88 is born abroad. */
const EGYPTIAN_GOVERNORATE = /^(?:0[1-4]|1[1-9]|2[1-9]|3[1-5]|88)$/;
/** As the Social Security Administration writes it; 000, 666 and 9xx are never given out. */
const SOCIAL_SECURITY =
  /(?<![\p{L}\p{N}-])(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\p{N}-])/gu;

/** National, resident and civil numbers that show by their form and check digit what they are. */
export const nationalIds: Detector = ({ folded, runs }) => [
  ...runs
    .filter(({ digits, international }) => !international && isNationalId(digits))
    .map(({ start, end }) => ({ start, end, kind: 'NATIONAL_ID' as const })),
  ...Array.from(folded.text.matchAll(SOCIAL_SECURITY), (found) => ({
    start: found.index,
    end: found.index + found[0].length,
    kind: 'NATIONAL_ID' as const,
  })),
];

/**
 * Saudi citizens' and residents' (10 digits, 1 or 2, Luhn), Emirates (784, year of birth), Egyptian
 * (14: century, date of birth, governorate) and Kuwaiti (12: century, date of birth, check digit).
 */
export function isNationalId(digits: string): boolean {
  return isSaudi(digits) || isEmirati(digits) || isEgyptian(digits) || isKuwaiti(digits);
}

const isSaudi = (digits: string): boolean => /^[12]\d{9}$/.test(digits) && passesLuhn(digits);

/** Its last digit is a Luhn digit, which old cards break: the year tells enough. */
const isEmirati = (digits: string): boolean => /^784(?:19|20)\d{10}$/.test(digits);

/** Its check digit was never published; date and governorate tell enough. */
const isEgyptian = (digits: string): boolean =>
  /^[23]\d{13}$/.test(digits) &&
  isShortDate(digits.slice(1)) &&
  EGYPTIAN_GOVERNORATE.test(digits.slice(7, 9));

const isKuwaiti = (digits: string): boolean =>
  /^[23]\d{11}$/.test(digits) && isShortDate(digits.slice(1)) && passesKuwaitiCheck(digits);
