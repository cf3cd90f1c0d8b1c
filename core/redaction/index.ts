import type { Detector } from './span.ts';
import { cards } from './card.ts';
import { emails } from './email.ts';
import { ibans } from './iban.ts';
import { keyedNumbers } from './keyed-number.ts';
import { mask, maskWords, sourceSpans } from './mask.ts';
import { namesGiven, namesWith } from './name.ts';
import { numbers } from './number.ts';
import { passageOf } from './passage.ts';
import { phones } from './phone.ts';
import { mergeOverlaps, REDACTION_KINDS, type RedactionKind, type Span } from './span.ts';

const DETECTORS: readonly Detector[] = [emails, ibans, cards, phones, numbers, keyedNumbers];

/** Masks what is personal in the texts of one call. */
export interface Redactor {
  /** The text with a tag for every span that is masked. */
  text(text: string): string;
  /** Words with their times: each that lies in a masked span of `text` becomes the span's tag. */
  words<Word extends { readonly text: string }>(words: readonly Word[], text: string): Word[];
}

/**
 * A redactor that knows the names given in a call.
 * @param texts the call's turns in the order they were said
 */
export function redactorFor(texts: readonly string[]): Redactor {
  const detectors = [...DETECTORS, namesWith(namesGiven(texts.map(passageOf)))];
  const spansOf = (text: string): Span[] => {
    const passage = passageOf(text);
    const found = detectors.flatMap((detect) => detect(passage));
    return sourceSpans(passage.folded, mergeOverlaps(found));
  };
  return {
    text: (text) => mask(text, spansOf(text)),
    words: (words, text) => maskWords(words, text, spansOf),
  };
}

const TAG = new RegExp(`\\[(${REDACTION_KINDS.join('|')})\\]`, 'g');

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
