import type { Language } from '../call.ts';
import type { Outcome } from '../tasks/outcome.ts';
import type { Summary } from '../tasks/summary.ts';
import { isUnavailable, type Unavailable } from '../tasks/unavailable.ts';
import type { Speaker } from '../transcript.ts';
import { isFunctionWord } from '../text/words/index.ts';
import type { Utterance } from './heard.ts';
import { overlapOf, saliences, saysSomething, sentencesIn, type Sentence } from './sentence.ts';
import { NEEDS, ROUTINE } from './summary-cues.ts';

const OPENING_ENDS = 0.4;
const CLOSING_BEGINS = 0.5;
/** What a cue adds to a salience, which is about 0.3 to 1.5. */
const CUE_BONUS = 1;
const ROUTINE_SHARE = 0.15;
const FEWEST_TELLING_WORDS = 3;
/** Who calls says what is wrong; in mono nobody's side is known. */
const AGENT_OPENING_SHARE = 0.3;
const LONGEST_POINT_WORDS = 45;

const PREFIX: Readonly<Record<Language, Readonly<Record<Speaker, string>>>> = {
  en: { agent: 'Agent: ', customer: 'Customer: ', unknown: '' },
  ar: { agent: 'الموظف: ', customer: 'العميل: ', unknown: '' },
};

type Score = (sentence: Sentence) => number;

/**
 * What was wrong, what the call turned on, how it ended: about three of its own sentences, with who
 * said them. Extraction alone: nothing is said here that was not heard.
 */
export function summaryOf(
  utterances: readonly Utterance[],
  language: Language,
  outcome: Outcome | Unavailable,
): Summary | Unavailable {
  if (utterances.length === 0) return { unavailable: 'NO_WORDS' };
  const heard = utterances.flatMap(sentencesIn);
  const telling = heard.filter(saysSomething);
  const points = choose(telling.length > 0 ? telling : heard, outcome).map((sentence) => ({
    text: pointText(sentence, language),
    evidence: [sentence.utterance.turn.index],
  }));
  return { text: points.map(({ text }) => text).join('\n'), language, points };
}

/** Opening, closing and the most central of the rest, in the order they were said. */
function choose(sentences: readonly Sentence[], outcome: Outcome | Unavailable): Sentence[] {
  const salience = saliences(sentences);
  const ending = new Set(isUnavailable(outcome) ? [] : outcome.evidence);
  const chosen: Sentence[] = [];
  for (const score of [opening(salience), closing(salience, ending), central(salience, chosen)]) {
    const best = highest(sentences, score, chosen);
    if (best !== null) chosen.push(best);
  }
  return chosen.toSorted((one, other) => sentences.indexOf(one) - sentences.indexOf(other));
}

function opening(salience: Score): Score {
  return (sentence) => {
    const { turn, position } = sentence.utterance;
    if (position > OPENING_ENDS) return 0;
    const share = turn.speaker === 'agent' ? AGENT_OPENING_SHARE : 1;
    const cue = NEEDS.test(sentence.folded) ? CUE_BONUS : 0;
    return (salience(sentence) + cue) * share * newsOf(sentence) * (1 - position);
  };
}

function closing(salience: Score, ending: ReadonlySet<number>): Score {
  return (sentence) => {
    const { turn, position } = sentence.utterance;
    if (position < CLOSING_BEGINS) return 0;
    const cue = ending.has(turn.index) ? CUE_BONUS : 0;
    return (salience(sentence) + cue) * newsOf(sentence) * position;
  };
}

function central(salience: Score, chosen: readonly Sentence[]): Score {
  return (sentence) => {
    const told = Math.max(0, ...chosen.map((other) => overlapOf(sentence, other)));
    return salience(sentence) * newsOf(sentence) * (1 - told);
  };
}

/** Without punctuation a greeting and the reason of the call are one sentence: the rest counts. */
function newsOf({ folded }: Sentence): number {
  const rest = folded.replaceAll(ROUTINE, '|');
  if (rest === folded) return 1;
  const telling = rest.split(/[| ]+/u).filter((word) => word.length > 1 && !isFunctionWord(word));
  return telling.length >= FEWEST_TELLING_WORDS ? 1 : ROUTINE_SHARE;
}

function highest(
  sentences: readonly Sentence[],
  score: Score,
  chosen: readonly Sentence[],
): Sentence | null {
  let best: { sentence: Sentence | null; score: number } = { sentence: null, score: 0 };
  for (const sentence of sentences) {
    const value = score(sentence);
    if (value > best.score && !chosen.includes(sentence)) best = { sentence, score: value };
  }
  return best.sentence;
}

function pointText({ text, utterance }: Sentence, language: Language): string {
  const words = text.split(/\s+/u);
  const shortened =
    words.length > LONGEST_POINT_WORDS
      ? `${words.slice(0, LONGEST_POINT_WORDS).join(' ')} …`
      : text;
  return PREFIX[language][utterance.turn.speaker] + shortened;
}
