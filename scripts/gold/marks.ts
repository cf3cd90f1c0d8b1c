import { PII_KINDS, type PiiKind } from './kinds.ts';

/** A text without its marks, and where they were: UTF-16 code units, `end` is the first that stays. */
export interface Unmarked {
  readonly text: string;
  readonly spans: readonly { start: number; end: number; kind: PiiKind }[];
}

const MARK = /\{([A-Z_]+):([^{}]+)\}/g;

/**
 * Takes `{KIND:text}` marks out of a line.
 * @throws SyntaxError for an unknown kind or a brace that belongs to no mark
 */
export function unmark(line: string): Unmarked {
  const spans: Unmarked['spans'][number][] = [];
  let [text, from] = ['', 0];
  for (const { 0: mark, 1: kind = '', 2: marked = '', index } of line.matchAll(MARK)) {
    text += line.slice(from, index);
    spans.push({ start: text.length, end: text.length + marked.length, kind: requireKind(kind) });
    text += marked;
    from = index + mark.length;
  }
  text += line.slice(from);
  if (/[{}]/.test(text)) throw new SyntaxError(`a brace without a mark; expected {KIND:text}`);
  return { text, spans };
}

function requireKind(kind: string): PiiKind {
  const known = PII_KINDS.find((one) => one === kind);
  if (known !== undefined) return known;
  throw new SyntaxError(`unknown kind ${kind}; expected one of ${PII_KINDS.join(', ')}`);
}
