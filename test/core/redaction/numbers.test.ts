import { describe, expect, it } from 'vitest';
import { redactorFor } from '../../../core/redaction/index.ts';

const redact = (text: string): string => redactorFor([{ speaker: 'customer', text }]).turn(0);

describe('what is masked', () => {
  it.each([
    ['a card in groups', 'it is 4111 1111 1111 1111 thanks', 'it is [CARD] thanks'],
    ['a card with dashes', '4111-1111-1111-1111', '[CARD]'],
    ['a card with its expiry behind it', '5500000000000004 12 27', '[CARD]'],
    ['a card that was heard with pauses', '4111, 1111, 1111, 1111.', '[CARD].'],
    [
      'a card that was said',
      'four triple one, double one double one, one one one one, one one one one',
      '[CARD]',
    ],
    ['a card whose check digit is wrong, as a number', '4111 1111 1111 1112', '[NUMBER]'],
    ['a Saudi IBAN', 'SA03 8000 0000 6080 1016 7519 is it', '[IBAN] is it'],
    ['an Emirati IBAN in lower case', 'iban ae070331234567890123456', 'iban [IBAN]'],
    ['a Kuwaiti IBAN with letters', 'KW81CBKU0000000000001234560101', '[IBAN]'],
    ['an IBAN whose check fails, as a number', 'SA04 8000 0000 6080 1016 7519', '[NUMBER]'],
    ['an international number', 'call +966 50 123 4567 now', 'call [PHONE] now'],
    ['a number with 00', '00971501234567', '[PHONE]'],
    ['a Saudi mobile', '0501234567', '[PHONE]'],
    ['an Egyptian mobile', '010 1234 5678', '[PHONE]'],
    ['a Jordanian mobile', '0791234567', '[PHONE]'],
    ['a Kuwaiti mobile', '9912 3456', '[PHONE]'],
    ['an American number', '(977) 625-2661', '[PHONE]'],
    ['an American number with dots', '977.625.2661', '[PHONE]'],
    ['a British mobile', '07700 900123', '[PHONE]'],
    ['Arabic-Indic digits', 'رقمي ٠٥٠ ١٢٣ ٤٥٦٧', 'رقمي [PHONE]'],
    ['Persian digits', '۰۵۰۱۲۳۴۵۶۷', '[PHONE]'],
    ['digits with marks of direction inside', '050\u200f123\u202a4567', '[PHONE]'],
    ['an account number', 'account 4716 2036', 'account [ACCOUNT_ID]'],
    [
      'an order number that looks like a telephone number',
      'my order id is 4870952797',
      'my order id is [ACCOUNT_ID]',
    ],
    ['a case number', 'case 2023-01-001', 'case [NUMBER]'],
    ['an id of letters and digits, whole', 'it is MEM456789.', 'it is [NUMBER].'],
    ['a short code after its name', 'your pin code is 4532', 'your pin code is [OTP]'],
    ['a short code in Arabic', 'رمز التحقق ٤٥٢١', 'رمز التحقق [OTP]'],
    ['digits said one by one', 'it is four one one seven', 'it is [NUMBER]'],
    ['digits said with "double" and "oh"', 'oh double two five', '[NUMBER]'],
    [
      'digits said with a pause',
      'five five five, uh zero one four seven please',
      '[NUMBER] please',
    ],
    ['digits said in part as a pair', 'nine three seven three nine fifty-seven', '[NUMBER]'],
    ['digits read out and written singly', '4 1 1 7', '[NUMBER]'],
    ['digits said in Arabic', 'صفر خمسة خمسة وواحد', '[NUMBER]'],
    ['an e-mail address', "it's helena.k@woodgrove.com.", "it's [EMAIL]."],
    ['an e-mail address that was said', 'john dot smith at gmail dot com', '[EMAIL]'],
    ['an e-mail address spelt out', 'j o h n at acme dot co dot uk thanks', '[EMAIL] thanks'],
    ['an e-mail address said in Arabic', 'ايميلي سارة ات جيميل دوت كوم', 'ايميلي [EMAIL]'],
  ])('%s', (_, text, masked) => {
    expect(redact(text)).toBe(masked);
  });
});

describe('what stays', () => {
  it.each([
    ['prices', 'that is $1499.50, 250000 dollars or 120000 ريال'],
    ['a price with thousands', 'it was 1,234,567.50 in all'],
    ['dates', 'on 2024-01-15 and on 15/03/2024 and on 15-03-2024'],
    ['a date with a time', 'on 15 march 2024 10:30'],
    ['years', 'in 2023 2024 and from twenty twenty four'],
    ['small counts', 'two items within seven days, one two'],
    ['sizes', 'we have 38 40 42 in store'],
    ['three digits said one by one', 'press one one two'],
    ['said amounts', 'four thousand five hundred and twenty one'],
    ['a procedure code', 'the CPT code 76700'],
    ['an error code of a machine', 'it says 0x80070422 again'],
    ['a password that only looks like an e-mail address', 'it is P@ssw0rd123. Please'],
    ['Arabic prices and dates', 'الفاتورة ٢٥٠ ريال بتاريخ ٢٠٢٤/٠٣/١٥'],
    ['Arabic counts', 'خلال يومين أو ثلاثة أيام'],
    ['emoji and marks', '👍🏽 ok \u200fتمام\u200e 👨‍👩‍👧'],
  ])('%s', (_, text) => {
    expect(redact(text)).toBe(text);
  });
});
