import type { StringPlan } from './plan.ts';

/**
 * Printable ASCII but for quote and backslash, Latin-1, Arabic with its supplements and its
 * presentation forms, and general punctuation without what turns the direction of writing. All
 * take three bytes at most. No other script is written by accident.
 */
const CHARACTERS =
  ' !#-\\[\\]-~\\u00A0-\\u00AC\\u00AE-\\u00FF\\u0600-\\u0603\\u0606-\\u061B\\u061D-\\u06DC' +
  '\\u06DE-\\u06FF\\u0750-\\u077F\\u2010-\\u2015\\u2018-\\u201F\\u2026\\u20AC\\uFDF0-\\uFDFC\\uFE70-\\uFEFC';

/** Bytes of a character, and so the most tokens that it takes. */
export const CHARACTER_BYTES = 3;

/**
 * A string's characters, then the quote that ends it (GBNF). It has no upper bound: each would be
 * a rule of its own in every state, native memory that waits for the collector, so whoever draws
 * stops at `maxLength`.
 */
export const stringGrammar = ({ minLength }: Pick<StringPlan, 'minLength'>): string =>
  `root ::= character{${minLength},} "\\""
character ::= [${CHARACTERS}] | "\\\\" ["\\\\n]
`;

/** Characters of a string's text as JSON writes it, an escape being one. */
export const lengthOf = (text: string): number => text.match(/\\.|[^\\]/gsu)?.length ?? 0;

/** Whether a string's text, as JSON writes it, has come to the quote that ends it. */
export const hasEnded = (text: string): boolean => /^(?:[^"\\]|\\.)*"/s.test(text);

/**
 * The string, from its text as JSON writes it, with or without the quote that ends it. A model that
 * breaks a character's bytes apart leaves U+FFFD, which goes as far as the least length allows.
 */
export function stringFrom(text: string, { minLength, maxLength }: StringPlan): string {
  // Cut short, the text may end within an escape.
  const [whole = ''] = /^(?:[^"\\]|\\["\\n])*/.exec(text) ?? [];
  // A byte that belongs to no character can make control characters out of its neighbours.
  const characters = Array.from(JSON.parse(`"${whole.replaceAll(/\p{Cc}/gu, ' ')}"`) as string);
  const sound = characters.filter((one) => one !== '\uFFFD');
  const kept = sound.length >= minLength ? sound : characters;
  return kept.slice(0, maxLength).join('').padEnd(minLength, '\uFFFD');
}
