import { tailAfter } from './tail.ts';
import { isCapitalised, tokenAt, type Passage } from '../passage.ts';
import { isQuantity } from '../quantity.ts';
import type { Span } from '../span.ts';

/** What one lives in or at; floors and rooms count only beside these. */
const DWELLING =
  'flat|apt|apartment|unit|villa|house|building|bldg|block|plot|street|st|road|rd|lane|avenue|tower|compound';
const BESIDE = `${DWELLING}|suite|office|floor|room|door|entrance|gate|zone|phase|sector|way|area|district`;
const NUMBER =
  '(?:no\\.? |number |num |# ?)?(?:\\d{1,5}[a-z]?|[a-z]-?\\d{1,4}|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?)(?![\\p{L}\\p{N}%]|[.:,]\\d)';
const PART = `(?:${BESIDE}) ${NUMBER}`;
const CHAIN = new RegExp(
  `(?<![\\p{L}\\p{N}])${PART}(?:(?:,? and |, ?| - | in | on | )${PART})*`,
  'gu',
);
const A_DWELLING = new RegExp(`(?<!\\p{L})(?:${DWELLING}) `, 'u');
const PARTS = new RegExp(PART, 'gu');
/** Words of what a tower is called: "Marina Tower 2". */
const LONGEST_NAME = 3;

/** "Villa 12, street 4", "block 5 street 12 house 30"; one part alone where an address is spoken of. */
export function unitAddresses(passage: Passage, expected: boolean): Span[] {
  return Array.from(passage.folded.text.matchAll(CHAIN)).flatMap((found) => {
    const parts = Array.from(found[0].matchAll(PARTS)).length;
    if (!A_DWELLING.test(found[0]) || (parts < 2 && !expected)) return [];
    const first = tokenAt(passage, found.index);
    const last = tokenAt(passage, found.index + found[0].length - 1);
    if (
      /^ \p{L}/u.test(passage.folded.text.slice(found.index + found[0].length)) &&
      isQuantity(passage, last, last)
    )
      return [];
    const start = passage.tokens[nameBefore(passage, first)]?.start;
    const end = passage.tokens[tailAfter(passage, last)]?.end;
    return start === undefined || end === undefined ? [] : [{ start, end, kind: 'ADDRESS' }];
  });
}

function nameBefore(passage: Passage, at: number): number {
  const first = passage.tokens[at];
  if (!passage.cased || first === undefined || !isCapitalised(passage, first)) return at;
  let from = at;
  while (from > 0 && at - from < LONGEST_NAME) {
    const [before, token] = passage.tokens.slice(from - 1, from + 1);
    if (before === undefined || token === undefined || !isCapitalised(passage, before)) break;
    if (passage.folded.text.slice(before.end, token.start) !== ' ' || /'/.test(before.text)) break;
    from--;
  }
  return from;
}
