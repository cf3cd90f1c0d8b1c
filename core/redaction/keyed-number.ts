import { PhraseIndex, phrasesIn } from '../text/phrases.ts';
import { isTag, type Token } from '../text/tokens.ts';
import type { Detector, Span } from './span.ts';

/** What makes a short number somebody's own when it is said just before. */
const KEYS = phrasesIn(`
  pin, pin code, otp, passcode, password, security code, verification code, one time code, cvv, ssn, social security,
  last four, last 4, last four digits, ending in, ending with, account number, account no, card number, order number,
  order id, customer number, contract number, policy number, claim number, booking number, confirmation number,
  reference number, ticket number, case number, member number, membership number, id number, national id,
  رمز, الرمز, كود, الكود, الرقم السري, رقم سري, رقم الحساب, رقم حسابي, رقم البطاقة, رقم بطاقتي, رقم الهوية, رقم هويتي,
  رقم الطلب, رقم طلبي, رقم الأوردر, رقم العقد, رقم العميل, آخر أربعة, اخر اربع, اخر ٤
`);
const index = new PhraseIndex(KEYS.map((key) => [key, true]));
/** Words that may stand between: "my pin code is it's 4532". */
const REACH = 4;
const SHORT_NUMBER = /^(?=\p{L}*\d)[\p{L}\d]*\d[\p{L}\d]*$/u;
const FEWEST_DIGITS = 3;

/** Short numbers, also with letters, that a word such as "PIN" or "order number" claims. */
export const keyedNumbers: Detector = ({ tokens }) =>
  index
    .find(tokens.map((token) => token.text))
    .flatMap(({ at, length }) => claimed(tokens.slice(at + length, at + length + REACH)));

/** The first number behind the key alone; one that is masked already is the one that was meant. */
function claimed(tokens: readonly Token[]): Span[] {
  const first = tokens.find(({ text }) => isTag(text) || isShortNumber(text));
  if (first === undefined || isTag(first.text)) return [];
  return [{ start: first.start, end: first.end, kind: 'NUMBER' }];
}

function isShortNumber(text: string): boolean {
  return SHORT_NUMBER.test(text) && text.replaceAll(/\D/g, '').length >= FEWEST_DIGITS;
}
