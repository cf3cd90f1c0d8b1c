import { normalise } from '../fold.ts';

/** A set of words from a text of words, folded as the texts are that they are looked up for. */
export function wordSet(...lists: readonly string[]): ReadonlySet<string> {
  return new Set(lists.flatMap((list) => list.trim().split(/\s+/u)).map(normalise));
}
