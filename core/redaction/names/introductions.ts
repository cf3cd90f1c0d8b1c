import type { Token } from '../../text/tokens.ts';
import { between, type Passage } from '../passage.ts';
import { isArabicIntroduction, opensArabic } from './arabic.ts';
import { calledIn } from './calling.ts';
import { nameCues, type Candidate, type Cue, type FoundCue } from './cue.ts';
import { GREETINGS, NAME_OF_A_THING, NAME_PREFIXES, PAUSES, PLACE_AFTER } from './cues.ts';
import { isThing } from './firm.ts';
import { isGivenName } from './known.ts';
import { isLatinIntroduction, opensLatin } from './latin.ts';
import { closesName, isArabic, isCapitalisedName, isNameShaped, nameFrom } from './shape.ts';

/** "Mr. Rahman", "د. نبيل". */
const ABBREVIATED = /^(?:mr|mrs|ms|dr|prof|د|م|أ|ا)$/;
const LATIN_TITLES = /^(?:mr|mrs|ms|miss|missus|dr|doctor|mister|sir|madam|prof|professor)$/;
/** Behind these a comma parts the cue from what is no name. */
const NEED_NO_PAUSE: ReadonlySet<Cue> = new Set(['sure', 'maybe', 'title', 'role']);

/** Names that somebody gives or is called by in this passage, as tokens. */
export function introducedIn(passage: Passage): Token[] {
  return [...afterCues(passage), ...calledIn(passage)];
}

function afterCues(passage: Passage): Token[] {
  const words = passage.tokens.map((token) => token.text);
  const hits = nameCues.find(words);
  if (words[0] === 'name') hits.unshift({ at: 0, length: 1, value: 'title' });
  return hits.flatMap(({ at, length, value }) => {
    if (isNameOfThing(words, at)) return [];
    const cue = { kind: value, at, end: at + length };
    const start = skipped(words, cue.end);
    if (!opensName(passage, start, cue)) return [];
    const name = nameFrom(passage, start);
    return isIntroduction(passage, cue, { start, end: start + name.length }) ? name : [];
  });
}

/** "Product name is": the name of a thing. */
function isNameOfThing(words: readonly string[], at: number): boolean {
  return /^names?(?:'s)?$/.test(words[at] ?? '') && NAME_OF_A_THING.has(words[at - 1] ?? '');
}

/** Where the name begins behind "um", "عندي" and "Mrs.". */
function skipped(words: readonly string[], from: number): number {
  const pause = PAUSES.has(words[from] ?? '') ? from + 1 : from;
  return LATIN_TITLES.test(words[pause] ?? '') ? pause + 1 : pause;
}

function opensName(passage: Passage, start: number, cue: FoundCue): boolean {
  const [before, first] = [passage.tokens[start - 1], passage.tokens[start]];
  if (before === undefined || first === undefined || !isNameShaped(first)) return false;
  const gap = between(passage, before, first);
  if (/[!?؟]/u.test(gap) || (/\./.test(gap) && !ABBREVIATED.test(before.text))) return false;
  if (/[,،]/u.test(gap)) {
    if (GREETINGS.has(before.text)) return isGivenName(first.text);
    if (NEED_NO_PAUSE.has(cue.kind))
      return isGivenName(first.text) || isCapitalisedName(passage, start);
  }
  return isArabic(first.text) ? opensArabic(first, cue) : opensLatin(passage, start, cue.kind);
}

/** "Mr. Al Marri's Emirates ID" is his; "you're through to Meridian Fibre" is a firm. */
const isTitled = ({ tokens }: Passage, at: number): boolean =>
  LATIN_TITLES.test(tokens[at - 1]?.text ?? '');

/** Whether what surrounds cue and name bears the name out. */
function isIntroduction(passage: Passage, cue: FoundCue, name: Candidate): boolean {
  const first = passage.tokens[name.start]?.text ?? '';
  const isAlone = name.end - name.start === 1;
  if (PLACE_AFTER.has(passage.tokens[name.end]?.text ?? '')) return false;
  if (!isTitled(passage, name.start) && isThing(passage, name.start, name.end - 1)) return false;
  if (isAlone && NAME_PREFIXES.has(first)) return false;
  // The name "علي" is the preposition "على" once folded: a noun behind it tells.
  if (isAlone && first === 'علي' && !closesName(passage, name.start)) return false;
  if (cue.kind === 'sure') return true;
  return isArabic(first)
    ? isArabicIntroduction(passage, cue, name)
    : isLatinIntroduction(passage, cue, name);
}
