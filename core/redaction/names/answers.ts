import type { Token } from '../../text/tokens.ts';
import { isAlsoName, isFunctionWord } from '../../text/words/index.ts';
import { between, isCapitalised, type Passage } from '../passage.ts';
import type { Asked } from '../questions.ts';
import { AROUND_AN_ANSWER, NAME_PARTICLES, NAME_PREFIXES, PLACE_BEFORE } from './cues.ts';
import { isGivenName } from './known.ts';
import { isNoName, isPlace } from './not-names.ts';
import { beginsSentence, isArabic, isCapitalisedName, isNameShaped, nameFrom } from './shape.ts';

const LONGEST_NAME = 5;
/** Tokens; a capital in so few is the name that was asked for. */
const SHORT_ANSWER = 8;
const ADVERB = /ly$/;
const FEWEST_LETTERS = 3;
/** So many letters one by one are somebody's name, address or id, whatever was asked. */
const FEWEST_LETTERS_UNASKED = 4;

/** Names that answer a question for a name, as tokens. */
export function answeredIn(passage: Passage, asked: Asked): Token[] {
  if (!asked.has('NAME')) return speltIn(passage, FEWEST_LETTERS_UNASKED);
  const clauses = clausesOf(passage).map((clause) => nameOf(passage, clause));
  return [
    ...clauses.flat(),
    // Behind a full name comes where its bearer works or lives.
    ...(clauses.some((name) => name.length > 1) ? [] : fullNames(passage)),
    ...firstUncased(passage),
    ...speltIn(passage, FEWEST_LETTERS),
  ];
}

/** Tokens between commas and full stops, without what is said around a name. */
function clausesOf(passage: Passage): number[][] {
  const clauses: number[][] = [[]];
  for (const [at, token] of passage.tokens.entries()) {
    const before = passage.tokens[at - 1];
    if (before !== undefined && /[.,!?؟،;]/u.test(between(passage, before, token)))
      clauses.push([]);
    clauses.at(-1)?.push(at);
  }
  return clauses.map((clause) => stripped(passage, clause));
}

function stripped({ tokens }: Passage, clause: number[]): number[] {
  const isAround = (at: number): boolean => AROUND_AN_ANSWER.has(tokens[at]?.text ?? '');
  const first = clause.findIndex((at) => !isAround(at));
  const last = clause.findLastIndex((at) => !isAround(at));
  return first === -1 ? [] : clause.slice(first, last + 1);
}

/** A clause that is a name and nothing else. */
function nameOf(passage: Passage, clause: readonly number[]): Token[] {
  const tokens = clause.flatMap((at) => passage.tokens[at] ?? []);
  const [first] = tokens;
  if (first === undefined || tokens.length > LONGEST_NAME || PLACE_BEFORE.has(first.text))
    return [];
  const shaped = tokens.every(
    (token) => isNameShaped(token) || NAME_PARTICLES.has(token.text) || /^[a-z]$/.test(token.text),
  );
  const parts = tokens.every((token, at) => isPart(passage, token, at === 0));
  if (
    !shaped ||
    !parts ||
    (tokens.length === 1 && ADVERB.test(first.text) && !isGivenName(first.text))
  )
    return [];
  return tokens;
}

function isPart(passage: Passage, token: Token, first: boolean): boolean {
  const { text } = token;
  if (isArabic(text)) return isGivenName(text) || NAME_PREFIXES.has(text) || !isNoName(text);
  if (!first && (NAME_PARTICLES.has(text) || text.length === 1)) return true;
  if (passage.cased && !isCapitalised(passage, token)) return false;
  if (!first && isPlace(text)) return true;
  return isGivenName(text) || isAlsoName(text) || !isNoName(text);
}

/** "it's marguerite holloway and the account is": what comes first, where nothing is punctuated. */
function firstUncased(passage: Passage): Token[] {
  if (passage.cased) return [];
  const at = passage.tokens.findIndex(({ text }) => !AROUND_AN_ANSWER.has(text));
  const first = passage.tokens[at];
  if (first === undefined || isArabic(first.text) || !isNameShaped(first)) return [];
  const name = isNoName(first.text) && !isGivenName(first.text) ? [] : nameFrom(passage, at);
  const next = passage.tokens[at + name.length]?.text;
  return next === undefined || isFunctionWord(next) ? name : [];
}

/** "The account would be under Winifred Abara": two capitals within more words. */
function fullNames(passage: Passage): Token[] {
  return passage.tokens.flatMap((_, at) => {
    if (!isCapitalisedName(passage, at) || beginsSentence(passage, at)) return [];
    const name = nameFrom(passage, at);
    return name.length > 1 || passage.tokens.length <= SHORT_ANSWER ? name : [];
  });
}

/** "S M I T H": letters one by one. */
function speltIn(passage: Passage, fewest: number): Token[] {
  const spelt: Token[] = [];
  let run: Token[] = [];
  const flush = (): void => {
    if (run.length >= fewest) spelt.push(...run);
    run = [];
  };
  for (const token of passage.tokens) {
    const last = run.at(-1);
    if (!/^\p{L}$/u.test(token.text)) flush();
    else if (
      last !== undefined &&
      !/^(?:[ ,.-]|, |\. |- | - )?$/.test(between(passage, last, token))
    ) {
      flush();
      run = [token];
    } else run.push(token);
  }
  flush();
  return spelt;
}
