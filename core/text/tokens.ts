import { fold, type Folded } from './fold.ts';

/** A word, a number or a redaction tag, with its place in the folded text. */
export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * A tag; Arabic letters; any other letters and digits with inner apostrophes. Scripts are told
 * apart inside a word, so that "الorder" is found as "order".
 */
const TOKEN =
  /\[[a-z_]+\]|(?:(?=\p{L})\p{Script=Arabic})+|(?:(?!(?=\p{L})\p{Script=Arabic})[\p{L}\p{M}\p{N}])+(?:'\p{L}+)*/gu;

/** The tokens of a folded text in order, tags among them. */
export function tokensOf({ text }: Folded): Token[] {
  return Array.from(text.matchAll(TOKEN), (found) => ({
    text: found[0],
    start: found.index,
    end: found.index + found[0].length,
  }));
}

export function isTag(token: string): boolean {
  return token.startsWith('[');
}

/** The words of a text as they are matched: folded, without tags and punctuation. */
export function wordsOf(text: string): string[] {
  return (fold(text).text.match(TOKEN) ?? []).filter((token) => !isTag(token));
}

/** A word as it is matched, and as it is written. */
export interface WrittenWord {
  readonly folded: string;
  readonly written: string;
}

/** The same words as they are written in the text, for people to read. */
export function writtenWordsOf(text: string): WrittenWord[] {
  const folded = fold(text);
  return tokensOf(folded)
    .filter((token) => !isTag(token.text))
    .map(({ text: word, start, end }) => ({
      folded: word,
      written: text.slice(folded.origins[start], (folded.origins[end - 1] ?? 0) + 1),
    }));
}

/** How many words a person would count in a text; a tag counts as one. */
export function countWords(text: string): number {
  return fold(text).text.match(TOKEN)?.length ?? 0;
}
