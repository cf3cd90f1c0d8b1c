import { isTag } from '../../text/tokens.ts';
import { isFunctionWord } from '../../text/words/index.ts';
import { isNoName } from '../names/not-names.ts';
import { between, isCapitalised, type Passage } from '../passage.ts';
import { NUMBER_WORDS, UNITS } from './words.ts';

/** Words behind a street that may be a flat, a town or a postcode. */
const LONGEST_TAIL = 10;

/** The last token of an address whose street is known: flats, towns with capitals, postcodes. */
export function tailAfter(passage: Passage, street: number): number {
  const { tokens } = passage;
  let to = street;
  for (let at = street + 1; at < Math.min(tokens.length, street + LONGEST_TAIL); at++) {
    const [previous, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
    if (previous === undefined || token === undefined) break;
    const gap = between(passage, previous, token);
    if (!/^(?: |, |,| - |-)$/.test(gap)) break;
    if (UNITS.has(token.text) && next !== undefined && isUnitName(next.text)) {
      to = ++at;
      continue;
    }
    if (!isTailWord(passage, at)) break;
    to = at;
  }
  return to;
}

const isUnitName = (text: string): boolean =>
  /^(?:\d{1,6}[a-z]?|[a-z]|[a-z]\d{1,4})$/.test(text) || NUMBER_WORDS.has(text);

/** "Marlow Heath", "NW1", "09097", in lower case "bridge town al". */
function isTailWord(passage: Passage, at: number): boolean {
  const token = passage.tokens[at];
  if (token === undefined || isTag(token.text)) return false;
  if (
    /^\d{4,6}$/.test(token.text) ||
    /^[a-z]{1,2}\d{1,2}[a-z]?$/.test(token.text) ||
    /^\d[a-z]{2}$/.test(token.text)
  )
    return true;
  if (/^[a-z]$/.test(token.text))
    return isUnitName(passage.tokens[at - 1]?.text ?? '') && token.text !== 'i';
  if (!/^[a-z'-]+$/.test(token.text) || isFunctionWord(token.text)) return false;
  return passage.cased
    ? isCapitalised(passage, token)
    : !isNoName(token.text) || token.text === 'al';
}
