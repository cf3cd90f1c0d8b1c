import type { Folded } from '../text/fold.ts';
import type { Span } from './span.ts';
import { tagOf } from './tags.ts';

/** Spans of a folded text as spans of the text that it came from. */
export function sourceSpans({ origins, source }: Folded, spans: readonly Span[]): Span[] {
  const origin = (at: number): number => origins[at] ?? source.length;
  return spans.map(({ start, end, kind }) => ({
    start: origin(start),
    end: endIn(source, origin(end - 1) + 1),
    kind,
  }));
}

const MARK = /\p{M}/u;

/** Behind the vowel marks of the last letter, before marks that only steer display. */
function endIn(source: string, end: number): number {
  return MARK.test(source.charAt(end)) ? endIn(source, end + 1) : end;
}

/** The text with each span replaced by its tag; spans are in order and apart. */
export function mask(text: string, spans: readonly Span[]): string {
  let masked = '';
  let from = 0;
  for (const { start, end, kind } of spans) {
    masked += text.slice(from, start) + tagOf(kind);
    from = end;
  }
  return masked + text.slice(from);
}

/**
 * Masks words as their text is masked, keeping their number and times. Where the words are not the
 * text's own, as engines sometimes spell them apart, they are searched for themselves.
 */
export function maskWords<Word extends { readonly text: string }>(
  words: readonly Word[],
  { text, spans }: { readonly text: string; readonly spans: readonly Span[] },
  spansOf: (text: string) => readonly Span[],
): Word[] {
  const placed = placesOf(words, text);
  if (placed !== null) return withTags(words, placed, spans);
  const joined = words.map((word) => word.text).join(' ');
  return withTags(words, placesOf(words, joined) ?? [], spansOf(joined));
}

/** Words and spans are both in order: one walk along them. */
function withTags<Word extends { readonly text: string }>(
  words: readonly Word[],
  places: readonly { start: number; end: number }[],
  spans: readonly Span[],
): Word[] {
  let next = 0;
  return words.map((word, at) => {
    const place = places[at];
    if (place === undefined) return word;
    while ((spans[next]?.end ?? Infinity) <= place.start) next++;
    const span = spans[next];
    return span && span.start < place.end ? { ...word, text: tagOf(span.kind) } : word;
  });
}

/** Where each word stands in a text, or null when one of them does not. */
function placesOf(
  words: readonly { readonly text: string }[],
  text: string,
): { start: number; end: number }[] | null {
  const places = [];
  let from = 0;
  for (const word of words) {
    const written = word.text.trim();
    const start = text.indexOf(written, from);
    if (start === -1) return null;
    from = start + written.length;
    places.push({ start, end: from });
  }
  return places;
}
