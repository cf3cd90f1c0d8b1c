import type { Detector } from './span.ts';

/** Letters, digits, dashes and slashes in one: "CMP-88134-24", "201/2019/7046318". */
const CODE =
  /(?<![\p{L}\p{N}./:@_-])(?=[a-z0-9/_-]*\d{4})[a-z0-9]+(?:[-/_][a-z0-9]+)+(?![\p{L}\p{N}@]|[./:]\p{L})/gu;
const DATE = /^\d{1,4}[-/]\d{1,2}[-/]\d{1,4}$/;
const RANGE = /^\d{4}[-/]\d{4}$/;
const FEWEST_DIGITS = 5;

/** Ids that their dashes and slashes give away, with letters or a long row of digits. */
export const writtenCodes: Detector = (passage) =>
  Array.from(passage.folded.text.matchAll(CODE))
    .filter(
      ({ 0: code }) =>
        code.replaceAll(/\D/g, '').length >= FEWEST_DIGITS && !DATE.test(code) && !RANGE.test(code),
    )
    .map((found) => ({
      start: found.index,
      end: found.index + found[0].length,
      kind: 'ACCOUNT_ID',
    }));
