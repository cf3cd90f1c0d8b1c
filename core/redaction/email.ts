import type { Detector } from './span.ts';

const WRITTEN =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/gu;
/**
 * As it is said and as recognisers write it: "john dot smith at gmail dot com", letters spelt one
 * by one, "جون ات جيميل دوت كوم".
 */
const SAID =
  /(?<![\p{L}\p{N}._-])(?:[\p{L}\p{N}]+ (?:dot|underscore|dash|hyphen|دوت|نقطه|شرطه) |[\p{L}\p{N}] ){0,40}[\p{L}\p{N}._-]+ (?:at|ات) [\p{L}\p{N}-]+(?: ?(?:dot|\.|دوت|نقطه) ?(?:com|net|org|edu|gov|info|io|co|uk|sa|ae|eg|jo|kw|كوم|نت|اورج|نيت)(?![\p{L}\p{N}]))+/gu;

/** E-mail addresses, written or said. */
export const emails: Detector = ({ folded }) =>
  [WRITTEN, SAID].flatMap((shape) =>
    Array.from(folded.text.matchAll(shape), (found) => ({
      start: found.index,
      end: found.index + found[0].length,
      kind: 'EMAIL' as const,
    })),
  );
