import { PhraseIndex } from '../../text/phrases.ts';
import type { Token } from '../../text/tokens.ts';
import { isAlsoName, isFunctionWord } from '../../text/words/index.ts';
import { between, isCapitalised, type Passage } from '../passage.ts';
import { UNITS } from '../quantity.ts';
import {
  ARABIC_ADDRESSES,
  CONFIRMS_NAME,
  GREETINGS,
  NAME_FOLLOWS,
  NAME_MAY_FOLLOW,
  NAME_OF_A_THING,
  NAME_PREFIXES,
  NAME_WITH_CAPITAL_FOLLOWS,
  NAMES_LIKE_VERBS,
  NO_ADDRESS,
  OPENS_WITH_YOU,
  ORIGINS,
  PAUSES,
  PLACE_AFTER,
  TITLES,
  WITH_YOU,
} from './cues.ts';
import { isGivenName, isNameAndWord, isSurelyGiven } from './known.ts';
import { isNoName } from './not-names.ts';
import {
  closesName,
  beginsPhrase,
  beginsSentence,
  endsPhrase,
  isArabic,
  isCapitalisedName,
  isNameShaped,
  nameFrom,
} from './shape.ts';

/** How sure a cue is that a name comes next. */
type Cue = 'sure' | 'maybe' | 'title' | 'with you' | 'capital' | 'address';

const cues = new PhraseIndex<Cue>([
  ...NAME_FOLLOWS.map((phrase) => [phrase, 'sure'] as const),
  ...NAME_MAY_FOLLOW.map((phrase) => [phrase, 'maybe'] as const),
  ...NAME_WITH_CAPITAL_FOLLOWS.map((phrase) => [phrase, 'capital'] as const),
  ...TITLES.map((phrase) => [phrase, 'title'] as const),
  ...[...WITH_YOU].map((word) => [word, 'with you'] as const),
  ...[...ARABIC_ADDRESSES].map((word) => [word, 'address'] as const),
]);

/** "Mr. Rahman", "د. نبيل". */
const ABBREVIATED = /^(?:mr|mrs|ms|dr|prof|د|م|أ|ا)$/;

const LATIN_TITLES = /^(?:mr|mrs|ms|miss|dr|doctor|mister|sir|madam|prof|professor)$/;

interface FoundCue {
  readonly kind: Cue;
  readonly at: number;
  readonly end: number;
}

/** Names that somebody gives or is called by in this passage, as tokens. */
export function introducedIn(passage: Passage): Token[] {
  return [
    ...afterCues(passage),
    ...beforeSpeaking(passage),
    ...givenNames(passage),
    ...called(passage),
  ];
}

function afterCues(passage: Passage): Token[] {
  const words = passage.tokens.map((token) => token.text);
  const hits = cues.find(words);
  if (words[0] === 'name') hits.unshift({ at: 0, length: 1, value: 'title' });
  return hits.flatMap(({ at, length, value }) => {
    if (/^(?:name|names|name's)$/.test(words[at] ?? '') && NAME_OF_A_THING.has(words[at - 1] ?? ''))
      return [];
    const cue = { kind: value, at, end: at + length };
    const start = skipped(words, cue.end);
    if (!opensName(passage, start, cue)) return [];
    const name = nameFrom(passage, start);
    return isIntroduction(passage, cue, start, start + name.length) ? name : [];
  });
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
  if (/[,،]/u.test(gap) && GREETINGS.has(before.text)) return isGivenName(first.text);
  if (/[,،]/u.test(gap) && (cue.kind === 'sure' || cue.kind === 'maybe' || cue.kind === 'title')) {
    return isGivenName(first.text) || isCapitalisedName(passage, start);
  }
  return isArabic(first.text) ? opensArabic(first, cue) : opensLatin(passage, start, cue.kind);
}

function opensArabic({ text }: Token, { kind }: FoundCue): boolean {
  if (NAME_PREFIXES.has(text)) return kind !== 'capital';
  if (isGivenName(text)) {
    return kind === 'maybe' ? !isNoName(text) : kind !== 'address' || !NO_ADDRESS.has(text);
  }
  if (kind === 'sure') return !isNoName(text);
  if (kind === 'address' || kind === 'capital') return false;
  if (UNITS.has(text)) return false;
  return !isNoName(text) && (!text.startsWith('ال') || text.endsWith('ي')) && text.length > 2;
}

function opensLatin(passage: Passage, start: number, kind: Cue): boolean {
  const first = passage.tokens[start];
  if (first === undefined) return false;
  const { text } = first;
  if (kind === 'sure' && NAMES_LIKE_VERBS.has(text)) return true;
  if (passage.cased) {
    if (!isCapitalised(passage, first)) return kind === 'sure' && !isNoName(text);
    if (kind === 'sure') return !isFunctionWord(text);
    return isAlsoName(text) ? kind !== 'capital' : !isNoName(text);
  }
  if (kind === 'sure') return !isFunctionWord(text) && (isAlsoName(text) || !isNoName(text));
  if (kind === 'title' || kind === 'with you') return isAlsoName(text) || !isNoName(text);
  return isGivenName(text) || (kind === 'maybe' && !isNoName(text));
}

/** Whether what surrounds cue and name bears the name out. */
function isIntroduction(passage: Passage, cue: FoundCue, start: number, end: number): boolean {
  const { tokens } = passage;
  const first = tokens[start];
  if (first === undefined || PLACE_AFTER.has(tokens[end]?.text ?? '')) return false;
  if (first.text === 'علي' && end - start === 1 && !isAli(passage, start)) return false;
  if (NAME_PREFIXES.has(first.text) && end - start === 1) return false;
  if (cue.kind === 'sure') return true;
  if (isArabic(first.text)) return isArabicIntroduction(passage, cue, start, end);
  if (cue.kind === 'title' || cue.kind === 'with you') return true;
  if (cue.kind === 'capital') return isSpokenOf(passage, start, end);
  if (cue.kind === 'address') return isGivenName(first.text);
  return (
    CONFIRMS_NAME.has(tokens[end]?.text ?? '') ||
    isGreeted(passage, cue.at) ||
    (isGivenName(first.text) && !isNoName(first.text)) ||
    (passage.cased && endsPhrase(passage, end - 1))
  );
}

/** Nobody speaks to a thing. */
const SPEECH = /^(?:spoke|speak|talk|talked|ask|asked|called|named)$/;

/** After "for", "and" or "spoke to" two capitals make a name, or one that ends what is said. */
function isSpokenOf(passage: Passage, start: number, end: number): boolean {
  if (isGivenName(passage.tokens[start]?.text ?? '')) return true;
  const before = passage.tokens[start - 1]?.text ?? '';
  const verb = passage.tokens[start - 2]?.text ?? '';
  if (SPEECH.test(verb) || SPEECH.test(before)) return passage.cased;
  if (/^(?:for|from|by|with|and|have|so|yes|okay|ok|right|sure|well|put|tell|of|to)$/.test(before))
    return false;
  return passage.cased && (end - start > 1 || endsPhrase(passage, end - 1));
}

function isArabicIntroduction(
  passage: Passage,
  cue: FoundCue,
  start: number,
  end: number,
): boolean {
  const { tokens } = passage;
  const first = tokens[start]?.text ?? '';
  const before = tokens[cue.at - 1]?.text;
  const known = isGivenName(first) || NAME_PREFIXES.has(first);
  if (isOrigin(passage, end)) return true;
  if (cue.kind === 'with you') {
    const opens =
      before === undefined ||
      OPENS_WITH_YOU.has(before) ||
      beginsPhrase(passage, cue.at) ||
      isCompany(passage, cue.at);
    if (known && !isNameAndWord(first)) return true;
    return opens && (known || closesName(passage, end - 1));
  }
  if (cue.kind === 'maybe') return known && (!isNameAndWord(first) || end - start > 1);
  if (cue.kind === 'address' || cue.kind === 'capital')
    return known && (endsPhrase(passage, end - 1) || !isNameAndWord(first));
  return known || end - start > 1 || closesName(passage, end - 1);
}

/** The name "علي" is the preposition "على" once folded: a noun behind it tells. */
function isAli(passage: Passage, at: number): boolean {
  return closesName(passage, at);
}

/** "... من شركة", "... من قسم الدعم": a person of some company. */
function isOrigin({ tokens }: Passage, at: number): boolean {
  return tokens[at]?.text === 'من' && ORIGINS.test(tokens[at + 1]?.text ?? '');
}

/** "شركة الاتصالات معك ...": the company comes first. */
function isCompany({ tokens }: Passage, at: number): boolean {
  return tokens.slice(Math.max(0, at - 3), at).some(({ text }) => ORIGINS.test(text));
}

/** "hi this is sarah", "good morning robert this is sarah". */
function isGreeted({ tokens }: Passage, at: number): boolean {
  return tokens.slice(Math.max(0, at - 2), at).some(({ text }) => GREETINGS.has(text));
}

/** "Cedar Clinic, Mona speaking." */
function beforeSpeaking(passage: Passage): Token[] {
  return passage.tokens.flatMap((token, at) => {
    if (token.text !== 'speaking' && token.text !== 'here') return [];
    for (const length of [2, 1]) {
      const from = at - length;
      const name = passage.tokens.slice(Math.max(0, from), at);
      if (
        from < 0 ||
        !beginsPhrase(passage, from) ||
        !name.every((_, step) => isCapitalisedName(passage, from + step))
      )
        continue;
      if (token.text === 'speaking' || endsPhrase(passage, at) || isGivenName(name[0]?.text ?? ''))
        return name;
    }
    return [];
  });
}

/** Given names that are nothing else, with the family names behind them. */
function givenNames(passage: Passage): Token[] {
  return passage.tokens.flatMap((_, at) =>
    isSurelyGiven(passage, at) ? fullName(passage, at) : [],
  );
}

function fullName(passage: Passage, at: number): Token[] {
  const name = nameFrom(passage, at);
  return PLACE_AFTER.has(passage.tokens[at + name.length]?.text ?? '') ? [] : name;
}

/** "You've saved my evening, Priya." The word before the comma has no capital: it is no list of places. */
function called(passage: Passage): Token[] {
  if (!passage.cased) return [];
  return passage.tokens.filter((token, at) => {
    const [before, next] = [passage.tokens[at - 1], passage.tokens[at + 1]];
    if (before === undefined || !isCapitalisedName(passage, at) || beginsSentence(passage, at))
      return false;
    if (between(passage, before, token) !== ', ' || isCapitalised(passage, before)) return false;
    return next === undefined || /^\s*[.!?]/.test(between(passage, token, next));
  });
}
