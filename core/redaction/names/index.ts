import { formsOf } from '../../text/phrases.ts';
import { isTag, type Token } from '../../text/tokens.ts';
import { isCommonWord } from '../../text/words/index.ts';
import { between, isCapitalised, type Passage } from '../passage.ts';
import type { Asked } from '../questions.ts';
import type { Span } from '../span.ts';
import { answeredIn } from './answers.ts';
import { ADDRESSES, LIKE_GRAMMAR, NAME_PARTICLES, NAME_PREFIXES } from './cues.ts';
import { introducedIn } from './introductions.ts';
import { isGivenName, isNameAndWord } from './known.ts';
import { beginsPhrase, endsPhrase, nameFrom } from './shape.ts';
import { listedWith } from './lists.ts';

/** Arabic "and", "for", "with": written onto a name and no part of it. */
const PROCLITIC = /^[وف]?(?:لل|[لبك])?(?=.)/u;
const GENITIVE = /'s?$/;
const SHORTEST_MENTION = 2;
const SHORTEST_SPELT = 4;

/** Names introduced, called or given for an answer in a passage, as tokens. */
export function namesIn(passage: Passage, asked: Asked): Token[] {
  const named = new Set([...introducedIn(passage), ...answeredIn(passage, asked)]);
  return named.size === 0 ? [] : [...named, ...listedWith(passage, named)];
}

/** The words of names given anywhere in a call. */
export function namesGiven(tokens: readonly Token[]): ReadonlySet<string> {
  const names = new Set<string>(speltOut(tokens));
  for (const { text } of tokens) {
    const name = text.replace(GENITIVE, '');
    if (name.length < SHORTEST_MENTION || NAME_PARTICLES.has(name) || NAME_PREFIXES.has(name))
      continue;
    names.add(name);
    for (const length of procliticsOf(name)) {
      if (isGivenName(name.slice(length))) names.add(name.slice(length));
    }
  }
  return names;
}

/** "O-I-S-I-N": letters one by one give the name that they spell. */
function speltOut(tokens: readonly Token[]): string[] {
  const letters = tokens.map(({ text }) => (text.length === 1 ? text : ' ')).join('');
  return letters.split(' ').filter((name) => name.length >= SHORTEST_SPELT);
}

/** A passage's own names, and those that begin with a name of the call: "Tobias" is "Tobias Wren" here. */
export function namesWith(
  passage: Passage,
  own: readonly Token[],
  given: ReadonlySet<string>,
): Token[] {
  const mentioned = passage.tokens.flatMap((token, at) =>
    isMention(passage, token, at, given) ? nameFrom(passage, at) : [],
  );
  return [...own, ...mentioned];
}

/** Spans of the names of a passage and of every mention of names given elsewhere in the call. */
export function nameSpans(
  passage: Passage,
  own: readonly Token[],
  given: ReadonlySet<string>,
): Span[] {
  const named = new Set(own);
  return passage.tokens
    .filter((token, at) => named.has(token) || isMention(passage, token, at, given))
    .map((token) => spanOf(token, given));
}

/** Without what is written onto the name: "ل" before it, "'s" behind it. */
function spanOf({ text, start, end }: Token, given: ReadonlySet<string>): Span {
  const bare = text.replace(GENITIVE, '');
  const proclitic = procliticOf(bare, given);
  return { start: start + proclitic, end: end - (text.length - bare.length), kind: 'NAME' };
}

/** How many letters of a word are "and", "for" or "with" before a name that was given. */
function procliticOf(word: string, given: ReadonlySet<string>): number {
  if (isGivenName(word)) return 0;
  const rests = procliticsOf(word);
  const known = rests.find((length) => isGivenName(word.slice(length)));
  if (known !== undefined || given.has(word)) return known ?? 0;
  return rests.find((length) => given.has(word.slice(length))) ?? 0;
}

/** How many letters may be written onto the front of a word, the fewest first. */
function procliticsOf(word: string): number[] {
  const longest = PROCLITIC.exec(word)?.[0].length ?? 0;
  return Array.from({ length: longest }, (_, fewer) => fewer + 1);
}

function isMention(
  passage: Passage,
  token: Token,
  at: number,
  given: ReadonlySet<string>,
): boolean {
  if (isTag(token.text)) return false;
  const name = formsOf(token.text.replace(GENITIVE, '')).find((form) => given.has(form));
  if (name === undefined) return false;
  return (
    !(isCommonWord(name) || LIKE_GRAMMAR.has(name)) ||
    (isNameAndWord(name) && beginsPhrase(passage, at) && endsPhrase(passage, at)) ||
    isAddressed(passage, token, at, given)
  );
}

/** "will" and "grace" are names only where somebody is spoken to, or with a capital inside a sentence. */
function isAddressed(
  passage: Passage,
  token: Token,
  at: number,
  given: ReadonlySet<string>,
): boolean {
  const previous = passage.tokens[at - 1];
  const before = previous?.text ?? '';
  const thanked = before === 'you' && passage.tokens[at - 2]?.text === 'thank';
  if (ADDRESSES.has(before) || thanked) return true;
  if (previous !== undefined && given.has(before) && between(passage, previous, token) === ' ')
    return true;
  const inside = at > 0 && !/[.!?]\s*$/.test(passage.folded.text.slice(0, token.start).slice(-3));
  return passage.cased && inside && isCapitalised(passage, token);
}
