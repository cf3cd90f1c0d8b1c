import { PhraseIndex } from '../text/phrases.ts';
import { isTag, type Token } from '../text/tokens.ts';
import { isAlsoName, isCommonWord, isFunctionWord } from '../text/words/index.ts';
import {
  ASKS_FOR_NAME,
  CONFIRMS_NAME,
  FREQUENT_SECOND_NAMES,
  GREETINGS,
  NAME_FOLLOWS,
  NAME_MAY_FOLLOW,
  NAME_OF_A_THING,
  NAME_PREFIXES,
  NAMES_LIKE_VERBS,
  OPENS_WITH_YOU,
  ORIGINS,
  PAUSES,
  TITLES,
  WITH_YOU,
} from './name-cues.ts';
import { between, isCapitalised, type Passage } from './passage.ts';

/** How sure a cue is that a name comes next. */
type Cue = 'sure' | 'maybe' | 'title' | 'with you';

const cues = new PhraseIndex<Cue>([
  ...NAME_FOLLOWS.map((phrase) => [phrase, 'sure'] as const),
  ...NAME_MAY_FOLLOW.map((phrase) => [phrase, 'maybe'] as const),
  ...TITLES.map((phrase) => [phrase, 'title'] as const),
  ...[...WITH_YOU].map((word) => [word, 'with you'] as const),
]);
const LONGEST_NAME = 3;
/** Where no capital marks a name, a third word is more often the rest of the sentence. */
const LONGEST_UNCASED_NAME = 2;
/** A name alone, perhaps after "sure, it's". */
const LONGEST_ANSWER = 6;
const ONLY_LETTERS = /^[\p{L}\p{M}'-]+$/u;
const ARABIC = /^\p{Script=Arabic}/u;

/** Names that somebody gives in this passage, as tokens. */
export function introducedIn(passage: Passage): Token[] {
  const words = passage.tokens.map((token) => token.text);
  return cues.find(words).flatMap(({ at, length, value }) => {
    if (words[at] === 'name' && NAME_OF_A_THING.has(words[at - 1] ?? '')) return [];
    const name = nameAfter(passage, at + length, value);
    const cue = { kind: value, at, end: at + length };
    return name.length > 0 && isIntroduction(passage, cue, name) ? name : [];
  });
}

/** A name that answers "may I have your name?" and nothing else. */
export function answeredIn(question: Passage, answer: Passage): Token[] {
  if (!ASKS_FOR_NAME.test(question.folded.text) || answer.tokens.length > LONGEST_ANSWER) return [];
  if (answer.tokens.some(({ text }) => isTag(text))) return [];
  const rest = answer.tokens.filter((token) => !isCommonWord(token.text) && isNameShaped(token));
  const names = rest.length <= LONGEST_NAME ? rest : [];
  return names.filter((token) => !answer.cased || isCapitalised(answer, token));
}

function nameAfter(passage: Passage, from: number, cue: Cue): Token[] {
  const start = PAUSES.has(passage.tokens[from]?.text ?? '') ? from + 1 : from;
  const first = passage.tokens[start];
  const before = passage.tokens[start - 1];
  if (first === undefined || before === undefined || !opensName(passage, before, first, cue))
    return [];
  const name = [first];
  const longest = passage.cased ? LONGEST_NAME : LONGEST_UNCASED_NAME;
  for (let next = passage.tokens[start + 1]; name.length < longest;) {
    const last = name.at(-1);
    if (next === undefined || last === undefined || !continuesName(passage, last, next)) break;
    name.push(next);
    next = passage.tokens[start + name.length];
  }
  return name;
}

function opensName(passage: Passage, before: Token, first: Token, cue: Cue): boolean {
  if (!isNameShaped(first) || /[.!?؟]/u.test(between(passage, before, first).replace(/^\./, ''))) {
    return false;
  }
  if (NAME_PREFIXES.has(first.text)) return true;
  if (cue === 'sure' && NAMES_LIKE_VERBS.has(first.text)) return true;
  if (passage.cased && isCapitalised(passage, first)) return canBeName(first, cue);
  if (passage.cased && cue === 'maybe' && !ARABIC.test(first.text)) return false;
  return cue === 'sure' && !ARABIC.test(first.text)
    ? !isFunctionWord(first.text)
    : !isCommonWord(first.text);
}

/** A capital alone makes no name of "Monday" after "it is". */
function canBeName({ text }: Token, cue: Cue): boolean {
  if (cue === 'sure') return !isFunctionWord(text);
  return isAlsoName(text) || !isCommonWord(text);
}

function continuesName(passage: Passage, last: Token, next: Token): boolean {
  if (!isNameShaped(next) || !/^[ -]$/.test(between(passage, last, next))) return false;
  if (ARABIC.test(next.text)) {
    const known = NAME_PREFIXES.has(last.text) || NAME_PREFIXES.has(next.text);
    const family = next.text.startsWith('ال') && !isCommonWord(next.text);
    return known || family || FREQUENT_SECOND_NAMES.has(next.text);
  }
  if (passage.cased) return isCapitalised(passage, next);
  return isAlsoName(next.text) ? !isFunctionWord(next.text) : !isCommonWord(next.text);
}

interface FoundCue {
  readonly kind: Cue;
  readonly at: number;
  readonly end: number;
}

/** Whether what surrounds cue and name bears the name out. */
function isIntroduction(passage: Passage, cue: FoundCue, name: readonly Token[]): boolean {
  if (cue.kind === 'sure' || cue.kind === 'title') return true;
  const before = passage.tokens[cue.at - 1]?.text;
  const after = passage.tokens.findIndex((token) => token === name.at(-1)) + 1;
  if (isOrigin(passage, after)) return true;
  if (cue.kind === 'with you') return before === undefined || OPENS_WITH_YOU.has(before);
  return (
    CONFIRMS_NAME.has(passage.tokens[after]?.text ?? '') ||
    isGreeted(passage, cue.at) ||
    endsPhrase(passage, name)
  );
}

/** "... من شركة", "... من قسم الدعم": a person of some company. */
function isOrigin({ tokens }: Passage, at: number): boolean {
  return tokens[at]?.text === 'من' && ORIGINS.test(tokens[at + 1]?.text ?? '');
}

/** "This is Helena." with a capital and nothing behind it. */
function endsPhrase(passage: Passage, name: readonly Token[]): boolean {
  const last = name.at(-1);
  return passage.cased && /^\s*(?:[.,!?]|$)/.test(passage.folded.text.slice(last?.end));
}

/** "hi this is sarah", "good morning robert this is sarah". */
function isGreeted({ tokens }: Passage, at: number): boolean {
  return tokens.slice(Math.max(0, at - 2), at).some(({ text }) => GREETINGS.has(text));
}

function isNameShaped({ text }: Token): boolean {
  return text.length > 1 && !isTag(text) && ONLY_LETTERS.test(text);
}
