import { clausesOf } from '../text/clauses.ts';
import { formsOf, PhraseIndex, phrasesIn } from '../text/phrases.ts';
import { wordSet } from '../text/words/list.ts';
import { arabic } from './lexicon/ar.ts';
import { english } from './lexicon/en.ts';
import type { Grammar } from './lexicon/lexicon.ts';
import { conjugated } from './lexicon/verbs.ts';

type Meaning =
  | { readonly kind: 'polarity'; readonly weight: number }
  | { readonly kind: 'negator' | 'intensifier' | 'boundary' | 'contrast' | 'concession' };

/** Thanks and apologies swamp what people think: most calls end in them, good and bad ones. */
const COURTESY_WEIGHT = 0.2;
/** "Perfect." alone is an answer, not a judgement. */
const ASSENT_SHARE = 0.3;
/** How many words a negation reaches: "not at all really good". */
const NEGATION_REACH = 3;
/** "Not happy" is unhappy; "no trouble" is hardly joy. */
const NEGATED_PRAISE = -0.8;
const NEGATED_BLAME = -0.25;
const INTENSIFIED = 1.4;
/** What is taken back by a later "but", and what an "although" grants. */
const OUTWEIGHED = 0.45;
const GRANTED = 0.4;
/** The first clause of a text weighs this share of the last: reports end with what remained. */
const FIRST_CLAUSE = 0.7;

const LEXICONS = [english, arabic];
const ASSENTS = wordSet(...LEXICONS.map(({ assents }) => assents.replaceAll(',', ' ')));
// One index for both languages: they share no letters, and turns mix them.
const index = new PhraseIndex<Meaning>(
  LEXICONS.flatMap((lexicon) => [
    ...meanings(lexicon.meaningless, { kind: 'polarity', weight: 0 }),
    ...lexicon.polarity.flatMap(([weight, list]) => meanings(list, { kind: 'polarity', weight })),
    ...meanings(lexicon.courtesies, { kind: 'polarity', weight: COURTESY_WEIGHT }),
    ...steering(lexicon),
  ]),
);

interface Clause {
  polarity: number;
  share: number;
}

/**
 * How well a text speaks of a service: 0 where it says nothing of it, 1 for a mild word, 3 for a
 * strong one, below 0 for blame. Later clauses weigh more, most of all those after a "but".
 */
export function polarityOf(text: string): number {
  const clauses: Clause[] = [];
  for (const words of clausesOf(text)) addClauses(words, clauses);
  const last = Math.max(1, clauses.length - 1);
  return clauses.reduce((sum, { polarity, share }, at) => {
    const late = clauses.length === 1 ? 1 : FIRST_CLAUSE + ((1 - FIRST_CLAUSE) * at) / last;
    return sum + polarity * share * late;
  }, 0);
}

/** Adds the clauses of a stretch without marks: a contrast inside it begins another. */
function addClauses(words: readonly string[], clauses: Clause[]): void {
  let clause: Clause = { polarity: 0, share: 1 };
  let negatedUntil = -1;
  const hits = index.find(words);
  for (const [order, { at, length, value }] of hits.entries()) {
    const end = at + length;
    if (value.kind === 'negator') negatedUntil = end + NEGATION_REACH - 1;
    else if (value.kind === 'boundary') negatedUntil = -1;
    else if (value.kind === 'concession') clause.share = GRANTED;
    else if (value.kind === 'contrast') {
      clauses.push(clause);
      for (const earlier of clauses) earlier.share *= OUTWEIGHED;
      clause = { polarity: 0, share: 1 };
      negatedUntil = -1;
    } else if (value.kind === 'polarity') {
      const strengthened =
        isIntensifier(hits[order - 1], at) || isIntensifier(hits[order + 1], end, true);
      clause.polarity +=
        turned(value.weight, at <= negatedUntil) * (strengthened ? INTENSIFIED : 1);
      // "Not happy and the service bad": what comes second is meant as it is said.
      if (value.weight !== 0) negatedUntil = -1;
    }
  }
  if (isAssent(words)) clause.share *= ASSENT_SHARE;
  clauses.push(clause);
}

function turned(weight: number, negated: boolean): number {
  if (!negated) return weight;
  return weight * (weight > 0 ? NEGATED_PRAISE : NEGATED_BLAME);
}

/** Arabic strengthens after the word, English before it. */
function isIntensifier(
  hit: { at: number; length: number; value: Meaning } | undefined,
  edge: number,
  after = false,
): boolean {
  return hit?.value.kind === 'intensifier' && (after ? hit.at : hit.at + hit.length) === edge;
}

function isAssent(words: readonly string[]): boolean {
  return words.every((word) => formsOf(word).some((form) => ASSENTS.has(form)));
}

function steering(grammar: Grammar): (readonly [string, Meaning])[] {
  return [
    ...meanings(grammar.negators, { kind: 'negator' }),
    ...meanings(grammar.intensifiers, { kind: 'intensifier' }),
    ...meanings(grammar.boundaries, { kind: 'boundary' }),
    ...meanings(grammar.contrasts, { kind: 'contrast' }),
    ...meanings(grammar.concessions, { kind: 'concession' }),
  ];
}

function meanings(list: string, meaning: Meaning): (readonly [string, Meaning])[] {
  return phrasesIn(list)
    .flatMap(conjugated)
    .map((phrase) => [phrase, meaning]);
}
