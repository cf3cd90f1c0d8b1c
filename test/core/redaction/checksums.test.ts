import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redactorFor } from '../../../core/redaction/index.ts';

const SEED = 11;
const redact = (text: string): string =>
  redactorFor([
    { speaker: 'customer', text },
    { speaker: 'agent', text: 'ok' },
  ]).turn(0);

const digits = (length: number): fc.Arbitrary<string> =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((all) => all.join(''));

function luhnDigit(number: string): string {
  const sum = Array.from(number, Number)
    .toReversed()
    .map((digit, place) => (place % 2 === 0 ? digit * 2 : digit))
    .reduce((total, digit) => total + (digit > 9 ? digit - 9 : digit), 0);
  return String((10 - (sum % 10)) % 10);
}

const withLuhn = (number: string): string => number + luhnDigit(number);

const card = fc
  .tuple(fc.constantFrom('4', '51', '55', '34', '6011'), digits(15))
  .map(([start, rest]) => withLuhn((start + rest).slice(0, start === '34' ? 14 : 15)));
const saudiId = fc
  .tuple(fc.constantFrom('1', '2'), digits(8))
  .map(([start, rest]) => withLuhn(start + rest));
const date = fc
  .tuple(
    fc.integer({ min: 50, max: 99 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(''));
const emiratiId = fc
  .tuple(fc.integer({ min: 1950, max: 2010 }), digits(7))
  .map(([year, rest]) => withLuhn(`784${year}${rest}`));
const egyptianId = fc
  .tuple(date, fc.constantFrom('01', '21', '35', '88'), digits(5))
  .map(([born, place, rest]) => `2${born}${place}${rest}`);
const kuwaitiId = fc
  .tuple(date, digits(4))
  .map(([born, rest]) => {
    const number = `2${born}${rest}`;
    const weights = [2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    const check =
      11 - (weights.reduce((sum, weight, at) => sum + weight * Number(number[at]), 0) % 11);
    return check < 10 ? number + check : null;
  })
  .filter((number) => number !== null);

function iban(country: string, account: string): string {
  const value = Array.from(`${account}${country}00`, (sign) => parseInt(sign, 36)).join('');
  return `${country}${String(98n - (BigInt(value) % 97n)).padStart(2, '0')}${account}`;
}
const ibans = fc.oneof(
  digits(20).map((account) => iban('SA', account)),
  digits(19).map((account) => iban('AE', account)),
  digits(25).map((account) => iban('EG', account)),
  digits(22).map((account) => iban('JO', `CBJO${account}`)),
  digits(22).map((account) => iban('KW', `CBKU${account}`)),
);

const ENGLISH = 'zero one two three four five six seven eight nine'.split(' ');
const ARABIC = 'صفر واحد اثنين ثلاثة اربعة خمسة ستة سبعة ثمانية تسعة'.split(' ');
/** A number in either script, in groups, or said in either language. */
const WAYS: readonly [string, (number: string) => string][] = [
  ['as it is', (number) => number],
  ['in groups', (number) => number.replaceAll(/(.{4})(?=.)/g, '$1 ')],
  [
    'in Arabic-Indic digits',
    (number) => number.replaceAll(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'[Number(digit)] ?? ''),
  ],
  [
    'in Persian digits',
    (number) => number.replaceAll(/\d/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'[Number(digit)] ?? ''),
  ],
  ['with marks of direction', (number) => number.replaceAll(/(.{5})(?=.)/g, '$1\u200f')],
];
const SAID: readonly [string, (number: string) => string][] = [
  ['said in English', (number) => Array.from(number, (digit) => ENGLISH[Number(digit)]).join(' ')],
  ['said in Arabic', (number) => Array.from(number, (digit) => ARABIC[Number(digit)]).join(' ')],
];
const ALL: typeof WAYS = [...WAYS, ...SAID];

const KINDS: readonly [string, fc.Arbitrary<string>, RegExp, typeof ALL][] = [
  ['cards', card, /^it is \[CARD\] thanks$/, ALL],
  ['Saudi ids', saudiId, /^it is \[NATIONAL_ID\] thanks$/, ALL],
  ['Emirati ids', emiratiId, /^it is \[NATIONAL_ID\] thanks$/, ALL],
  ['Egyptian ids', egyptianId, /^it is \[NATIONAL_ID\] thanks$/, ALL],
  ['Kuwaiti ids', kuwaitiId, /^it is \[NATIONAL_ID\] thanks$/, ALL],
  ['IBANs', ibans, /^it is \[IBAN\] thanks$/, WAYS],
];

describe('numbers with a check digit are always found', () => {
  const rows = KINDS.flatMap(([kind, numbers, masked, ways]) =>
    ways.map(([way, written]) => [kind, way, numbers, masked, written] as const),
  );
  it.each(rows)('%s %s', (_kind, _way, numbers, masked, written) => {
    fc.assert(
      fc.property(numbers, (number) => {
        expect(redact(`it is ${written(number)} thanks`)).toMatch(masked);
      }),
      { seed: SEED, numRuns: 12 },
    );
  });
});

const price = fc
  .tuple(
    fc.integer({ min: 1, max: 999_999 }),
    fc.constantFrom('$', '£', ' riyals', ' dollars', ' AED', '٪', ' ريال', ' درهم', ' جنيه'),
  )
  .map(([amount, unit]) =>
    unit.length === 1 && unit !== '٪'
      ? `${unit}${amount}`
      : `${amount}${unit === '٪' ? '%' : unit}`,
  );
const day = fc
  .tuple(
    fc.integer({ min: 1, max: 28 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 2001, max: 2030 }),
    fc.constantFrom('/', '-', '.'),
  )
  .map(([d, m, y, sign]) => [d, m, y].join(sign));
const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([h, m]) => `${h}:${String(m).padStart(2, '0')}`);
const count = fc
  .tuple(
    fc.integer({ min: 1, max: 9999 }),
    fc.constantFrom('items', 'minutes', 'days', 'points', 'GB', 'دقيقة', 'أيام', 'نقطة'),
  )
  .map(([number, unit]) => `${number} ${unit}`);
const floor = fc.integer({ min: 0, max: 80 }).map((number) => `floor ${number}, الطابق ${number}`);

describe('what counts, costs or dates stays', () => {
  it.each([
    ['prices', price],
    ['dates', day],
    ['times', time],
    ['counts', count],
    ['floors', floor],
  ])('%s', (_, values) => {
    fc.assert(
      fc.property(values, (value) => {
        const text = `so that is ${value} then`;
        expect(redact(text)).toBe(text);
      }),
      { seed: SEED, numRuns: 60 },
    );
  });
});
