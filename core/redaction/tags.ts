import { REDACTION_KINDS, type RedactionKind } from './kinds.ts';

const TAG = new RegExp(`\\[(${REDACTION_KINDS.join('|')})\\]`, 'g');

/** What stands for a masked span. */
export const tagOf = (kind: RedactionKind): string => `[${kind}]`;

/** How many tags of each kind texts hold. */
export function countTags(texts: readonly string[]): Partial<Record<RedactionKind, number>> {
  const counts: Partial<Record<RedactionKind, number>> = {};
  for (const text of texts) {
    for (const [, tag] of text.matchAll(TAG)) {
      const kind = tag as RedactionKind;
      counts[kind] = (counts[kind] ?? 0) + 1;
    }
  }
  return counts;
}
