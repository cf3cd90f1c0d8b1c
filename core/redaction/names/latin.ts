import { isAlsoName, isFunctionWord } from '../../text/words/index.ts';
import { isCapitalised, type Passage } from '../passage.ts';
import type { Candidate, Cue, FoundCue } from './cue.ts';
import { CONFIRMS_NAME, GREETINGS, NAMES_LIKE_VERBS } from './cues.ts';
import { isGivenName, isLatinNameAndWord } from './known.ts';
import { isNoName } from './not-names.ts';
import { endsPhrase } from './shape.ts';

/** Nobody speaks to a thing. */
const SPEECH = /^(?:spoke|speak|talk|talked|ask|asked|called|named|told|met|texted|remind|rang)$/;
/** "My son Kwabena": whoever somebody is to the caller has a name. */
const RELATION =
  /^(?:husband|wife|son|daughter|mother|father|mum|mom|dad|brother|sister|friend|partner|boss|colleague|cousin|uncle|aunt|niece|nephew|fianc[e]e?|girlfriend|boyfriend|grand\w+|step\w+|neighbou?r|landlord|landlady|flatmate|roommate|housemate|missus|nanny|maid|coworker|teammate|twin)$/;
/** Behind these a capital is as often a firm's. */
const WEAK = /^(?:for|from|by|with|and|have|so|yes|okay|ok|right|sure|well|put|tell|of|to)$/;

/** Whether a Latin word may begin a name behind a cue. */
export function opensLatin(passage: Passage, start: number, kind: Cue): boolean {
  const first = passage.tokens[start];
  if (first === undefined) return false;
  const { text } = first;
  if (kind === 'sure' && NAMES_LIKE_VERBS.has(text)) return true;
  if (passage.cased) {
    if (!isCapitalised(passage, first)) return kind === 'sure' && !isNoName(text);
    if (kind === 'sure') return !isFunctionWord(text);
    if (isLatinNameAndWord(text)) return true;
    return isAlsoName(text) ? kind !== 'capital' : !isNoName(text);
  }
  if (kind === 'sure') return !isFunctionWord(text) && (isAlsoName(text) || !isNoName(text));
  if (kind === 'title' || kind === 'with you') return isAlsoName(text) || !isNoName(text);
  return isGivenName(text) || (kind === 'maybe' && !isNoName(text));
}

/** Whether what surrounds cue and name bears a Latin name out. */
export function isLatinIntroduction(
  passage: Passage,
  cue: FoundCue,
  { start, end }: Candidate,
): boolean {
  const { tokens } = passage;
  const first = tokens[start]?.text ?? '';
  if (cue.kind === 'title' || cue.kind === 'with you') return true;
  if (cue.kind === 'capital') return isSpokenOf(passage, { start, end });
  if (cue.kind === 'address') return isGivenName(first);
  return (
    CONFIRMS_NAME.has(tokens[end]?.text ?? '') ||
    isGreeted(passage, cue.at) ||
    (isGivenName(first) && !isNoName(first)) ||
    (passage.cased && endsPhrase(passage, end - 1))
  );
}

/** After "for", "and" or "spoke to" two capitals make a name, or one that ends what is said. */
function isSpokenOf(passage: Passage, { start, end }: Candidate): boolean {
  if (isGivenName(passage.tokens[start]?.text ?? '')) return true;
  const before = passage.tokens[start - 1]?.text ?? '';
  const verb = passage.tokens[start - 2]?.text ?? '';
  if (SPEECH.test(verb) || SPEECH.test(before)) return passage.cased;
  if (RELATION.test(before)) return passage.cased;
  if (WEAK.test(before)) return false;
  return passage.cased && (end - start > 1 || endsPhrase(passage, end - 1));
}

/** "hi this is sarah", "good morning robert this is sarah". */
function isGreeted({ tokens }: Passage, at: number): boolean {
  return tokens.slice(Math.max(0, at - 2), at).some(({ text }) => GREETINGS.has(text));
}
