import type { Language } from '../call.ts';
import type { Outcome, OutcomeLabel } from '../tasks/outcome.ts';
import type { Summary } from '../tasks/summary.ts';
import { isUnavailable, type Unavailable } from '../tasks/unavailable.ts';
import type { Speaker } from '../transcript.ts';
import type { Utterance } from './heard.ts';
import { saysSomething, sentencesIn, type Sentence } from './sentence.ts';
import { tellingSentences } from './summary-points.ts';

const LONGEST_POINT_WORDS = 45;

/** How a quotation says whose it is. */
export const SPEAKER_PREFIX: Readonly<Record<Language, Readonly<Record<Speaker, string>>>> = {
  en: { agent: 'Agent: ', customer: 'Customer: ', unknown: '' },
  ar: { agent: 'الموظف: ', customer: 'العميل: ', unknown: '' },
};

/** An unknown outcome is not worth a sentence. */
const OUTCOME_SENTENCE: Readonly<
  Record<Language, Readonly<Partial<Record<OutcomeLabel, string>>>>
> = {
  en: {
    resolved: 'The matter was settled in the call.',
    follow_up_needed: 'A follow-up is needed after the call.',
  },
  ar: {
    resolved: 'حُسم الأمر في المكالمة.',
    follow_up_needed: 'يلزم متابعة الأمر بعد المكالمة.',
  },
};

type Point = Summary['points'][number];

/**
 * What was wanted, what was done and how it ended, in about four of the call's own sentences with who
 * said them, and a sentence on the outcome. But for that one, nothing is said that was not heard.
 */
export function summaryOf(
  utterances: readonly Utterance[],
  language: Language,
  outcome: Outcome | Unavailable,
): Summary | Unavailable {
  if (utterances.length === 0) return { unavailable: 'NO_WORDS' };
  const heard = utterances.flatMap(sentencesIn);
  const telling = heard.filter(saysSomething);
  const quoted = tellingSentences(telling.length > 0 ? telling : heard, outcome).map((sentence) =>
    quotation(sentence, language),
  );
  const points = [...quoted, ...outcomePoints(outcome, language)];
  return { text: points.map(({ text }) => text).join('\n'), language, points };
}

function quotation({ text, utterance }: Sentence, language: Language): Point {
  const words = text.split(/\s+/u);
  const shortened =
    words.length > LONGEST_POINT_WORDS
      ? `${words.slice(0, LONGEST_POINT_WORDS).join(' ')} …`
      : text;
  return {
    text: SPEAKER_PREFIX[language][utterance.turn.speaker] + shortened,
    evidence: [utterance.turn.index],
  };
}

function outcomePoints(outcome: Outcome | Unavailable, language: Language): Point[] {
  if (isUnavailable(outcome) || outcome.evidence.length === 0) return [];
  const text = OUTCOME_SENTENCE[language][outcome.label];
  return text === undefined ? [] : [{ text, evidence: outcome.evidence }];
}
