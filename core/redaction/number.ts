import { isTag } from '../text/tokens.ts';
import type { DigitRun } from './digit-runs.ts';
import { tokenAt, type Passage } from './passage.ts';
import { isLastDigits, isMeasured } from './quantity.ts';
import type { Asked } from './questions.ts';
import type { Detector } from './span.ts';

/** Longer runs are nobody's meter reading. */
const LONGEST_READING = 8;
const LAST_FOUR = 4;

/** Any other long run of digits: accounts, orders, identity cards, one-time codes that were said. */
export const numbers: Detector = (passage, asked) =>
  passage.runs
    .filter((run) => !isReading(passage, run, asked))
    .map(({ start, end }) => ({ start, end, kind: 'NUMBER' }));

/** What is read off a device, or answers "how much?". */
function isReading(passage: Passage, { start, digits }: DigitRun, asked: Asked): boolean {
  if (digits.length > LONGEST_READING) return false;
  const at = tokenAt(passage, start);
  if (digits.length <= LAST_FOUR && isLastDigits(passage, at)) return true;
  const onlyQuantity = asked.size === 1 && asked.has('QUANTITY');
  return isMeasured(passage, at) || (onlyQuantity && !isTag(passage.tokens[at]?.text ?? ''));
}
