import { passesLuhn } from './checksums.ts';
import type { DigitGroup, DigitRun } from './digit-runs.ts';
import type { Detector, Span } from './span.ts';

const SHORTEST = 13;
const LONGEST = 19;
/** Digits read out with pauses that a recogniser wrote as commas or full stops. */
const WITH_PAUSES =
  /(?<!\d)\d(?:[ ,.-]{0,2}(?:(?:uh|um|er|and|then|اه|و)[ ,.-]{1,2})?\d){12,18}(?!\d)/g;

/** Payment cards: 13 to 19 digits (ISO/IEC 7812) whose Luhn check holds. */
export const cards: Detector = ({ folded, runs }) => [
  ...runs.flatMap(cardsIn),
  ...Array.from(folded.text.matchAll(WITH_PAUSES), (found) => ({
    start: found.index,
    end: found.index + found[0].length,
    kind: 'CARD' as const,
    digits: found[0].replaceAll(/\D/g, ''),
  })).filter(({ digits }) => passesLuhn(digits)),
];

/** Whether a number has the length of a card's and its check digit is right. */
export function isCardNumber(digits: string): boolean {
  return digits.length >= SHORTEST && digits.length <= LONGEST && passesLuhn(digits);
}

/** A card may have its expiry written behind it: every row of whole groups is tried. */
function cardsIn({ groups }: DigitRun): Span[] {
  for (let from = 0; from < groups.length; from++) {
    const span = longestCard(groups.slice(from, from + LONGEST));
    if (span !== null) return [span];
  }
  return [];
}

function longestCard(groups: readonly DigitGroup[]): Span | null {
  for (let count = Math.min(groups.length, LONGEST); count > 0; count--) {
    const taken = groups.slice(0, count);
    const [first] = taken;
    const last = taken.at(-1);
    if (first === undefined || last === undefined) return null;
    if (isCardNumber(taken.map((group) => group.digits).join(''))) {
      return { start: first.start, end: last.end, kind: 'CARD' };
    }
  }
  return null;
}
