import { oncePer } from '../once-per.ts';
import type { Label } from '../settings/index.ts';
import { admitted, type FoundLabel, type GivenLabel } from '../tasks/label.ts';
import { NO_CUSTOMER_WORDS, type Unavailable } from '../tasks/unavailable.ts';
import type { PhraseIndex } from '../text/phrases.ts';
import { confidenceOf, labelIndex, STRONG_POINTS, WEAK_SHARE, type LabelCue } from './cue-index.ts';
import { denialsIn } from './denial.ts';
import { customerSide, type Heard, type Utterance } from './heard.ts';

/** A turn of the customer's with a cue is half sure; saying it in many words adds little. */
const POINTS = 2;
const POINTS_OF_MORE = 1;
/** "I don't want to cancel": too little for any threshold, enough for `possible`. */
const DENIED = 0.2;
const LONGEST_EVIDENCE = 5;

interface Sign {
  readonly label: string;
  readonly turn: number;
  readonly points: number;
}

/** Why the customer calls, in their own words; critical intents also where they are unsure. */
export const intentsOf = (heard: Heard, intents: readonly Label[]): GivenLabel[] | Unavailable =>
  customerSide(heard.utterances).length === 0
    ? NO_CUSTOMER_WORDS
    : admitted(intentsIn(intents)(heard), intents);

/** What cues show of each intent, the surest first, whether or not it is enough. */
export const intentsIn = oncePer((intents: readonly Label[]) => {
  const index = labelIndex(intents);
  return oncePer(({ utterances }: Heard): FoundLabel[] => {
    const signs = new Map<string, Sign[]>();
    for (const sign of customerSide(utterances).flatMap((one) => signsIn(one, index))) {
      const known = signs.get(sign.label);
      if (known === undefined) signs.set(sign.label, [sign]);
      else known.push(sign);
    }
    return [...signs]
      .map(([label, own]) => foundIn(label, own))
      .toSorted((one, other) => other.confidence - one.confidence);
  });
});

function signsIn({ turn, words }: Utterance, index: PhraseIndex<LabelCue>): Sign[] {
  const hits = index.findAll(words);
  if (hits.length === 0) return [];
  const isDenied = denialsIn(words);
  return [...new Set(hits.map(({ value }) => value.id))].map((label) => {
    const meant = hits.filter(({ value, at }) => value.id === label && !isDenied(at));
    return { label, turn: turn.index, points: pointsOf(meant.map(({ value }) => value)) };
  });
}

function pointsOf(meant: readonly LabelCue[]): number {
  if (meant.length === 0) return POINTS * DENIED;
  if (meant.some(({ strength }) => strength === 'strong')) return STRONG_POINTS;
  if (meant.every(({ strength }) => strength === 'weak')) return POINTS * WEAK_SHARE;
  return POINTS + (meant.length > 1 ? POINTS_OF_MORE : 0);
}

function foundIn(label: string, signs: readonly Sign[]): FoundLabel {
  const strongest = signs.toSorted((one, other) => other.points - one.points);
  return {
    label,
    source: 'cues',
    confidence: confidenceOf(signs.reduce((sum, { points }) => sum + points, 0)),
    evidence: strongest
      .slice(0, LONGEST_EVIDENCE)
      .map(({ turn }) => turn)
      .toSorted((one, other) => one - other),
  };
}
