import type { Token } from '../../text/tokens.ts';
import { between, type Passage } from '../passage.ts';
import { isGivenName } from './known.ts';
import { isCapitalisedName, nameFrom } from './shape.ts';

const COMMA = /^, $/;
const AND = /^,? and $/;

/**
 * Names in a row with one that is known: "I have Wanjiru, Peter, Amina and Joseph Kamau". An "and"
 * makes it a list of people; commas alone may part a name from a place.
 */
export function listedWith(passage: Passage, named: ReadonlySet<Token>): Token[] {
  const { text } = passage.folded;
  const announced = /\bnames\b/.test(text);
  if (!passage.cased || !(announced || text.includes(' and '))) return [];
  const listed: Token[] = [];
  for (let at = 0; at < passage.tokens.length; at++) {
    const items = rowFrom(passage, at);
    const row = items.flat();
    const known = row.some((token) => named.has(token) && (announced || isGivenName(token.text)));
    if (items.length > 1 && known && (announced || hasAnd(passage, items))) listed.push(...row);
    at += Math.max(0, lengthOf(items) - 1);
  }
  return listed;
}

/** Capitalised names with commas or "and" between them, from a token on. */
function rowFrom(passage: Passage, from: number): Token[][] {
  const items: Token[][] = [];
  for (let at = from; isCapitalisedName(passage, at);) {
    const item = nameFrom(passage, at);
    items.push(item);
    const last = at + item.length - 1;
    const next = nextItem(passage, last);
    if (next === null) break;
    at = next;
  }
  return items;
}

function nextItem(passage: Passage, last: number): number | null {
  const [end, one, two] = passage.tokens.slice(last, last + 3);
  if (end === undefined || one === undefined) return null;
  if (COMMA.test(between(passage, end, one)) && one.text !== 'and') return last + 1;
  return two !== undefined && one.text === 'and' && AND.test(between(passage, end, two))
    ? last + 2
    : null;
}

function hasAnd(passage: Passage, items: readonly Token[][]): boolean {
  return items.slice(1).some((item, at) => {
    const [end, next] = [items[at]?.at(-1), item[0]];
    return end !== undefined && next !== undefined && AND.test(between(passage, end, next));
  });
}

const lengthOf = (items: readonly Token[][]): number => items.flat().length;
