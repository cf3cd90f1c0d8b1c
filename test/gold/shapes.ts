import type { PiiKind } from '../../scripts/gold/kinds.ts';

/** Whether a text can be of its kind: checksums where there are any, else what must be in it. */
export const SHAPES: Readonly<Record<PiiKind, (text: string) => boolean>> = {
  NAME: (text) => /^[\p{Lu}\p{Lo}\p{Ll}][\p{L}\p{M} '-]+$/u.test(text),
  PHONE: (text) => /^[+0-9٠-٩]/.test(text) && within(digitsOf(text).length, 8, 15),
  EMAIL: (text) => /^\S+@example\.(com|org|net)$| at example dot /.test(text),
  CARD: (text) => within(digitsOf(text).length, 15, 16) && isLuhn(digitsOf(text)),
  IBAN: isIban,
  NATIONAL_ID: (text) => isNationalId(digitsOf(text)),
  ACCOUNT_ID: (text) => /\d/.test(digitsOf(text)) && within(text.length, 4, 16),
  OTP: (text) => within(digitsOf(text).length, 4, 6),
  BIRTH_DATE: (text) => /\d/.test(digitsOf(text)) || /nineteen|twenty/.test(text),
  ADDRESS: (text) => /\d/.test(digitsOf(text)) && /\p{L}{3}/u.test(text),
  SPOKEN_NUMBER: (text) => digitsOf(text) === '' && within(text.split(' ').length, 6, 14),
};

const ARABIC_ZERO = 0x660;

function digitsOf(text: string): string {
  return text
    .replaceAll(/[٠-٩]/g, (digit) => String((digit.codePointAt(0) ?? 0) - ARABIC_ZERO))
    .replaceAll(/\D/g, '');
}

const within = (number: number, least: number, most: number): boolean =>
  least <= number && number <= most;

/** ISO/IEC 7812-1, annex B. */
function isLuhn(digits: string): boolean {
  const doubled = Array.from(digits)
    .reverse()
    .map((digit, at) => Number(digit) * (at % 2 === 0 ? 1 : 2));
  const sum = doubled.reduce((sum, digit) => sum + (digit > 9 ? digit - 9 : digit), 0);
  return sum % 10 === 0;
}

/** ISO 13616, with the lengths of its registry. */
function isIban(text: string): boolean {
  const lengths: Readonly<Record<string, number>> = { SA: 24, AE: 23, EG: 29, JO: 30, GB: 22 };
  const iban = text.replaceAll(' ', '');
  if (lengths[iban.slice(0, 2)] !== iban.length) return false;
  const number = Array.from(iban.slice(4) + iban.slice(0, 4), (sign) => Number.parseInt(sign, 36));
  return BigInt(number.join('')) % 97n === 1n;
}

const EGYPT = [2, 7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
const KUWAIT = [2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** Saudi Arabia and the Emirates: Luhn; Egypt and Kuwait: weights modulo 11; Jordan: no checksum. */
function isNationalId(digits: string): boolean {
  if (/^784\d{12}$/.test(digits) || /^[12]\d{9}$/.test(digits)) return isLuhn(digits);
  if (/^9\d{9}$/.test(digits)) return true;
  if (/^[23]\d{13}$/.test(digits)) return isWeighted(digits, EGYPT);
  return /^[23]\d{11}$/.test(digits) && isWeighted(digits, KUWAIT);
}

function isWeighted(digits: string, weights: readonly number[]): boolean {
  const sum = weights.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0);
  return (11 - (sum % 11)) % 10 === Number(digits.at(-1));
}
