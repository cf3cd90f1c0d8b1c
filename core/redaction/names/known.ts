import { formsOf } from '../../text/phrases.ts';
import { isTag, type Token } from '../../text/tokens.ts';
import { isAcronym, isCapitalised, type Passage } from '../passage.ts';
import { PLACE_AFTER, PLACE_BEFORE } from './cues.ts';
import { ARABIC_FAMILY_NAMES } from './family/ar.ts';
import { FAMILY_NAMES_AND_WORDS } from './family/latin-and-words.ts';
import { FAMILY_NAMES } from './family/latin.ts';
import { isThing } from './firm.ts';
import { RARER_ARABIC_GIVEN_NAMES, RARER_ARABIC_NAMES_AND_WORDS } from './given/ar-rarer.ts';
import { ARABIC_GIVEN_NAMES, ARABIC_NAMES_AND_WORDS } from './given/ar.ts';
import { ARAB_GIVEN_NAMES } from './given/arab.ts';
import { ASIAN_AND_AFRICAN_GIVEN_NAMES } from './given/asian-african.ts';
import { LATIN_GIVEN_NAMES } from './given/en.ts';
import { LATIN_NAMES_AND_WORDS } from './given/latin-and-words.ts';
import { WESTERN_GIVEN_NAMES } from './given/western.ts';
import { isNoName } from './not-names.ts';

/** Uncased, these may be anything. */
const SHORTEST_UNCASED = 3;
const SHORTEST_RARER_UNCASED = 4;
/** "O'Malley", "McAvoy": nothing else is written so. */
const IRISH_OR_SCOTTISH = /^(?:o'\p{L}{3,}|mc(?!donald|afee)\p{L}{4,})$/u;
const RARER = [WESTERN_GIVEN_NAMES, ASIAN_AND_AFRICAN_GIVEN_NAMES, ARAB_GIVEN_NAMES];
const NOT_UNCASED = new Set(
  'ram ade yaw soo jin hye xin jia may jun mei min li robin violet iris hazel crystal dawn amber jasmine holly heather viola sandy bea art manny rani raja bala'.split(
    ' ',
  ),
);

/** Whether a folded word is a given name that may be an everyday word as well. */
export function isGivenName(word: string): boolean {
  return isLatinGiven(word) || isArabicGiven(word) || isArabicWordToo(word);
}

const isArabicGiven = (word: string): boolean =>
  ARABIC_GIVEN_NAMES.has(word) || RARER_ARABIC_GIVEN_NAMES.has(word);
const isArabicWordToo = (word: string): boolean =>
  ARABIC_NAMES_AND_WORDS.has(word) || RARER_ARABIC_NAMES_AND_WORDS.has(word);

/** Whether a folded Arabic word is a family name and nothing else. */
export const isArabicFamilyName = (word: string): boolean => ARABIC_FAMILY_NAMES.has(word);

const isRarer = (word: string): boolean => RARER.some((names) => names.has(word));
const isLatinGiven = (word: string): boolean => LATIN_GIVEN_NAMES.has(word) || isRarer(word);

/** Whether a folded Latin word is a family name and nothing else. */
export const isFamilyName = (word: string): boolean =>
  FAMILY_NAMES.has(word) || IRISH_OR_SCOTTISH.test(word);

/** Whether a folded Latin word is a given name and an everyday word: "poppy". */
export const isLatinNameAndWord = (word: string): boolean => LATIN_NAMES_AND_WORDS.has(word);

/** Whether a folded Latin word may stand behind a given name: "page". */
export const isAlsoFamilyName = (word: string): boolean =>
  FAMILY_NAMES.has(word) || FAMILY_NAMES_AND_WORDS.has(word);

/** Whether a folded word is a name and an everyday word: "كريم". */
export function isNameAndWord(word: string): boolean {
  return formsOf(word).some(isArabicWordToo);
}

/** Whether a token is a given name wherever it stands, save in the name of a place or a firm. */
export function isSurelyGiven(passage: Passage, at: number): boolean {
  const token = passage.tokens[at];
  if (token === undefined || isTag(token.text)) return false;
  if (!isGivenAlone(passage, token) && !isServant(passage, at)) return false;
  const before = passage.tokens[at - 1]?.text ?? '';
  const after = passage.tokens[at + 1]?.text ?? '';
  return !PLACE_BEFORE.has(before) && !PLACE_AFTER.has(after) && !isThing(passage, at);
}

/** "عبد العزيز": whoever's servant, it is a name. */
function isServant({ tokens }: Passage, at: number): boolean {
  return (
    /^[ولب]?عبد$/u.test(tokens[at]?.text ?? '') && /^ال\p{L}{3,}/u.test(tokens[at + 1]?.text ?? '')
  );
}

function isGivenAlone(passage: Passage, token: Token): boolean {
  const name = token.text.replace(/'s?$/, '');
  if (isLatinGiven(name) && !isNoName(name)) {
    if (!passage.cased) return isSafeUncased(name);
    return isCapitalised(passage, token) && !isAcronym(passage, token);
  }
  const bare = name.replace(/^[وف]/u, '');
  return [name, bare, bare.replace(/^[لب]/u, '')].some(isArabicGivenAlone);
}

const isSafeUncased = (name: string): boolean =>
  name.length >= (LATIN_GIVEN_NAMES.has(name) ? SHORTEST_UNCASED : SHORTEST_RARER_UNCASED) &&
  !NOT_UNCASED.has(name);

const isArabicGivenAlone = (word: string): boolean =>
  isArabicGiven(word) && !isArabicWordToo(word) && !isNoName(word);
