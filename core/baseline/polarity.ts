import { PhraseIndex, phrasesIn } from '../text/phrases.ts';
import { arabic } from './lexicon/ar.ts';
import { english } from './lexicon/en.ts';

type Meaning =
  | { readonly kind: 'polarity'; readonly weight: number }
  | { readonly kind: 'negator' }
  | { readonly kind: 'intensifier' }
  | { readonly kind: 'boundary' };

/** Thanks and apologies swamp what people think: most calls end in them, good and bad ones. */
const COURTESY_WEIGHT = 0.3;
/** How many words a negation reaches: "not at all really good". */
const NEGATION_REACH = 3;
/** "Not terrible" is not as good as "great". */
const NEGATED = -0.6;
const INTENSIFIED = 1.4;
/** A turn of this much weight is half way to certainty. */
const HALF_WAY = 2;

const LEXICONS = [english, arabic];
// One index for both languages: they share no letters, and turns mix them.
const index = new PhraseIndex<Meaning>(
  LEXICONS.flatMap((lexicon) => [
    ...lexicon.polarity.flatMap(([weight, list]) => meanings(list, { kind: 'polarity', weight })),
    ...meanings(lexicon.courtesies, { kind: 'polarity', weight: COURTESY_WEIGHT }),
    ...meanings(lexicon.negators, { kind: 'negator' }),
    ...meanings(lexicon.intensifiers, { kind: 'intensifier' }),
    ...meanings(lexicon.boundaries, { kind: 'boundary' }),
  ]),
);

/** How well words speak of a service, -1 to 1; 0 where they say nothing of it. */
export function polarityOf(words: readonly string[]): number {
  let sum = 0;
  let negatedUntil = -1;
  let intensifiedAt = -1;
  for (const { at, length, value } of index.find(words)) {
    if (value.kind === 'negator') negatedUntil = at + length + NEGATION_REACH - 1;
    else if (value.kind === 'boundary') negatedUntil = -1;
    else if (value.kind === 'intensifier') intensifiedAt = at + length;
    else {
      const negation = at <= negatedUntil ? NEGATED : 1;
      const strength = at === intensifiedAt ? INTENSIFIED : 1;
      sum += value.weight * negation * strength;
      // "Not happy and the service bad": what comes second is meant as it is said.
      negatedUntil = -1;
    }
  }
  return sum / (Math.abs(sum) + HALF_WAY);
}

function meanings(list: string, meaning: Meaning): (readonly [string, Meaning])[] {
  return phrasesIn(list).map((phrase) => [phrase, meaning]);
}
