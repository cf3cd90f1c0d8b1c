import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/max';
import type { DigitRun } from './digit-runs.ts';
import { isNationalId } from './national-id.ts';
import type { Detector } from './span.ts';

/** Where callers dial from without a country code; the first that knows a number is as good as another. */
const AT_HOME: readonly CountryCode[] = ['SA', 'AE', 'EG', 'JO', 'KW', 'US', 'GB'];
/** What a fixed line needs a word before it for, since case and order numbers look the same. */
const MOBILE = /MOBILE/;
/** North American numbers look alike, fixed or mobile; their first and fourth digits say enough. */
const NORTH_AMERICAN = /^1?[2-9]\d{2}[2-9]\d{6}$/;
/** With the numbers that Ofcom keeps for drama, which no library takes for valid. */
const BRITISH_MOBILE = /^(?:44|0)7\d{9}$/;
const SHORTEST = 7;
const SHORTEST_ABROAD = 8;
/** E.164 allows 15 digits; "00" comes on top. */
const LONGEST_ABROAD = 17;
/** Said just before, these make the same digits another number. */
const OTHER_NUMBER =
  /(?:\b(?:account|order|card|policy|claim|case|ticket|reference|invoice|social security|routing|id|booking|member|membership|tracking|confirmation)|حساب|حسابي|طلب|طلبي|هويه|بطاقه|عقد|فاتوره|حجز|بلاغ|مطالبه|عضويه)(?: number| id| no| num| code)?(?: is| it's|'s)?[:#\s]*$/u;
const PHONE_WORD =
  /(?:\b(?:phone|mobile|cell|telephone|tel|call|ring|whatsapp|landline|reach)|جوال|موبايل|هاتف|تلفون|تليفون|اتصل|واتس)\p{L}*(?:\s+\p{L}+){0,3}[:#\s]*$/u;
/** How far back such a word may begin. */
const REACH = 40;
const DOTTED = /(?<![\d.])\d{3}\.\d{3}\.\d{4}(?![\d.])/g;

/** Telephone numbers: international ones, mobiles as they are dialled at home, others by a word. */
export const phones: Detector = ({ folded, runs }, asked) => [
  ...runs
    .filter((run) =>
      isPhone(
        run,
        folded.text.slice(Math.max(0, run.start - REACH), run.start),
        asked.has('PHONE'),
      ),
    )
    .map(({ start, end }) => ({ start, end, kind: 'PHONE' as const })),
  ...Array.from(folded.text.matchAll(DOTTED), (found) => ({
    start: found.index,
    end: found.index + found[0].length,
    kind: 'PHONE' as const,
  })),
];

function isPhone({ digits, international }: DigitRun, before: string, asked: boolean): boolean {
  if (international) {
    const shortest = digits.startsWith('00') ? SHORTEST_ABROAD + 2 : SHORTEST_ABROAD;
    return digits.length >= shortest && digits.length <= LONGEST_ABROAD;
  }
  if (digits.length < SHORTEST || digits.length > LONGEST_ABROAD || OTHER_NUMBER.test(before))
    return false;
  if (asked || PHONE_WORD.test(before)) return !isNationalId(digits);
  return NORTH_AMERICAN.test(digits) || BRITISH_MOBILE.test(digits) || isMobile(digits);
}

/** Dialled at home, or with a country code whose "+" or "00" was swallowed. */
function isMobile(digits: string): boolean {
  return (
    AT_HOME.some((country) => isMobileOf(digits, country)) ||
    (digits.length > 10 && isMobileOf(`+${digits}`))
  );
}

function isMobileOf(number: string, country?: CountryCode): boolean {
  const parsed = parsePhoneNumberFromString(number, country);
  return parsed !== undefined && parsed.isValid() && MOBILE.test(parsed.getType() ?? '');
}
