import { sumOf } from '../metric.ts';
import { maskedStretches, type Stretch } from './align.ts';

/** Personal data in a call, as annotators mark it: offsets are UTF-16 code units of the turn's text. */
export interface PersonalSpan extends Stretch {
  readonly turn: number;
  readonly kind: string;
}

/** What a redactor did to one call. */
export interface RedactionScore {
  /** Each span, and whether none of its characters survived. */
  readonly spans: readonly { readonly span: PersonalSpan; readonly recalled: boolean }[];
  readonly maskedCharacters: number;
  /** Masked characters that belong to a span. */
  readonly rightlyMasked: number;
  /** Turns that hold no personal data, and how many of them were changed nevertheless. */
  readonly cleanTurns: number;
  readonly cleanTurnsChanged: number;
}

/**
 * Scores redacted turns against the personal data that their originals hold.
 * @param redacted the turns as they were shown; null or of another number: nothing was masked
 */
export function redactionScore(
  turns: readonly string[],
  spans: readonly PersonalSpan[],
  redacted: readonly string[] | null,
): RedactionScore {
  const answered = redacted !== null && redacted.length === turns.length;
  const masked = turns.map((text, at) =>
    answered ? (maskedStretches(text, redacted[at] ?? text) ?? []) : [],
  );
  const clean = turns.map((_, turn) => spans.every((span) => span.turn !== turn));
  return {
    spans: spans.map((span) => ({ span, recalled: isCovered(span, masked[span.turn] ?? []) })),
    maskedCharacters: sumOf(masked.flat().map(lengthOf)),
    rightlyMasked: sumOf(masked.flatMap((stretches, turn) => stretches.map(inSpans(spans, turn)))),
    cleanTurns: clean.filter(Boolean).length,
    cleanTurnsChanged: clean.filter((isClean, at) => isClean && masked[at]?.length).length,
  };
}

/** Masked stretches are in order and apart, though two may touch. */
function isCovered(span: Stretch, masked: readonly Stretch[]): boolean {
  return sumOf(masked.map((stretch) => overlap(span, stretch))) === lengthOf(span);
}

/** How many characters of a stretch lie in any span of its turn, each counted once. */
function inSpans(spans: readonly PersonalSpan[], turn: number): (stretch: Stretch) => number {
  const own = spans.filter((span) => span.turn === turn);
  return ({ start, end }) => {
    let inside = 0;
    for (let at = start; at < end; at++) {
      if (own.some((span) => span.start <= at && at < span.end)) inside++;
    }
    return inside;
  };
}

const lengthOf = ({ start, end }: Stretch): number => end - start;

function overlap(one: Stretch, other: Stretch): number {
  return Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
}
