import { PhraseIndex } from '../text/phrases.ts';
import { isTag, type Token } from '../text/tokens.ts';
import { isCommonWord } from '../text/words/index.ts';
import { wordSet } from '../text/words/list.ts';
import { codeAt, isYear, type Code } from './codes.ts';
import { ID_CUES, isNoSecret, OWNERS_ALONE } from './id-cues.ts';
import type { RedactionKind } from './kinds.ts';
import type { Passage } from './passage.ts';
import { between } from './passage.ts';
import type { Asked } from './questions.ts';
import { isLastDigits } from './quantity.ts';
import type { Detector, Span } from './span.ts';

type Claim = 'ACCOUNT_ID' | 'NATIONAL_ID' | 'OTP' | 'PASSWORD' | 'OWNER';

const cues = new PhraseIndex<Claim>([
  ...OWNERS_ALONE.map((phrase) => [phrase, 'OWNER'] as const),
  ...ID_CUES.account.map((phrase) => [phrase, 'ACCOUNT_ID'] as const),
  ...ID_CUES.national.map((phrase) => [phrase, 'NATIONAL_ID'] as const),
  ...ID_CUES.code.map((phrase) => [phrase, 'OTP'] as const),
  ...ID_CUES.password.map((phrase) => [phrase, 'PASSWORD'] as const),
]);
/** Words that may stand between: "my file number, they had all of it: 201/2019". */
const REACH = 7;
const SENTENCE_END = /[.!?؟](?:\s|$)/u;
const IS = wordSet("is it's its the was to as هي هو يلي اللي تكون بيكون طلع um uh er");
const LONGEST_SECRET_ANSWER = 4;
const LONGEST_SIGNS = 32;
const TENS =
  '(?:ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?';
const TENS_BEFORE = new RegExp(`(?<!\\p{L})(?:${TENS}[ ,-]+)+$`, 'u');
const TENS_AFTER = new RegExp(`^(?:[ ,-]+${TENS})+(?!\\p{L})`, 'u');

/** Ids, codes and passwords that a word claims, or that answer a question for them. */
export const keyedCodes: Detector = (passage, asked) => [
  ...claimedIn(passage),
  ...answersIn(passage, asked),
];

function claimedIn(passage: Passage): Span[] {
  const words = passage.tokens.map((token) => token.text);
  return cues.find(words).flatMap(({ at, length, value }) => {
    const next = at + length;
    if (value === 'OTP' && isNoSecret(words, at, next)) return [];
    if (value === 'OWNER') return spanOf(codeAt(passage, next), 'ACCOUNT_ID', 4);
    const spans = claimedAfter(passage, next, value);
    if (value !== 'PASSWORD') return spans;
    return spans.length === 0
      ? saidPassword(passage, next)
      : spans.map((span) => withSigns(passage, span));
  });
}

/** The first code behind a cue alone; a tag says that what was meant is masked already. */
function claimedAfter(passage: Passage, from: number, claim: Exclude<Claim, 'OWNER'>): Span[] {
  const { tokens } = passage;
  for (let at = from; at < Math.min(tokens.length, from + REACH); at++) {
    const token = tokens[at];
    const previous = tokens[at - 1];
    if (token === undefined || previous === undefined || isTag(token.text)) return [];
    if (SENTENCE_END.test(between(passage, previous, token))) return [];
    if (claim !== 'NATIONAL_ID' && isLastDigits(passage, at)) return [];
    const code = codeAt(passage, at);
    if (code === null) continue;
    if (claim === 'PASSWORD') return [withLetters(passage, at, { ...code, kind: 'OTP' })];
    return isYear(code) && at > from + 1 ? [] : spanOf(code, claim, 0);
  }
  return [];
}

function spanOf(code: Code | null, kind: RedactionKind, fewestCharacters: number): Span[] {
  if (code === null || code.characters < fewestCharacters) return [];
  return [{ start: code.start, end: code.end, kind }];
}

/** "The password is sunflower": a word that is no everyday one, with the signs written onto it. */
function saidPassword(passage: Passage, from: number): Span[] {
  const { tokens } = passage;
  const at = IS.has(tokens[from]?.text ?? '') ? from + 1 : from;
  const token = tokens[IS.has(tokens[at]?.text ?? '') ? at + 1 : at];
  const previous = tokens[from - 1];
  if (token === undefined || previous === undefined || !isSecretWord(token)) return [];
  if (at === from && !/[:]/.test(between(passage, previous, token))) return [];
  return [withSigns(passage, { start: token.start, end: token.end, kind: 'OTP' })];
}

/** "ماجد2020": letters that a number is written onto. */
function withLetters(passage: Passage, at: number, { end, kind }: Span): Span {
  const [letters, number] = passage.tokens.slice(Math.max(0, at - 1), at + 1);
  const glued = letters && number && letters.end === number.start;
  return { start: (glued ? letters : number)?.start ?? end, end, kind };
}

/** Passwords end where the next space or full stop is. */
function withSigns({ folded }: Passage, span: Span): Span {
  const rest = /^[^\s.,،؟?]*(?:[.,?][^\s.,،؟?]+)*/u.exec(
    folded.text.slice(span.end, span.end + LONGEST_SIGNS),
  );
  return { ...span, end: span.end + (rest?.[0].length ?? 0) };
}

function isSecretWord({ text }: Token): boolean {
  return (
    text.length > 2 && !isTag(text) && !isCommonWord(text) && !/(?:ed|ing|able|ly)$/.test(text)
  );
}

/** The first fitting code of an answer; quantities, dates and years are none. */
function answersIn(passage: Passage, asked: Asked): Span[] {
  const kind = kindAsked(asked);
  if (kind === null) return [];
  const { tokens } = passage;
  for (let at = 0; at < tokens.length; at++) {
    if (isTag(tokens[at]?.text ?? '')) return [];
    const code = codeAt(passage, at);
    if (code === null || (kind !== 'NATIONAL_ID' && isLastDigits(passage, at))) continue;
    if (isYear(code) && tokens.length > 2) return [];
    return spanOf(code, kind, fewestFor(kind)).map((span) => withNumberWords(passage, span));
  }
  return asked.has('PASSWORD') && tokens.length <= LONGEST_SECRET_ANSWER
    ? tokens.filter(isSecretWord).map(({ start, end }) => ({ start, end, kind: 'OTP' as const }))
    : [];
}

/** "oh two, nineteen": codes are said in tens as well. */
function withNumberWords({ folded }: Passage, span: Span): Span {
  const before = TENS_BEFORE.exec(folded.text.slice(0, span.start))?.[0].length ?? 0;
  const after = TENS_AFTER.exec(folded.text.slice(span.end))?.[0].length ?? 0;
  return { ...span, start: span.start - before, end: span.end + after };
}

function kindAsked(asked: Asked): RedactionKind | null {
  if (asked.has('NATIONAL_ID')) return 'NATIONAL_ID';
  if (asked.has('OTP') || asked.has('PASSWORD')) return 'OTP';
  return asked.has('ACCOUNT_ID') ? 'ACCOUNT_ID' : null;
}

const fewestFor = (kind: RedactionKind): number => (kind === 'OTP' ? 3 : 4);
