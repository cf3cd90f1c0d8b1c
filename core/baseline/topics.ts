import type { Topic } from '../tasks/topics.ts';
import type { Unavailable } from '../tasks/unavailable.ts';
import { PhraseIndex, phrasesIn } from '../text/phrases.ts';
import type { Utterance } from './heard.ts';
import { arabic } from './topic-cues/ar.ts';
import { english } from './topic-cues/en.ts';
import { TOPICS, type TopicLabel } from './topic-cues/taxonomy.ts';

/** What a call is about is the customer's to say, and is said early. */
const CUSTOMER_WEIGHT = 1.5;
const EARLY_WEIGHT = 1.5;
const EARLY = 0.35;
/** A turn that shows a topic in many words shows it no more than twice as well. */
const MOST_HITS = 2;
/** One early word of the customer's, or two of anybody's. */
const FEWEST_POINTS = 2;
/** A topic with less than this share of the first one's points was only touched upon. */
const SHARE_OF_FIRST = 0.3;
const MOST_TOPICS = 3;
const LONGEST_EVIDENCE = 5;

const index = new PhraseIndex<TopicLabel>(
  [english, arabic].flatMap((cues) =>
    TOPICS.flatMap((topic) => phrasesIn(cues[topic]).map((phrase) => [phrase, topic] as const)),
  ),
);

interface Sign {
  readonly label: TopicLabel;
  readonly turn: number;
  readonly points: number;
}

interface Tally {
  readonly label: TopicLabel;
  readonly points: number;
  readonly evidence: readonly number[];
}

/** Up to three topics, the weightiest first; none when no cue of any topic was heard. */
export function topicsOf(utterances: readonly Utterance[]): Topic[] | Unavailable {
  if (utterances.length === 0) return { unavailable: 'NO_WORDS' };
  const signs = utterances.flatMap(signsIn);
  const tallies = TOPICS.map((label) =>
    tallyOf(
      label,
      signs.filter((sign) => sign.label === label),
    ),
  ).toSorted((one, other) => other.points - one.points);
  const fewest = Math.max(FEWEST_POINTS, (tallies[0]?.points ?? 0) * SHARE_OF_FIRST);
  return tallies
    .filter(({ points }) => points >= fewest)
    .slice(0, MOST_TOPICS)
    .map(({ label, evidence }) => ({ label, evidence: evidence.slice(0, LONGEST_EVIDENCE) }));
}

function signsIn(utterance: Utterance): Sign[] {
  const hits = index.find(utterance.words);
  return [...new Set(hits.map(({ value }) => value))].map((label) => ({
    label,
    turn: utterance.turn.index,
    points:
      pointsOf(utterance) * Math.min(MOST_HITS, hits.filter(({ value }) => value === label).length),
  }));
}

function tallyOf(label: TopicLabel, signs: readonly Sign[]): Tally {
  return {
    label,
    points: signs.reduce((sum, { points }) => sum + points, 0),
    evidence: signs.map(({ turn }) => turn),
  };
}

function pointsOf({ turn, position }: Utterance): number {
  return (turn.speaker === 'agent' ? 1 : CUSTOMER_WEIGHT) * (position <= EARLY ? EARLY_WEIGHT : 1);
}
