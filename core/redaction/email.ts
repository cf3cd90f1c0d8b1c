import { isTag } from '../text/tokens.ts';
import { isAlsoName } from '../text/words/index.ts';
import { DATE_NUMBERS } from './date-words.ts';
import { isGivenName } from './names/known.ts';
import { isNoName } from './names/not-names.ts';
import { between, tokenAt, type Passage } from './passage.ts';
import type { Detector } from './span.ts';

const DOMAINS =
  'com|net|org|edu|gov|info|io|co|uk|us|ca|de|fr|in|sa|ae|eg|jo|kw|qa|bh|om|lb|me|biz|كوم|نت|اورج|نيت';
const DOT = 'dot|point|\\.|دوت|نقطه|نقطة|دات';
const PROVIDERS =
  'gmail|g mail|googlemail|yahoo|hotmail|outlook|icloud|live|msn|aol|protonmail|ymail|verizon|comcast|rediffmail|sbcglobal';
const WRITTEN =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/gu;
/**
 * As it is said and as recognisers write it: "john dot smith at gmail dot com", letters spelt one
 * by one, "جون ات جيميل دوت كوم".
 */
const SAID = new RegExp(
  `(?<![\\p{L}\\p{N}._-])(?:[\\p{L}\\p{N}]+ (?:dot|point|underscore|under score|dash|hyphen|minus|plus|دوت|نقطه|شرطه|داش|اندرسكور|اندر سكور) |[\\p{L}\\p{N}] |\\p{L}+ (?=\\d+ (?:at|ات) )){0,40}[\\p{L}\\p{N}._-]+ (?:at|@|ات|أت|آت|علي ات) [\\p{L}\\p{N}-]+(?: ?(?:${DOT}) ?(?:${DOMAINS})(?![\\p{L}\\p{N}]))+`,
  'gu',
);
/** Without its signs, as some recognisers leave it: "muthu 67 gmailcom", "john smith gmail com". */
const STRIPPED = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?:[a-z]{2,} )?\\d{1,6} (?:at )?(?=(?:${PROVIDERS})))?[a-z0-9]*(?:${PROVIDERS})(?: ?(?:com|net|cpm)|\\.com)(?![\\p{L}\\p{N}])`,
  'gu',
);

/** Words of a said address before its last: "t brown ninety two at yahoo dot com". */
const LONGEST_BEFORE = 5;
const SAID_ADDRESS = / (?:at|ات) /;

/** E-mail addresses: written, said, or written without their signs. */
export const emails: Detector = (passage) =>
  [WRITTEN, SAID, STRIPPED].flatMap((shape) =>
    Array.from(passage.folded.text.matchAll(shape), (found) => ({
      start: SAID_ADDRESS.test(found[0]) ? firstSaid(passage, found.index) : found.index,
      end: found.index + found[0].length,
      kind: 'EMAIL' as const,
    })),
  );

/** Where a said address begins: letters, digits and names right before it are its own. */
function firstSaid(passage: Passage, start: number): number {
  const last = tokenAt(passage, start);
  let first = last;
  while (first > 0 && last - first < LONGEST_BEFORE && isSaidPart(passage, first - 1)) first--;
  return first === last ? start : (passage.tokens[first]?.start ?? start);
}

function isSaidPart(passage: Passage, at: number): boolean {
  const [token, next] = passage.tokens.slice(at, at + 2);
  if (token === undefined || next === undefined || isTag(token.text)) return false;
  if (between(passage, token, next) !== ' ') return false;
  const { text } = token;
  return (
    /^(?:[b-hj-z]|\d+)$/.test(text) ||
    DATE_NUMBERS.has(text) ||
    isGivenName(text) ||
    isAlsoName(text) ||
    !isNoName(text)
  );
}
