import type { Outcome } from '../tasks/outcome.ts';
import { isUnavailable, type Unavailable } from '../tasks/unavailable.ts';
import { isFunctionWord } from '../text/words/index.ts';
import { polarityOf } from './polarity.ts';
import { overlapOf, saliences, type Sentence } from './sentence.ts';
import { DEEDS, NEEDS, ROUTINE } from './summary-cues.ts';

const OPENING_ENDS = 0.4;
const DEEDS_BEGIN = 0.2;
const CLOSING_BEGINS = 0.5;
/** What a cue adds to a salience, which is about 0.3 to 1.5. */
const CUE_BONUS = 1;
const ROUTINE_SHARE = 0.15;
const QUESTION_SHARE = 0.3;
/** Rather fewer points than an empty one. */
const LOWEST_SCORE = 0.12;
const FEWEST_TELLING_WORDS = 3;
/** Who calls says what is wrong; in mono nobody's side is known. */
const AGENT_OPENING_SHARE = 0.2;
/** What is done is the agent's to say. */
const CUSTOMER_DEED_SHARE = 0.5;
/** Less is no mood worth telling: about one word that blames or praises. */
const WEAKEST_MOOD = 1.5;
const MOOD_BEGINS = 0.55;

type Score = (sentence: Sentence) => number;

/**
 * What a call comes down to, in its own sentences and their order: what was wanted, what was done,
 * how it ended and, where it was strong, the customer's mood at the end.
 */
export function tellingSentences(
  sentences: readonly Sentence[],
  outcome: Outcome | Unavailable,
): Sentence[] {
  const salience = saliences(sentences);
  const ending = new Set(isUnavailable(outcome) ? [] : outcome.evidence);
  const sided = sentences.some(({ utterance }) => utterance.turn.speaker === 'customer');
  const chosen: Sentence[] = [];
  for (const score of [opening(salience, sided), deed(salience), closing(salience, ending), mood]) {
    const fresh: Score = (sentence) => score(sentence) * newsBeside(chosen, sentence);
    const best = highest(sentences, fresh, chosen, chosen.length === 0 ? 0 : LOWEST_SCORE);
    if (best !== null) chosen.push(best);
  }
  return chosen.toSorted((one, other) => sentences.indexOf(one) - sentences.indexOf(other));
}

function opening(salience: Score, sided: boolean): Score {
  return (sentence) => {
    const { turn, position } = sentence.utterance;
    if (position > OPENING_ENDS) return 0;
    const share = sided && turn.speaker !== 'customer' ? AGENT_OPENING_SHARE : 1;
    const cue = NEEDS.test(sentence.folded) ? CUE_BONUS : 0;
    return (salience(sentence) + cue) * share * newsOf(sentence) * (1 - position);
  };
}

function deed(salience: Score): Score {
  return (sentence) => {
    const { turn, position } = sentence.utterance;
    if (position < DEEDS_BEGIN) return 0;
    const share = turn.speaker === 'customer' ? CUSTOMER_DEED_SHARE : 1;
    const cue = DEEDS.test(sentence.folded) ? CUE_BONUS : 0;
    return (salience(sentence) + cue) * share * newsOf(sentence) * answering(sentence);
  };
}

function closing(salience: Score, ending: ReadonlySet<number>): Score {
  return (sentence) => {
    const { turn, position } = sentence.utterance;
    if (position < CLOSING_BEGINS) return 0;
    const cue = ending.has(turn.index) ? CUE_BONUS : 0;
    return (salience(sentence) + cue) * newsOf(sentence) * answering(sentence) * position;
  };
}

function mood({ text, utterance }: Sentence): number {
  if (utterance.turn.speaker !== 'customer' || utterance.position < MOOD_BEGINS) return 0;
  const strength = Math.abs(polarityOf(text));
  return strength < WEAKEST_MOOD ? 0 : strength;
}

function answering({ text }: Sentence): number {
  return /[?؟]\s*$/u.test(text) ? QUESTION_SHARE : 1;
}

function newsBeside(chosen: readonly Sentence[], sentence: Sentence): number {
  return 1 - Math.max(0, ...chosen.map((other) => overlapOf(sentence, other)));
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
  lowest: number,
): Sentence | null {
  let best: { sentence: Sentence | null; score: number } = { sentence: null, score: lowest };
  for (const sentence of sentences) {
    const value = score(sentence);
    if (value > best.score && !chosen.includes(sentence)) best = { sentence, score: value };
  }
  return best.sentence;
}
