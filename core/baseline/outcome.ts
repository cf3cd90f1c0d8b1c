import type { Outcome, OutcomeLabel } from '../tasks/outcome.ts';
import type { Unavailable } from '../tasks/unavailable.ts';
import type { Speaker } from '../transcript.ts';
import { PhraseIndex, phrasesIn } from '../text/phrases.ts';
import type { Utterance } from './heard.ts';
import { arabic } from './outcome-cues/ar.ts';
import type { SideCues } from './outcome-cues/cues.ts';
import { english } from './outcome-cues/en.ts';

interface Cue {
  readonly side: Speaker;
  /** Above 0 speaks for resolved, below 0 for a follow-up. */
  readonly weight: number;
}

const STRONG = 2;
const WEAK = 0.5;
/** A cue that the other side uses says little: "did it work?", "will you call me back?". */
const WRONG_SIDE = 0.25;
/** The first half of a call tells what was wrong; shorter calls have no halves. */
const SHORTEST_HALVED = 6;
/** The last words weigh this much more than the first ones heard. */
const LATE_WEIGHT = 1.5;
/** More than one weak cue, or one from the wrong side, can weigh: less is not known. */
const THRESHOLD = 1.5;
const LONGEST_EVIDENCE = 3;

const index = new PhraseIndex<Cue>(
  [english, arabic].flatMap(({ resolved, followUp }) => [
    ...cues(resolved, 1),
    ...cues(followUp, -1),
  ]),
);

interface Sign {
  readonly turn: number;
  readonly weight: number;
}

/**
 * How the call ended, by what each side says in its second half. `unknown` when no cue was heard or
 * the cues speak for both; the policy behind the labels stands with the cues.
 */
export function outcomeOf(utterances: readonly Utterance[]): Outcome | Unavailable {
  if (utterances.length === 0) return { unavailable: 'NO_WORDS' };
  const ending =
    utterances.length < SHORTEST_HALVED
      ? utterances
      : utterances.filter(({ position }) => position >= 0.5);
  const signs = ending.map(signOf);
  const label = labelOf(signs.reduce((sum, { weight }) => sum + weight, 0));
  return { label, evidence: evidenceOf(signs, label) };
}

function signOf({ turn, words, position }: Utterance): Sign {
  const late = 1 + LATE_WEIGHT * position;
  const sum = index
    .find(words)
    .reduce((total, { value }) => total + value.weight * trust(value.side, turn.speaker), 0);
  // One turn that lists many cues is one piece of news.
  return { turn: turn.index, weight: Math.max(-STRONG, Math.min(STRONG, sum)) * late };
}

function trust(side: Speaker, speaker: Speaker): number {
  return side === speaker || side === 'unknown' || speaker === 'unknown' ? 1 : WRONG_SIDE;
}

function labelOf(balance: number): OutcomeLabel {
  if (balance >= THRESHOLD) return 'resolved';
  return balance <= -THRESHOLD ? 'follow_up_needed' : 'unknown';
}

function evidenceOf(signs: readonly Sign[], label: OutcomeLabel): number[] {
  const direction = { resolved: 1, follow_up_needed: -1, unknown: 0 }[label];
  return signs
    .filter(({ weight }) => weight * direction > 0)
    .toSorted((one, other) => Math.abs(other.weight) - Math.abs(one.weight))
    .slice(0, LONGEST_EVIDENCE)
    .map(({ turn }) => turn)
    .toSorted((one, other) => one - other);
}

function cues(
  { agent, customer, either }: SideCues,
  direction: 1 | -1,
): (readonly [string, Cue])[] {
  const of = (list: string, side: Speaker, weight: number): (readonly [string, Cue])[] =>
    phrasesIn(list).map((phrase) => [phrase, { side, weight: weight * direction }]);
  return [
    ...of(agent, 'agent', STRONG),
    ...of(customer, 'customer', STRONG),
    ...of(either, 'unknown', WEAK),
  ];
}
