import { isTag, type Token } from '../../text/tokens.ts';
import { wordSet } from '../../text/words/list.ts';
import { between, isAcronym, isCapitalised, type Passage } from '../passage.ts';
import { PLACE_AFTER } from './cues.ts';
import { isThing } from './firm.ts';
import { isFamilyName, isLatinNameAndWord } from './known.ts';
import { isNoName } from './not-names.ts';
import { beginsSentence, isNameShaped, nameFrom } from './shape.ts';

/** Behind these a capital is a thing's, a place's or a firm's. */
const BEFORE_A_THING = wordSet(
  'the your our their its this that in on at next last every per via calling into near',
);
/** Behind these a family name alone is as often a firm's. */
const BEFORE_A_FIRM = wordSet('from with by of about through and');
/** What people do, behind a name that begins a sentence. */
const DONE_BY_PEOPLE = wordSet(`
  said says told promised called came will would can has had was is did didn't doesn't never also took gave put
  sent wrote spoke mentioned answered wants wanted asked knows and signed picked rang phoned lives works
`);
/** Too often words to begin a sentence with. */
const NOT_AT_THE_START = wordSet(
  'will hope mark grant chase drew rob sue bill pat art summer autumn grace faith joy patience pierce comfort dale page chip dot gift max may nick rich rod story storm destiny trinity precious victory mercy blessing',
);

/** "Grace, could you" is spoken to; these are said before a pause. */
const NOT_CALLED = wordSet(
  'will may max mercy joy comfort honor precious sunny rich misty merry victory',
);

/** Names that a capital gives away, with no cue beside them. */
export function capitalisedIn(passage: Passage): Token[] {
  if (!passage.cased) return fullNamesUncased(passage);
  return passage.tokens.flatMap((token, at) => {
    if (!isCapitalised(passage, token) || isTag(token.text) || isAcronym(passage, token)) return [];
    if (!isNameShaped(token) || BEFORE_A_THING.has(passage.tokens[at - 1]?.text ?? '')) return [];
    const name = nameFrom(passage, at);
    const isPerson =
      isFullName(passage, at) || isWordAsName(passage, at) || isFamilyAlone(passage, at);
    return isPerson && !isPlace(passage, at, name) && !isThing(passage, at, at + name.length - 1)
      ? name
      : [];
  });
}

/** "Victoria Station", "Hargreaves Street". */
const isPlace = ({ tokens }: Passage, at: number, { length }: readonly Token[]): boolean =>
  tokens.slice(at + 1, at + length + 1).some(({ text }) => PLACE_AFTER.has(text));

/** "Chukwuemeka Obi": a family name behind a word that is no other. */
function isFullName(passage: Passage, at: number): boolean {
  const [first, second] = passage.tokens.slice(at, at + 2);
  if (first === undefined || second === undefined) return false;
  if (between(passage, first, second) !== ' ' || !isCapitalised(passage, second)) return false;
  const named = isLatinNameAndWord(first.text) || !isNoName(first.text);
  return named && isFamilyName(bare(second));
}

/** "Did Summer write it?", "Poppy will love them". */
function isWordAsName(passage: Passage, at: number): boolean {
  const word = bare(passage.tokens[at]);
  if (!isLatinNameAndWord(word)) return false;
  if (!beginsSentence(passage, at)) return !followsName(passage, at);
  const [token, next] = passage.tokens.slice(at, at + 2);
  if (token === undefined || next === undefined) return false;
  if (between(passage, token, next) === ', ') return !NOT_CALLED.has(word);
  return !NOT_AT_THE_START.has(word) && DONE_BY_PEOPLE.has(next.text);
}

function isFamilyAlone(passage: Passage, at: number): boolean {
  if (!isFamilyName(bare(passage.tokens[at])) || followsName(passage, at)) return false;
  return !BEFORE_A_FIRM.has(passage.tokens[at - 1]?.text ?? '');
}

/** "Royal Hargreaves", "Sandy Rose": part of what something else is called. */
function followsName(passage: Passage, at: number): boolean {
  const [before, token] = [passage.tokens[at - 1], passage.tokens[at]];
  if (before === undefined || token === undefined) return false;
  if (beginsSentence(passage, at - 1) || !isCapitalised(passage, before)) return false;
  return between(passage, before, token) === ' ' && !/^i(?:'|$)/.test(before.text);
}

/** "its chukwuemeka obi": without capitals only both words of a name tell. */
function fullNamesUncased(passage: Passage): Token[] {
  return passage.tokens.flatMap((second, at) => {
    const first = passage.tokens[at - 1];
    if (first === undefined || !isFamilyName(second.text) || isNoName(second.text)) return [];
    const named = isNameShaped(first) && first.text.length > 2 && !isNoName(first.text);
    const ends = !PLACE_AFTER.has(passage.tokens[at + 1]?.text ?? '');
    return named && ends && between(passage, first, second) === ' ' ? [first, second] : [];
  });
}

const bare = (token: Token | undefined): string => token?.text.replace(/'s?$/, '') ?? '';
