import type { Passage } from './passage.ts';
import { isMeasured } from './quantity.ts';
import type { Detector, Span } from './span.ts';

/** Letters, digits, dashes and slashes in one: "CMP-88134-24", "201/2019/7046318". */
const CODE =
  /(?<![\p{L}\p{N}./:@_-])(?=[a-z0-9/_-]*\d{4})[a-z0-9]+(?:[-/_][a-z0-9]+)+(?![\p{L}\p{N}@]|[./:]\p{L})/gu;
const DATE = /^\d{1,4}[-/]\d{1,2}[-/]\d{1,4}$/;
const RANGE = /^\d{4}[-/]\d{4}$/;
const FEWEST_DIGITS = 5;
const LOCATOR = /^[a-z0-9]{6}$/;
const CHANGE = /[a-z](?=\d)|\d(?=[a-z])/g;
const FEWEST_CHANGES = 3;

/** Ids that their dashes and slashes give away, with letters or a long row of digits. */
export const writtenCodes: Detector = (passage) => [...dashed(passage), ...locators(passage)];

/** "K8VZ4T": six capitals and digits in turns are a booking; models change once or twice. */
function locators(passage: Passage): Span[] {
  const { source, origins } = passage.folded;
  return passage.tokens.flatMap(({ text, start, end }, at) => {
    if (
      !LOCATOR.test(text) ||
      !/^[A-Z0-9]+$/.test(source.slice(origins[start], (origins[end - 1] ?? 0) + 1))
    )
      return [];
    const changes = text.match(CHANGE)?.length ?? 0;
    return changes < FEWEST_CHANGES || isMeasured(passage, at)
      ? []
      : [{ start, end, kind: 'ACCOUNT_ID' }];
  });
}

const dashed = (passage: Passage): Span[] =>
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
