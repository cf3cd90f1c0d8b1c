import { REDACTION_KINDS, type RedactionKind } from './kinds.ts';
import type { Passage } from './passage.ts';
import type { Asked } from './questions.ts';

/** A stretch to mask, as UTF-16 offsets; `end` is the first that stays. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly kind: RedactionKind;
}

/**
 * Finds one kind of personal data; its spans are offsets of the passage's folded text.
 * @param asked what was asked for just before
 */
export type Detector = (passage: Passage, asked: Asked) => Span[];

/** Overlapping spans as one, under the weightiest kind: nothing found by any detector stays. */
export function mergeOverlaps(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of [...spans].sort((one, other) => one.start - other.start)) {
    const last = merged.at(-1);
    if (last === undefined || span.start >= last.end) merged.push(span);
    else merged[merged.length - 1] = union(last, span);
  }
  return merged;
}

function union(one: Span, other: Span): Span {
  const weightier = REDACTION_KINDS.indexOf(one.kind) <= REDACTION_KINDS.indexOf(other.kind);
  return {
    start: Math.min(one.start, other.start),
    end: Math.max(one.end, other.end),
    kind: weightier ? one.kind : other.kind,
  };
}
