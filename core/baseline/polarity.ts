import { clausesOf } from '../text/clauses.ts';
import { formsOf, PhraseIndex, phrasesIn, type PhraseHit } from '../text/phrases.ts';
import { wordSet } from '../text/words/list.ts';
import { arabic } from './lexicon/ar.ts';
import { english } from './lexicon/en.ts';
import type { Grammar } from './lexicon/lexicon.ts';
import { conjugated } from './lexicon/verbs.ts';

type Meaning =
  | { readonly kind: 'polarity' | 'absentee'; readonly weight: number }
  | { readonly kind: 'negator' | 'intensifier' | 'boundary' | 'contrast' | 'concession' };

/** Thanks and apologies swamp what people think: most calls end in them, good and bad ones. */
const COURTESY_WEIGHT = 0.2;
/** "Nobody called back". */
const ABSENTEE_WEIGHT = -1;
/** "Perfect." alone is an answer, not a judgement, and so is "good" before what one does next. */
const ASSENT_SHARE = 0.3;
const STRONGEST_ASSENT = 2;
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

/** "Not happy and the service bad": what comes second is meant as it is said. */
const ENDS_NEGATION: ReadonlySet<Meaning['kind']> = new Set(['polarity', 'boundary', 'contrast']);
const NOT_NEGATED = { from: 0, until: -1 };
/** Arabic "and" and "so", written onto the word that begins the next thought. */
const JOINED = /^[وف]/u;

const LEXICONS = [english, arabic];
const ASSENTS = wordSet(...LEXICONS.map(({ assents }) => assents.replaceAll(',', ' ')));
// One index for both languages: they share no letters, and turns mix them.
const index = new PhraseIndex<Meaning>(
  LEXICONS.flatMap((lexicon) => [
    ...meanings(lexicon.meaningless, { kind: 'polarity', weight: 0 }),
    ...lexicon.polarity.flatMap(([weight, list]) => meanings(list, { kind: 'polarity', weight })),
    ...meanings(lexicon.courtesies, { kind: 'polarity', weight: COURTESY_WEIGHT }),
    ...meanings(lexicon.absentees, { kind: 'absentee', weight: ABSENTEE_WEIGHT }),
    ...steering(lexicon),
  ]),
);

type Hit = PhraseHit<Meaning>;

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
  let negated = NOT_NEGATED;
  const hits = index.find(words);
  for (const [order, hit] of hits.entries()) {
    const { at, length, value } = hit;
    const end = at + length;
    if (value.kind === 'concession') clause.share = GRANTED;
    else if (value.kind === 'contrast') {
      clauses.push(clause);
      for (const earlier of clauses) earlier.share *= OUTWEIGHED;
      clause = { polarity: 0, share: 1 };
    } else if ('weight' in value) {
      const isNegated = at <= negated.until && !(at > negated.from && JOINED.test(words[at] ?? ''));
      const share = opensWithAssent(hit, words) ? ASSENT_SHARE : strengthOf(hit, hits, order);
      clause.polarity += turned(value.weight, isNegated) * share;
    }
    if (value.kind === 'negator' || value.kind === 'absentee') {
      negated = { from: end, until: end + NEGATION_REACH - 1 };
    } else if (ENDS_NEGATION.has(value.kind)) negated = NOT_NEGATED;
  }
  if (isAssent(words)) clause.share *= ASSENT_SHARE;
  clauses.push(clause);
}

function turned(weight: number, negated: boolean): number {
  if (!negated) return weight;
  return weight * (weight > 0 ? NEGATED_PRAISE : NEGATED_BLAME);
}

/** Arabic strengthens after the word, English before it. */
function strengthOf(hit: Hit, hits: readonly Hit[], order: number): number {
  const [before, after] = [hits[order - 1], hits[order + 1]];
  const strengthened =
    (before?.value.kind === 'intensifier' && before.at + before.length === hit.at) ||
    (after?.value.kind === 'intensifier' && hit.at + hit.length === after.at);
  return strengthened ? INTENSIFIED : 1;
}

function opensWithAssent({ at, length, value }: Hit, words: readonly string[]): boolean {
  const weight = 'weight' in value ? value.weight : 0;
  return at === 0 && weight > 0 && weight <= STRONGEST_ASSENT && isAssent(words.slice(0, length));
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
