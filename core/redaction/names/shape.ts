import { isTag, type Token } from '../../text/tokens.ts';
import { isAlsoName, isCommonWord, isFunctionWord } from '../../text/words/index.ts';
import { between, isAcronym, isCapitalised, type Passage } from '../passage.ts';
import { AFTER_A_NAME, NAME_PARTICLES, NAME_PREFIXES } from './cues.ts';
import { isAlsoFamilyName, isArabicFamilyName, isGivenName } from './known.ts';
import { isNoName, isPlace } from './not-names.ts';

const LONGEST_NAME = 4;
/** Arabs give four names where one is asked for all of them; particles count. */
const LONGEST_ARABIC_NAME = 6;
/** Where no capital marks a name, a third word is more often the rest of the sentence. */
const LONGEST_UNCASED_NAME = 2;
const ONLY_LETTERS = /^[\p{L}\p{M}'-]+$/u;
const ARABIC = /^\p{Script=Arabic}/u;
const TRIBE = /^ال\p{L}{2,}ي$/u;
/** How Arabic verbs begin where names seldom do. */
const VERB = /^(?:و|ي|ت|بت|بي|بن|با|بد)/u;
const SHORTEST_ARABIC = 3;
/** The name "علي" is the preposition "على" once folded. */
const PREPOSITION_OR_ALI = 'علي';

export const isArabic = (word: string): boolean => ARABIC.test(word);

export function isNameShaped({ text }: Token): boolean {
  return text.length > 1 && !isTag(text) && ONLY_LETTERS.test(text);
}

/** The tokens of the name whose first one is given. */
export function nameFrom(passage: Passage, start: number): Token[] {
  const first = passage.tokens[start];
  if (first === undefined) return [];
  const name = [first];
  const longest = longestOf(passage, first);
  for (let at = start + 1; name.length < longest; at++) {
    if (!continuesName(passage, at)) break;
    const next = passage.tokens[at];
    if (next !== undefined) name.push(next);
  }
  while (name.length > 1 && NAME_PARTICLES.has(name.at(-1)?.text ?? '')) name.pop();
  return name;
}

function longestOf({ cased }: Passage, { text }: Token): number {
  if (isArabic(text)) return LONGEST_ARABIC_NAME;
  return cased ? LONGEST_NAME : LONGEST_UNCASED_NAME;
}

function continuesName(passage: Passage, at: number): boolean {
  const [last, next] = [passage.tokens[at - 1], passage.tokens[at]];
  if (last === undefined || next === undefined || !isNamePart(next)) return false;
  const gap = between(passage, last, next);
  if (isInitial(passage, next)) return gap === ' ' || gap === '. ';
  if (!/^[ -]$/.test(gap) && !(gap === '. ' && last.text.length === 1)) return false;
  return isArabic(next.text) ? continuesArabic(passage, at) : continuesLatin(passage, at);
}

const isNamePart = (token: Token): boolean => isNameShaped(token) || /^\p{L}$/u.test(token.text);

/** The "K." of "John K. Smith". */
const isInitial = (passage: Passage, token: Token): boolean =>
  /^[a-z]$/.test(token.text) &&
  token.text !== 'i' &&
  passage.cased &&
  isCapitalised(passage, token);

function continuesArabic(passage: Passage, at: number): boolean {
  const word = passage.tokens[at]?.text ?? '';
  if (NAME_PREFIXES.has(passage.tokens[at - 1]?.text ?? ''))
    return isGivenName(word) || !isFunctionWord(word);
  if (NAME_PREFIXES.has(word)) return word !== 'ام';
  if (word === PREPOSITION_OR_ALI) return endsClause(passage, at) || isTribe(passage, at + 1);
  if (isGivenName(word)) return true;
  if (isNoName(word)) return false;
  if (isTribe(passage, at)) return true;
  if (VERB.test(word) || word.length < SHORTEST_ARABIC) return false;
  return endsClause(passage, at) || (!word.startsWith('ال') && isTribe(passage, at + 1));
}

/** "العتيبي", "الحوراني": what people are called after a place or a tribe. */
function isTribe({ tokens }: Passage, at: number): boolean {
  const word = tokens[at]?.text ?? '';
  return isArabicFamilyName(word) || (TRIBE.test(word) && !isNoName(word));
}

/** Whether a name may end with a token: a pause, "and" or the next sentence follows. */
export function closesName(passage: Passage, at: number): boolean {
  return endsClause(passage, at) || AFTER_A_NAME.has(passage.tokens[at + 1]?.text ?? '');
}

function endsClause(passage: Passage, at: number): boolean {
  return endsPhrase(passage, at) || /^و\p{L}{2}/u.test(passage.tokens[at + 1]?.text ?? '');
}

function continuesLatin(passage: Passage, at: number): boolean {
  const token = passage.tokens[at];
  const next = passage.tokens[at + 1];
  if (token === undefined) return false;
  if (passage.cased && NAME_PARTICLES.has(token.text))
    return next !== undefined && isCapitalised(passage, next);
  if (passage.cased)
    return (
      isCapitalised(passage, token) &&
      (isAlsoName(token.text) ||
        !isNoName(token.text) ||
        isGivenName(token.text) ||
        isAlsoFamilyName(token.text) ||
        isPlace(token.text))
    );
  if (isAlsoName(token.text)) return !isFunctionWord(token.text);
  return !isNoName(token.text) || (isPlace(token.text) && endsPhrase(passage, at));
}

/** Whether a sentence, a clause or the turn ends behind a token. */
export function endsPhrase({ tokens, folded }: Passage, at: number): boolean {
  return /^\s*(?:[.,!?؟،;:"]|$)/u.test(
    folded.text.slice(tokens[at]?.end, (tokens[at]?.end ?? 0) + 3),
  );
}

/** Whether a sentence, a clause or the turn begins with a token. */
export function beginsPhrase({ tokens, folded }: Passage, at: number): boolean {
  const start = tokens[at]?.start ?? 0;
  return at === 0 || /[.,!?؟،;:]\s*$/u.test(folded.text.slice(Math.max(0, start - 3), start));
}

/** Whether a sentence begins with a token, so that its capital says nothing. */
export function beginsSentence({ tokens, folded }: Passage, at: number): boolean {
  const start = tokens[at]?.start ?? 0;
  return at === 0 || /[.!?؟:"]["\s]*$/u.test(folded.text.slice(Math.max(0, start - 3), start));
}

/** A Latin token with a capital that is no everyday word, place or firm. */
export function isCapitalisedName(passage: Passage, at: number): boolean {
  const token = passage.tokens[at];
  if (token === undefined || !passage.cased || !isNameShaped(token) || isArabic(token.text))
    return false;
  if (!isCapitalised(passage, token) || isAcronym(passage, token)) return false;
  return !isNoName(token.text.replace(/'s?$/, '')) && !isCommonWord(token.text);
}
