import { oncePer } from '../once-per.ts';
import type { Label } from '../settings/index.ts';
import { admitted, type FoundLabel, type GivenLabel } from '../tasks/label.ts';
import { NO_WORDS, type Unavailable } from '../tasks/unavailable.ts';
import type { PhraseIndex } from '../text/phrases.ts';
import { confidenceOf, labelIndex, STRONG_POINTS, WEAK_SHARE, type LabelCue } from './cue-index.ts';
import type { Heard, Utterance } from './heard.ts';

/** What a call is about is the customer's to say, and is said early. */
const CUSTOMER_WEIGHT = 1.5;
const EARLY_WEIGHT = 1.5;
const EARLY = 0.25;
/** A turn that shows a topic in many words shows it no more than twice as well. */
const MOST_HITS = 2;
/** A question in many words is one question. */
const MOST_QUESTIONS = 1;
/** A topic with less than this share of the first one's points was only touched upon. */
const SHARE_OF_FIRST = 0.45;
const MOST_TOPICS = 3;
/** A call that mostly asks is an enquiry, whatever else its questions touch upon. */
const ENQUIRY_OUTWEIGHS = 1.2;
const LONGEST_EVIDENCE = 5;

interface Sign {
  readonly label: string;
  readonly turn: number;
  readonly points: number;
  readonly isStrong: boolean;
  /** Weak cues alone: it adds to a topic and proves none. */
  readonly isWeak: boolean;
}

interface Tally {
  readonly label: string;
  readonly points: number;
  /** A strong cue spoke for it: said in passing, it counts all the same. */
  readonly isStrong: boolean;
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
  const idsOf = (flag: 'critical' | 'fallback'): Set<string> =>
    new Set(topics.filter((topic) => topic[flag]).map(({ id }) => id));
  const critical = idsOf('critical');
  const ranked = tallies
    .filter(({ points }) => points > 0)
    .toSorted((one, other) => other.points - one.points);
  const main = new Set(mainOf(ranked, idsOf('fallback')));
  return ranked
    .filter((tally) => main.has(tally) || critical.has(tally.label))
    .map(({ label, points, evidence }) => ({
      label,
      source: 'cues',
      confidence: confidenceOf(points),
      evidence: evidence.slice(0, LONGEST_EVIDENCE),
    }));
}

/** What a call is mainly about; a topic of last resort alone where it outweighs all others. */
function mainOf(ranked: readonly Tally[], fallbacks: ReadonlySet<string>): Tally[] {
  const isFallback = ({ label }: Tally): boolean => fallbacks.has(label);
  const others = ranked.filter((tally) => !isFallback(tally));
  const most = others[0]?.points ?? 0;
  const enquiry = ranked.filter(isFallback);
  if (enquiry.some(({ points }) => points >= most * ENQUIRY_OUTWEIGHS)) return enquiry;
  const touched = others.filter(
    ({ points, isStrong }) => isStrong || points >= most * SHARE_OF_FIRST,
  );
  return [...touched.slice(0, MOST_TOPICS), ...enquiry];
}

function signsIn(utterance: Utterance, index: PhraseIndex<LabelCue>): Sign[] {
  const hits = index.find(utterance.words);
  return [...new Set(hits.map(({ value }) => value.id))].map((label) => {
    const own = hits.map(({ value }) => value).filter(({ id }) => id === label);
    return {
      label,
      turn: utterance.turn.index,
      points: pointsOf(utterance, own),
      isStrong: own.some(({ strength }) => strength === 'strong'),
      isWeak: own.every(({ strength }) => strength === 'weak'),
    };
  });
}

function pointsOf(utterance: Utterance, cues: readonly LabelCue[]): number {
  const most = cues.some(({ isFallback }) => isFallback) ? MOST_QUESTIONS : MOST_HITS;
  return weightOf(utterance) * Math.min(most, sum(cues.map(shareOf)));
}

function tallyOf(label: string, signs: readonly Sign[]): Tally {
  const own = signs.filter((sign) => sign.label === label);
  const isStrong = own.some((sign) => sign.isStrong);
  const proof = own.filter(({ isWeak }) => !isWeak);
  return {
    label,
    points: Math.max(sum(own.map(({ points }) => points)), isStrong ? STRONG_POINTS : 0),
    isStrong,
    evidence: (proof.length > 0 ? proof : own).map(({ turn }) => turn),
  };
}

function weightOf({ turn, position }: Utterance): number {
  return (turn.speaker === 'agent' ? 1 : CUSTOMER_WEIGHT) * (position <= EARLY ? EARLY_WEIGHT : 1);
}

const shareOf = ({ strength }: LabelCue): number => (strength === 'weak' ? WEAK_SHARE : 1);

const sum = (values: readonly number[]): number => values.reduce((total, one) => total + one, 0);
