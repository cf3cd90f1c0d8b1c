import type { Side } from '../settings/index.ts';
import type { Outcome, OutcomeLabel } from '../tasks/outcome.ts';
import type { Unavailable } from '../tasks/unavailable.ts';
import type { Speaker } from '../transcript.ts';
import { PhraseIndex, phrasesIn } from '../text/phrases.ts';
import type { Utterance } from './heard.ts';
import { arabic } from './outcome-cues/ar.ts';
import type { SideCues } from './outcome-cues/cues.ts';
import { english } from './outcome-cues/en.ts';

type CueKind = 'resolved' | 'followUp' | 'brokenOff' | 'closing';

interface Cue {
  readonly kind: CueKind;
  readonly side: Speaker;
  readonly weight: number;
}

/** What one turn shows of one kind. */
interface Sign {
  readonly turn: number;
  readonly kind: CueKind;
  readonly weight: number;
}

const STRONG = 2;
const LIKELY_WEIGHT = 1;
const WEAK = 0.5;
/** A cue that the other side uses says little: "did it work?", "will you call me back?". */
const WRONG_SIDE = 0.25;
/** The first part of a call tells what was wrong; shorter calls have no parts. */
const SHORTEST_HALVED = 6;
const ENDING_BEGINS = 0.4;
/** The first words heard weigh this share of the last. */
const EARLY_SHARE = 0.5;
/** A line that breaks is heard in the last turns, and nothing is settled after it. */
const LAST_TURNS = 3;
/** More than one weak cue, or one from the wrong side, can weigh: less is not known. */
const THRESHOLD = 0.8;
/** A call that came to its close with nothing open is settled: a question was answered. */
const CLOSED = 0.4;
/** One open reason makes a call open, however much else was settled. */
const OPEN_SHARE = 1.3;
/** What several turns show is capped: long calls are not surer than short ones. */
const MOST_WEIGHT = 4;
const LONGEST_EVIDENCE = 3;
/** A call of some length that nobody broke off and nothing leaves open ends with these. */
const ANSWER_AND_REPLY = 2;

const KIND_OF: Readonly<Record<OutcomeLabel, readonly CueKind[]>> = {
  resolved: ['resolved', 'closing'],
  follow_up_needed: ['followUp'],
  unknown: [],
};

const LANGUAGES = [english, arabic];
const index = new PhraseIndex<Cue>(
  LANGUAGES.flatMap(({ resolved, followUp, brokenOff, closing }) => [
    ...sideCues(resolved, 'resolved'),
    ...sideCues(followUp, 'followUp'),
    ...cues(brokenOff, { kind: 'brokenOff', side: 'unknown', weight: STRONG }),
    ...cues(closing, { kind: 'closing', side: 'unknown', weight: WEAK }),
  ]),
);

const likely = (kind: CueKind, side: Speaker): Cue => ({ kind, side, weight: LIKELY_WEIGHT });
const FORMS = LANGUAGES.flatMap(({ likely: { deed, promise, duty, intention } }) => [
  { form: deed, cue: likely('resolved', 'agent') },
  { form: promise, cue: likely('followUp', 'agent') },
  { form: duty, cue: likely('followUp', 'agent') },
  { form: intention, cue: likely('followUp', 'customer') },
]);

/**
 * How the call ended, by what the sides say in its last part; docs/outcome.md has the rule. `unknown`
 * when the call broke off or no cue was heard.
 */
export function outcomeOf(utterances: readonly Utterance[], side: Side): Outcome | Unavailable {
  if (utterances.length === 0) return { unavailable: 'NO_WORDS' };
  const heard = utterances.filter(({ turn }) => isHeard(turn.speaker, side));
  const ending =
    utterances.length < SHORTEST_HALVED
      ? heard
      : heard.filter(({ position }) => position >= ENDING_BEGINS);
  const signs = ending.flatMap(signsOf);
  const lastTurns = utterances.slice(-LAST_TURNS).map(({ turn }) => turn.index);
  const label = labelOf(signs, lastTurns);
  if (label !== null) return { label, evidence: evidenceOf(signs, label) };
  return utterances.length < SHORTEST_HALVED
    ? { label: 'unknown', evidence: [] }
    : { label: 'resolved', evidence: lastTurns.slice(-ANSWER_AND_REPLY) };
}

function isHeard(speaker: Speaker, side: Side): boolean {
  return side === 'both' || speaker === side || speaker === 'unknown';
}

function signsOf({ turn, words, position }: Utterance): Sign[] {
  const late = EARLY_SHARE + (1 - EARLY_SHARE) * position;
  const weights = new Map<CueKind, number>();
  for (const { kind, side, weight } of [
    ...index.find(words).map(({ value }) => value),
    ...likelyCues(words.join(' ')),
  ]) {
    const trusted = weight * trust(side, turn.speaker);
    // One turn that lists many cues is one piece of news.
    weights.set(kind, Math.min(STRONG, (weights.get(kind) ?? 0) + trusted));
  }
  return [...weights].map(([kind, weight]) => ({ turn: turn.index, kind, weight: weight * late }));
}

function likelyCues(text: string): Cue[] {
  return FORMS.filter(({ form }) => form.test(text)).map(({ cue }) => cue);
}

function trust(side: Speaker, speaker: Speaker): number {
  return side === speaker || side === 'unknown' || speaker === 'unknown' ? 1 : WRONG_SIDE;
}

/** Null where nothing tells. */
function labelOf(signs: readonly Sign[], lastTurns: readonly number[]): OutcomeLabel | null {
  const broken = signs.find(({ kind, turn }) => kind === 'brokenOff' && lastTurns.includes(turn));
  // What is said about a line that breaks settles nothing and promises nothing: "ring us again".
  const before = broken === undefined ? signs : signs.filter(({ turn }) => turn < broken.turn);
  const open = total(before, 'followUp') * OPEN_SHARE;
  const settled = total(before, 'resolved');
  if (broken !== undefined && Math.max(open, settled) < STRONG) return 'unknown';
  if (open >= THRESHOLD && open >= settled) return 'follow_up_needed';
  const closed = total(before, 'closing') >= CLOSED;
  return settled >= THRESHOLD || closed ? 'resolved' : null;
}

function total(signs: readonly Sign[], kind: CueKind): number {
  const sum = signs
    .filter((sign) => sign.kind === kind)
    .reduce((total, { weight }) => total + weight, 0);
  return Math.min(MOST_WEIGHT, sum);
}

function evidenceOf(signs: readonly Sign[], label: OutcomeLabel): number[] {
  return turnsOf(signs, KIND_OF[label]).toSorted((one, other) => one - other);
}

/** The turns that show it most, and a closing only where nothing else does. */
function turnsOf(signs: readonly Sign[], kinds: readonly CueKind[]): number[] {
  for (const kind of kinds) {
    const turns = signs
      .filter((sign) => sign.kind === kind)
      .toSorted((one, other) => other.weight - one.weight)
      .map(({ turn }) => turn);
    if (turns.length > 0) return turns.slice(0, LONGEST_EVIDENCE);
  }
  return [];
}

function sideCues(
  { agent, customer, either }: SideCues,
  kind: CueKind,
): (readonly [string, Cue])[] {
  return [
    ...cues(agent, { kind, side: 'agent', weight: STRONG }),
    ...cues(customer, { kind, side: 'customer', weight: STRONG }),
    ...cues(either, { kind, side: 'unknown', weight: WEAK }),
  ];
}

function cues(list: string, cue: Cue): (readonly [string, Cue])[] {
  return phrasesIn(list).map((phrase) => [phrase, cue]);
}
