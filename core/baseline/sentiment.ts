import type { Sentiment, SentimentLabel } from '../tasks/sentiment/result.ts';
import { NO_CUSTOMER_WORDS, type Unavailable } from '../tasks/unavailable.ts';
import type { Speaker, Transcript } from '../transcript.ts';
import { customerSide, type Utterance } from './heard.ts';
import { polarityOf } from './polarity.ts';

/** Below it a call is neutral either way; sets of single texts score alike from .05 to .35. */
const THRESHOLD = 0.2;
/** How fast certainty grows beyond the threshold: a mean of 0.5 is about 90 % certain. */
const STEEPNESS = 8;
/** The last turn weighs this much more than the first: how a call ends is what people remember. */
const LATE_WEIGHT = 2;
/** Weight of silence: a single mild word in a long call moves it little. */
const RESERVE = 2;
const LONGEST_EVIDENCE = 3;

interface Opinion {
  readonly utterance: Utterance;
  readonly polarity: number;
  readonly weight: number;
}

/** What the customer thinks of the call, from the customer's own words. */
export function sentimentOf(
  utterances: readonly Utterance[],
  { durationSeconds }: Pick<Transcript, 'durationSeconds'>,
): Sentiment | Unavailable {
  const customer = opinionsOf(customerSide(utterances));
  if (customer.length === 0) return NO_CUSTOMER_WORDS;
  const scores = scoresOf(meanOf(customer));
  const label = labelOf(meanOf(customer));
  return {
    label,
    scores,
    bySpeaker: { agent: labelBy('agent', utterances), customer: labelBy('customer', utterances) },
    trend: trendOf(customer, durationSeconds),
    evidence: evidenceOf(customer, label),
  };
}

function opinionsOf(utterances: readonly Utterance[]): Opinion[] {
  return utterances.map((utterance) => ({
    utterance,
    polarity: polarityOf(utterance.words),
    weight: 1 + LATE_WEIGHT * utterance.position,
  }));
}

/** The mean over turns that hold an opinion: questions and numbers do not dilute anger. */
function meanOf(opinions: readonly Opinion[]): number {
  const weighty = opinions.map(({ polarity, weight }) => ({
    polarity,
    weight: weight * Math.abs(polarity),
  }));
  const total = weighty.reduce((sum, { weight }) => sum + weight, 0);
  const signed = weighty.reduce(
    (sum, { polarity, weight }) => sum + Math.sign(polarity) * weight,
    0,
  );
  return signed / (total + RESERVE);
}

function labelOf(mean: number): SentimentLabel {
  if (mean > THRESHOLD) return 'positive';
  return mean < -THRESHOLD ? 'negative' : 'neutral';
}

function labelBy(speaker: Speaker, utterances: readonly Utterance[]): SentimentLabel | null {
  const own = utterances.filter(({ turn }) => turn.speaker === speaker);
  return own.length === 0 ? null : labelOf(meanOf(opinionsOf(own)));
}

/** Logistic in the distance from the threshold; the label is always the highest score. */
function scoresOf(mean: number): Sentiment['scores'] {
  const positive = Math.exp(STEEPNESS * (mean - THRESHOLD));
  const negative = Math.exp(STEEPNESS * (-mean - THRESHOLD));
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
    const sum = said.reduce((total, { polarity }) => total + polarity, 0);
    return Math.round((sum / said.length) * 1000) / 1000;
  });
}

function quarterOf({ turn, position }: Utterance, durationSeconds: number): number {
  const share = durationSeconds > 0 ? (turn.start + turn.end) / 2 / durationSeconds : position;
  return Math.min(3, Math.floor(share * 4));
}

/** The turns that speak most for the label; for neutral, the strongest on either side. */
function evidenceOf(opinions: readonly Opinion[], label: SentimentLabel): number[] {
  const sign = { positive: 1, neutral: 0, negative: -1 }[label];
  return opinions
    .filter(({ polarity }) => polarity !== 0 && (sign === 0 || Math.sign(polarity) === sign))
    .toSorted((one, other) => strength(other) - strength(one))
    .slice(0, LONGEST_EVIDENCE)
    .map(({ utterance }) => utterance.turn.index)
    .toSorted((one, other) => one - other);
}

function strength({ polarity, weight }: Opinion): number {
  return Math.abs(polarity) * weight;
}
