import type { Language } from './call.ts';
import {
  countTags,
  DEFAULT_REDACTION_POLICY,
  redactorFor,
  type RedactionPolicy,
} from './redaction/index.ts';
import { talkMetrics } from './talk-metrics.ts';
import { dominantLanguage } from './text/language.ts';
import type { RawTranscript, Transcript, Turn } from './transcript.ts';

/**
 * The transcript that is kept, from what the worker heard: personal data masked in turns, words and
 * rejected speech alike, the dominant language, how much was masked, who spoke how much. Refining
 * what is refined changes nothing: redactions are counted by the tags that stand in the turns.
 */
export function refine(
  raw: RawTranscript,
  policy: RedactionPolicy = DEFAULT_REDACTION_POLICY,
): Transcript {
  const { turns, rejected } = masked(raw, policy);
  const texts = turns.map((turn) => turn.text);
  return {
    ...raw,
    redacted: true,
    turns,
    rejected,
    language: dominantLanguage(texts, labelledLanguage(turns)),
    redactions: countTags(texts),
    talkMetrics: talkMetrics({ ...raw, turns }),
  };
}

type Speech = Pick<RawTranscript, 'turns' | 'rejected'>;

/**
 * Masks until nothing more is found: a mask takes away capitals and neighbours that rules went by,
 * so a second look may find more. Each round masks something, so there is a last one.
 */
function masked(speech: Speech, policy: RedactionPolicy): Speech {
  const once = maskedOnce(speech, policy);
  return isSame(once, speech) ? once : masked(once, policy);
}

function maskedOnce({ turns, rejected }: Speech, policy: RedactionPolicy): Speech {
  const redactor = redactorFor(turns, policy);
  return {
    turns: turns.map((turn, at) => ({
      ...turn,
      text: redactor.turn(at),
      ...(turn.words && { words: redactor.words(at, turn.words) }),
    })),
    rejected: rejected.map((speech) => ({ ...speech, text: redactor.text(speech.text) })),
  };
}

function isSame(one: Speech, other: Speech): boolean {
  const [texts, others] = [textsOf(one), textsOf(other)];
  return texts.every((text, at) => text === others[at]);
}

function textsOf({ turns, rejected }: Speech): string[] {
  return [...turns, ...turns.flatMap((turn) => turn.words ?? []), ...rejected].map(
    ({ text }) => text,
  );
}

/** What the engine called most turns, for a call of numbers and names alone. */
function labelledLanguage(turns: readonly Turn[]): Language {
  const arabic = turns.filter((turn) => turn.language === 'ar').length;
  return arabic * 2 > turns.length ? 'ar' : 'en';
}
