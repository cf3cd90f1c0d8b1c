import type { Token } from '../../text/tokens.ts';
import { between, isCapitalised, type Passage } from '../passage.ts';
import { composedIn } from './arabic-calling.ts';
import { capitalisedIn } from './capitals.ts';
import { PLACE_AFTER } from './cues.ts';
import { isThing } from './firm.ts';
import { isGivenName, isSurelyGiven } from './known.ts';
import { beginsPhrase, endsPhrase, isCapitalisedName, nameFrom } from './shape.ts';

/** Names by where they stand or by what they are, without a cue before them. */
export function calledIn(passage: Passage): Token[] {
  return [
    ...beforeSpeaking(passage),
    ...givenNames(passage),
    ...called(passage),
    ...capitalisedIn(passage),
    ...composedIn(passage),
  ];
}

/** "Cedar Clinic, Mona speaking." */
function beforeSpeaking(passage: Passage): Token[] {
  return passage.tokens.flatMap((token, at) => {
    if (token.text !== 'speaking' && token.text !== 'here') return [];
    const name = capitalsBefore(passage, at);
    const isSure = token.text === 'speaking' || endsPhrase(passage, at);
    return isSure || isGivenName(name[0]?.text ?? '') ? name : [];
  });
}

/** One or two words with capitals before a token, with a pause before them. */
function capitalsBefore(passage: Passage, at: number): Token[] {
  const length = [2, 1].find(
    (count) =>
      count <= at &&
      beginsPhrase(passage, at - count) &&
      [at - count, at - 1].every((place) => isCapitalisedName(passage, place)),
  );
  return length === undefined ? [] : passage.tokens.slice(at - length, at);
}

/** Given names that are nothing else, with the family names behind them. */
function givenNames(passage: Passage): Token[] {
  return passage.tokens.flatMap((_, at) =>
    isSurelyGiven(passage, at) ? fullName(passage, at) : [],
  );
}

function fullName(passage: Passage, at: number): Token[] {
  const name = nameFrom(passage, at);
  const last = at + name.length - 1;
  return PLACE_AFTER.has(passage.tokens[last + 1]?.text ?? '') || isThing(passage, at, last)
    ? []
    : name;
}

/** "You've saved my evening, Priya." The word before the comma has no capital: it is no list of places. */
function called(passage: Passage): Token[] {
  if (!passage.cased) return [];
  return passage.tokens.filter((token, at) => {
    const [before, next] = [passage.tokens[at - 1], passage.tokens[at + 1]];
    if (before === undefined || !isCapitalisedName(passage, at)) return false;
    if (between(passage, before, token) !== ', ' || isCapitalised(passage, before)) return false;
    return next === undefined || /^\s*[.!?,]/.test(between(passage, token, next));
  });
}
