import { oncePer } from '../once-per.ts';
import type { Question, Settings } from '../settings/index.ts';
import { scored, type Answered, type Scorecard } from '../tasks/score.ts';
import { NO_AGENT_WORDS, type Unavailable } from '../tasks/unavailable.ts';
import { PhraseIndex } from '../text/phrases.ts';
import { fluent } from '../text/spoken.ts';
import { conditionsIn } from './conditions.ts';
import { cueEntries } from './cue-index.ts';
import type { Heard, Utterance } from './heard.ts';

/** A greeting comes in an agent's first turns; a recorded one before them counts as one. */
const OPENING_TURNS = 3;
/** Where nobody's side is known, the first turns are of both. */
const OPENING_TURNS_OF_BOTH = 6;
/** Goodbyes of both sides are several short turns; what was done is said before them. */
const CLOSING_SHARE = 0.4;
const FEWEST_CLOSING_TURNS = 4;
const LONGEST_EVIDENCE = 3;

interface Sign {
  readonly question: string;
  readonly shows: 'yes' | 'no';
}

interface Found extends Sign {
  readonly at: number;
}

/** The parts of a call that questions speak of, as places among the agent's turns. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

const indexOf = oncePer(
  (questions: readonly Question[]) =>
    new PhraseIndex<Sign>(
      questions.flatMap(({ id, cues, against = { en: [], ar: [] } }) => [
        ...cueEntries<Sign>(cues, { question: id, shows: 'yes' }),
        ...cueEntries<Sign>(against, { question: id, shows: 'no' }),
      ]),
    ),
);

/** What the agent did of what the scorecard asks, by what was heard from the agent's side. */
export function scorecardOf(heard: Heard, settings: Settings): Scorecard | Unavailable {
  const agent = agentSide(heard.utterances);
  if (agent.length === 0) return NO_AGENT_WORDS;
  const { questions } = settings.scorecard;
  const holds = conditionsIn(heard, settings);
  const signs = signsOf(agent, questions);
  const answered = questions.map((question): Answered => {
    const applies = question.appliesWhen === undefined || holds(question.appliesWhen);
    const excused = question.unless !== undefined && holds(question.unless);
    if (!applies || excused) return { id: question.id, answer: 'not_applicable', evidence: [] };
    return answerTo(question, signs.get(question.id) ?? [], agent);
  });
  return scored(
    answered.map((one) => ({ ...one, source: 'cues' })),
    questions,
  );
}

/** The agent's turns and those of a recorded announcement; all where nobody's side is known. */
function agentSide(utterances: readonly Utterance[]): Utterance[] {
  return utterances.filter(({ turn }) => turn.speaker !== 'customer');
}

function signsOf(
  agent: readonly Utterance[],
  questions: readonly Question[],
): ReadonlyMap<string, Found[]> {
  const signs = new Map<string, Found[]>(questions.map(({ id }) => [id, []]));
  const index = indexOf(questions);
  for (const [at, { words }] of agent.entries()) {
    for (const { value } of index.findAll(fluent(words))) {
      signs.get(value.question)?.push({ ...value, at });
    }
  }
  return signs;
}

function answerTo(
  { id, within, otherwise }: Question,
  signs: readonly Found[],
  agent: readonly Utterance[],
): Answered {
  const turnsOf = (found: readonly Found[]): number[] =>
    [...new Set(found.map(({ at }) => agent[at]?.turn.index ?? 0))].slice(0, LONGEST_EVIDENCE);
  const against = signs.filter(({ shows }) => shows === 'no');
  if (against.length > 0) return { id, answer: 'no', evidence: turnsOf(against) };
  const { from, to } = stretchOf(within, agent);
  const shown = signs.filter(({ at }) => at >= from && at < to);
  if (shown.length > 0) return { id, answer: 'yes', evidence: turnsOf(shown) };
  return { id, answer: otherwise, evidence: otherwise === 'no' ? missedIn(within, agent) : [] };
}

function stretchOf(within: Question['within'], agent: readonly Utterance[]): Stretch {
  const { length } = agent;
  if (within === 'opening') return { from: 0, to: openingOf(agent) };
  const closing = Math.max(FEWEST_CLOSING_TURNS, Math.ceil(length * CLOSING_SHARE));
  return { from: within === 'closing' ? Math.max(0, length - closing) : 0, to: length };
}

function openingOf(agent: readonly Utterance[]): number {
  const isKnown = agent.some(({ turn }) => turn.speaker === 'agent');
  if (!isKnown) return OPENING_TURNS_OF_BOTH;
  const first = agent.findIndex(({ turn }) => turn.speaker === 'agent');
  return first + OPENING_TURNS;
}

/** The turn where it should have been said; none where that could be any. */
function missedIn(within: Question['within'], agent: readonly Utterance[]): number[] {
  const turn = { opening: agent[0], closing: agent.at(-1), call: undefined }[within];
  return turn === undefined ? [] : [turn.turn.index];
}
