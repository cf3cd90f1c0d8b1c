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

/** E-mail addresses: written, said, or written without their signs. */
export const emails: Detector = ({ folded }) =>
  [WRITTEN, SAID, STRIPPED].flatMap((shape) =>
    Array.from(folded.text.matchAll(shape), (found) => ({
      start: found.index,
      end: found.index + found[0].length,
      kind: 'EMAIL' as const,
    })),
  );
