import type { Passage } from '../passage.ts';
import type { Span } from '../span.ts';

/** "Sarah Al-Amin" is one name, so one tag; so are "K. Smith" and "S, M, I, T, H". */
export function joinNames({ folded: { text } }: Passage, spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    const isName = span.kind === 'NAME' && last?.kind === 'NAME';
    if (isName && isGap(text.slice(last.end, span.start), text.slice(last.start, last.end))) {
      joined[joined.length - 1] = { ...last, end: span.end };
    } else joined.push(span);
  }
  return joined;
}

const isGap = (gap: string, before: string): boolean =>
  /^[ -]?$/.test(gap) || (/^(?:\. ?|, ?| - )$/.test(gap) && /(?:^|[^\p{L}])\p{L}$/u.test(before));
