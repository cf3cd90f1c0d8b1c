import { oncePer } from '../once-per.ts';
import type { Label } from '../settings/index.ts';
import { admitted, type FoundLabel, type GivenLabel } from '../tasks/label.ts';
import { NO_WORDS, type Unavailable } from '../tasks/unavailable.ts';
import type { PhraseIndex } from '../text/phrases.ts';
import { confidenceOf, labelIndex, STRONG_POINTS, type LabelCue } from './cue-index.ts';
import type { Heard, Utterance } from './heard.ts';

/** What a call is about is the customer's to say, and is said early. */
const CUSTOMER_WEIGHT = 1.5;
const EARLY_WEIGHT = 1.5;
const EARLY = 0.35;
/** A turn that shows a topic in many words shows it no more than twice as well. */
const MOST_HITS = 2;
/** A topic with less than this share of the first one's points was only touched upon. */
const SHARE_OF_FIRST = 0.3;
const MOST_TOPICS = 3;
const LONGEST_EVIDENCE = 5;

interface Sign {
  readonly label: string;
  readonly turn: number;
  readonly points: number;
}

interface Tally {
  readonly label: string;
  readonly points: number;
  readonly evidence: readonly number[];
}

/** Up to three topics, the weightiest first, and critical ones that may be; often none. */
export const topicsOf = (heard: Heard, topics: readonly Label[]): GivenLabel[] | Unavailable =>
  heard.utterances.length === 0 ? NO_WORDS : admitted(topicsIn(topics)(heard), topics);

/** What cues show of each topic, the weightiest first, whether or not it is enough. */
export const topicsIn = oncePer((topics: readonly Label[]) => {
  const index = labelIndex(topics);
  return oncePer(({ utterances }: Heard): FoundLabel[] => {
    const signs = utterances.flatMap((utterance) => signsIn(utterance, index));
    return weightiest(
      topics.map(({ id }) => tallyOf(id, signs)),
      topics,
    );
  });
});

function weightiest(tallies: readonly Tally[], topics: readonly Label[]): FoundLabel[] {
  const ranked = tallies
    .filter(({ points }) => points > 0)
    .toSorted((one, other) => other.points - one.points);
  const fewest = (ranked[0]?.points ?? 0) * SHARE_OF_FIRST;
  const isCritical = (label: string): boolean =>
    topics.some(({ id, critical }) => id === label && critical);
  return ranked
    .filter(({ label, points }, at) => (at < MOST_TOPICS && points >= fewest) || isCritical(label))
    .map(({ label, points, evidence }) => ({
      label,
      source: 'cues',
      confidence: confidenceOf(points),
      evidence: evidence.slice(0, LONGEST_EVIDENCE),
    }));
}

function signsIn(utterance: Utterance, index: PhraseIndex<LabelCue>): Sign[] {
  const hits = index.find(utterance.words);
  return [...new Set(hits.map(({ value }) => value.id))].map((label) => {
    const own = hits.filter(({ value }) => value.id === label);
    const points = pointsOf(utterance) * Math.min(MOST_HITS, own.length);
    const isStrong = own.some(({ value }) => value.isStrong);
    return { label, turn: utterance.turn.index, points: isStrong ? STRONG_POINTS : points };
  });
}

function tallyOf(label: string, signs: readonly Sign[]): Tally {
  const own = signs.filter((sign) => sign.label === label);
  return {
    label,
    points: own.reduce((sum, { points }) => sum + points, 0),
    evidence: own.map(({ turn }) => turn),
  };
}

function pointsOf({ turn, position }: Utterance): number {
  return (turn.speaker === 'agent' ? 1 : CUSTOMER_WEIGHT) * (position <= EARLY ? EARLY_WEIGHT : 1);
}
