import type { DigitGroup, DigitRun } from './digit-runs.ts';

/** Digits with at most two of space, dash and bracket between them; "+" or "00" leads abroad. */
const RUN = /\+?\(?\d(?:[ \-()]{0,2}\d)*/g;
/** A shorter run is a price, a year, a time or a count. */
const FEWEST_DIGITS = 6;
const CURRENCY_BEFORE = /(?:[$£€¥]|\b(?:usd|sar|aed|egp|jod|kwd|gbp|eur|rs))\s?$/u;
const CURRENCY_AFTER =
  /^\s?(?:[$£€¥%]|(?:dollars?|pounds?|euros?|riyals?|dirhams?|dinars?|usd|sar|aed|egp|jod|kwd|gbp|eur|ريال|ريالات|درهم|دراهم|دينار|دنانير|جنيه|جنيهات|دولار|فلس)(?!\p{L}))/u;
const DATE =
  /^(?:(?:19|20)\d\d[ -](?:0?[1-9]|1[0-2])[ -](?:0?[1-9]|[12]\d|3[01])|(?:0?[1-9]|[12]\d|3[01])[ -](?:0?[1-9]|[12]\d|3[01])[ -](?:19|20)\d\d)$/;
/** Error codes of machines ("0x80070422") are nobody's number. */
const HEXADECIMAL = /^0x[0-9a-f]+$/;
const YEARS = /^(?:19|20)\d\d[ -]+(?:19|20)\d\d$/;

/** Runs of six written digits or more, alone or within letters ("MEM456789"). */
export function writtenRuns(text: string): DigitRun[] {
  return Array.from(text.matchAll(RUN), (found) => runAt(text, found.index, found[0])).filter(
    (run): run is DigitRun => run !== null,
  );
}

function runAt(text: string, at: number, written: string): DigitRun | null {
  const groups = ownGroups(text, groupsOf(at, written));
  const first = groups[0];
  const last = groups.at(-1);
  if (first === undefined || last === undefined) return null;
  const digits = groups.map((group) => group.digits).join('');
  const international = written.startsWith('+') || digits.startsWith('00');
  const start = first.start === groupsOf(at, written)[0]?.start ? at : first.start;
  const run = { start, end: last.end, digits, groups, international };
  if (digits.length < FEWEST_DIGITS || isQuantity(text, run) || isListOfCounts(run)) return null;
  const whole = withLetters(text, run);
  return HEXADECIMAL.test(text.slice(whole.start, whole.end)) ? null : whole;
}

function groupsOf(at: number, written: string): DigitGroup[] {
  return Array.from(written.matchAll(/\d+/g), (group) => ({
    start: at + group.index,
    end: at + group.index + group[0].length,
    digits: group[0],
  }));
}

/** Without a group at either end that is half of a time, a date or a decimal ("10:30", "3.5"). */
function ownGroups(text: string, groups: DigitGroup[]): DigitGroup[] {
  const [first] = groups;
  const last = groups.at(-1);
  if (first === undefined || last === undefined) return [];
  if (/\d[:./,]$/.test(text.slice(Math.max(0, first.start - 2), first.start))) {
    return ownGroups(text, groups.slice(1));
  }
  return /^[:./,]\d/.test(text.slice(last.end, last.end + 2))
    ? ownGroups(text, groups.slice(0, -1))
    : groups;
}

function isQuantity(text: string, { start, end }: DigitRun): boolean {
  const written = text.slice(start, end);
  if (DATE.test(written) || YEARS.test(written)) return true;
  return (
    CURRENCY_BEFORE.test(text.slice(Math.max(0, start - 5), start)) ||
    CURRENCY_AFTER.test(text.slice(end, end + 12))
  );
}

/** "38 40 42" are sizes; a telephone number in pairs has at least four. */
function isListOfCounts({ groups, international }: DigitRun): boolean {
  return !international && groups.length < 4 && groups.every((group) => group.digits.length <= 2);
}

/** Takes in the letters that a number is written onto: they are part of the same id. */
function withLetters(text: string, run: DigitRun): DigitRun {
  const before = /[\p{L}\p{N}_]+-?$/u.exec(text.slice(Math.max(0, run.start - 24), run.start));
  const after = /^-?[\p{L}\p{N}_]+/u.exec(text.slice(run.end, run.end + 24));
  return {
    ...run,
    start: run.start - latinLength(before?.[0]),
    end: run.end + latinLength(after?.[0]),
  };
}

/** Arabic words are often written onto a number without being part of it. */
function latinLength(part: string | undefined): number {
  return part === undefined || /\p{Script=Arabic}/u.test(part) ? 0 : part.length;
}
