import { isTag } from '../text/tokens.ts';
import { isAlsoName } from '../text/words/index.ts';
import { wordSet } from '../text/words/list.ts';
import { codeAt, isYear } from './codes.ts';
import { isGivenName } from './names/known.ts';
import { isNoName } from './names/not-names.ts';
import { isArabic, isNameShaped } from './names/shape.ts';
import type { Passage } from './passage.ts';
import { isQuantity } from './quantity.ts';
import type { Detector, Span } from './span.ts';

/** What is said around an answer; "no" and "for" make it another thing. */
const AROUND = wordSet(`
  yes yeah yep sure ok okay it's its it is that's that my the name and i i'm im am this um uh please thanks full first last
  oh sorry hi hello number digits
`);
const MOST_NAMES = 4;
/** Tokens; more than that is more than an answer. */
const LONGEST = 12;
/** Three digits and five are prices, postcodes and counts more often than ids. */
const ID_DIGITS = (count: number): boolean => count === 4 || count > 5;
/** Letters, digits and what is put between words. */
const PLAIN = /^[\p{L}\p{N}\s.,'-]+$/u;
const VOWEL = /[aeiouy]/;
const SHORTEST_NAME = 3;
const LONGEST_ID_PREFIX = 3;

/**
 * A turn that stands alone: what it answers is not known, so what looks like nothing but an answer
 * ("jane miller 2156") is read as one.
 */
export const answersAlone: Detector = (passage, asked) => {
  if (!asked.has('ANYTHING') || passage.tokens.length > LONGEST) return [];
  if (!PLAIN.test(passage.folded.text)) return [];
  const spans: Span[] = [];
  let names = 0;
  for (let at = 0; at < passage.tokens.length; at++) {
    const token = passage.tokens[at];
    if (token === undefined || isTag(token.text)) return [];
    const code = readsAsName(passage, at) ? null : codeAt(passage, at);
    if (code !== null && (ID_DIGITS(code.digits.length) || code.characters > code.digits.length)) {
      if (!isYear(code)) spans.push({ ...spanAt(code), kind: 'NUMBER' });
      while ((passage.tokens[at + 1]?.start ?? Infinity) < code.end) at++;
    } else if (isLoneName(passage, at)) {
      spans.push({ ...spanAt(token), kind: 'NAME' });
      names++;
    } else if (!AROUND.has(token.text)) return [];
  }
  return names <= MOST_NAMES ? spans : [];
};

const spanAt = ({
  start,
  end,
}: {
  start: number;
  end: number;
}): { start: number; end: number } => ({
  start,
  end,
});

/** "gump 1234" is a name and a number, "rez 987789878" an id. */
function readsAsName(passage: Passage, at: number): boolean {
  const text = passage.tokens[at]?.text ?? '';
  return isLoneName(passage, at) && (text.length > LONGEST_ID_PREFIX || isGivenName(text));
}

function isLoneName(passage: Passage, at: number): boolean {
  const token = passage.tokens[at];
  if (token === undefined || isArabic(token.text) || isQuantity(passage, at, at)) return false;
  if (isGivenName(token.text)) return !isNoName(token.text);
  if (isAlsoName(token.text)) return passage.tokens.length > 1;
  if (token.text.length === 1)
    return at > 0 && at < passage.tokens.length - 1 && token.text !== 'i';
  return (
    isNameShaped(token) &&
    token.text.length >= SHORTEST_NAME &&
    VOWEL.test(token.text) &&
    !isNoName(token.text) &&
    !AROUND.has(token.text)
  );
}
