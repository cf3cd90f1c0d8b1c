import type { Sentiment, SentimentLabel } from '../tasks/sentiment/result.ts';
import { NO_CUSTOMER_WORDS, type Unavailable } from '../tasks/unavailable.ts';
import type { Speaker, Transcript } from '../transcript.ts';
import { customerSide, type Utterance } from './heard.ts';
import { polarityOf } from './polarity.ts';

/**
 * Below it a call is neutral either way: about one word of praise or blame. A lone text, such as a
 * summary, is written to tell what matters: half a word does.
 */
const CALL_THRESHOLD = 0.28;
const TEXT_THRESHOLD = 0.19;
/** How fast certainty grows beyond the threshold: a score of 0.6 is about 90 % certain. */
const STEEPNESS = 8;
/** A polarity of this much is half way to certainty. */
const HALF_WAY = 2;
/** The last share of a customer's turns: how a call ends is what people remember. */
const ENDING = 0.35;
const FEWEST_ENDING_TURNS = 2;
/** What was felt before still counts, less than the ending, and half of that once it is taken back. */
const EARLIER_SHARE = 0.6;
const TAKEN_BACK_SHARE = 0.3;
/** A turn that only names what is wrong is no feeling. */
const WEAKEST_FEELING = 0.9;
/** A turn that lists many words of praise is one opinion. */
const STRONGEST_TURN = 4;
const LONGEST_EVIDENCE = 3;

interface Opinion {
  readonly utterance: Utterance;
  readonly polarity: number;
}

/** What the customer thinks of the call, from the customer's own words. */
export function sentimentOf(
  utterances: readonly Utterance[],
  { durationSeconds }: Pick<Transcript, 'durationSeconds'>,
): Sentiment | Unavailable {
  const opinions = utterances.map(opinionOf);
  const side = new Set(customerSide(utterances));
  const customer = opinions.filter(({ utterance }) => side.has(utterance));
  if (customer.length === 0) return NO_CUSTOMER_WORDS;
  const score = scoreOf(customer);
  const label = labelOf(score, thresholdOf(customer));
  return {
    label,
    scores: scoresOf(score, thresholdOf(customer)),
    bySpeaker: { agent: labelBy('agent', opinions), customer: labelBy('customer', opinions) },
    trend: trendOf(customer, durationSeconds),
    evidence: evidenceOf(customer, label),
  };
}

function opinionOf(utterance: Utterance): Opinion {
  return { utterance, polarity: clamp(polarityOf(utterance.turn.text), STRONGEST_TURN) };
}

/**
 * How the call ended for the customer, with a share of what was felt before. A lone text, such as a
 * summary, is all ending: its own clauses weigh by their order.
 */
function scoreOf(opinions: readonly Opinion[]): number {
  if (opinions.length === 1) return squash(opinions[0]?.polarity ?? 0);
  const ending = endingOf(opinions);
  const earlier = opinions.slice(0, opinions.length - ending.length);
  const [last, before] = [squash(felt(ending)), squash(felt(earlier))];
  return clamp(last + before * (last * before < 0 ? TAKEN_BACK_SHARE : EARLIER_SHARE), 1);
}

function endingOf(opinions: readonly Opinion[]): readonly Opinion[] {
  return opinions.slice(-Math.max(FEWEST_ENDING_TURNS, Math.ceil(opinions.length * ENDING)));
}

/** What all turns that are more than a plain report say together. */
function felt(opinions: readonly Opinion[]): number {
  return opinions
    .filter(({ polarity }) => Math.abs(polarity) >= WEAKEST_FEELING)
    .reduce((total, { polarity }) => total + polarity, 0);
}

/** From any size into -1 to 1. */
function squash(polarity: number): number {
  return polarity / (Math.abs(polarity) + HALF_WAY);
}

function clamp(value: number, most: number): number {
  return Math.max(-most, Math.min(most, value));
}

function thresholdOf(opinions: readonly Opinion[]): number {
  return opinions.length === 1 ? TEXT_THRESHOLD : CALL_THRESHOLD;
}

function labelOf(score: number, threshold: number): SentimentLabel {
  if (score > threshold) return 'positive';
  return score < -threshold ? 'negative' : 'neutral';
}

function labelBy(speaker: Speaker, opinions: readonly Opinion[]): SentimentLabel | null {
  const own = opinions.filter(({ utterance }) => utterance.turn.speaker === speaker);
  return own.length === 0 ? null : labelOf(scoreOf(own), thresholdOf(own));
}

/** Logistic in the distance from the threshold; the label is always the highest score. */
function scoresOf(score: number, threshold: number): Sentiment['scores'] {
  const positive = Math.exp(STEEPNESS * (score - threshold));
  const negative = Math.exp(STEEPNESS * (-score - threshold));
  const total = positive + negative + 1;
  return { positive: positive / total, neutral: 1 / total, negative: negative / total };
}

/** By the time of a turn's middle; recognisers without times leave the order. */
function trendOf(opinions: readonly Opinion[], durationSeconds: number): (number | null)[] {
  return [0, 1, 2, 3].map((quarter) => {
    const said = opinions.filter(
      ({ utterance }) => quarterOf(utterance, durationSeconds) === quarter,
    );
    if (said.length === 0) return null;
    const mean = said.reduce((total, { polarity }) => total + squash(polarity), 0) / said.length;
    return Math.round(mean * 1000) / 1000;
  });
}

function quarterOf({ turn, position }: Utterance, durationSeconds: number): number {
  const share = durationSeconds > 0 ? (turn.start + turn.end) / 2 / durationSeconds : position;
  return Math.min(3, Math.floor(share * 4));
}

/** The turns that speak most for the label; for neutral, the strongest on either side. */
function evidenceOf(opinions: readonly Opinion[], label: SentimentLabel): number[] {
  const sign = { positive: 1, neutral: 0, negative: -1 }[label];
  const ending = new Set(endingOf(opinions));
  const strength = (opinion: Opinion): number =>
    Math.abs(opinion.polarity) * (ending.has(opinion) ? 1 : EARLIER_SHARE);
  return opinions
    .filter(({ polarity }) => polarity !== 0 && (sign === 0 || Math.sign(polarity) === sign))
    .toSorted((one, other) => strength(other) - strength(one))
    .slice(0, LONGEST_EVIDENCE)
    .map(({ utterance }) => utterance.turn.index)
    .toSorted((one, other) => one - other);
}
