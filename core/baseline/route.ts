import { oncePer } from '../once-per.ts';
import type { Queue, Settings } from '../settings/index.ts';
import type { GivenLabel } from '../tasks/label.ts';
import type { Route } from '../tasks/route-to.ts';
import { isUnavailable, NO_WORDS, type Unavailable } from '../tasks/unavailable.ts';
import { labelIndex } from './cue-index.ts';
import type { Heard } from './heard.ts';
import { intentsOf } from './intents.ts';
import { topicsOf } from './topics.ts';

/** What a customer wants says more than what a call is about. */
const INTENT = 2;
const TOPIC = 1;
const CUE = 1;
const MOST_CUES = 2;
/** Behind a topic that is talked of more: a call has one main topic. */
const LATER_TOPIC = 0.5;
const LONGEST_EVIDENCE = 5;

interface Labels {
  readonly topics: readonly GivenLabel[];
  readonly intents: readonly GivenLabel[];
}

interface Lead {
  readonly reason: Route['reasons'][number];
  readonly points: number;
  /** A critical intent that is certain: nothing else counts beside it. */
  readonly isUrgent?: boolean;
  readonly evidence: readonly number[];
}

export function routeOf(heard: Heard, settings: Settings): Route | Unavailable {
  if (heard.utterances.length === 0) return NO_WORDS;
  const { topics, intents } = settings.taxonomy;
  const given = { topics: topicsOf(heard, topics), intents: intentsOf(heard, intents) };
  return routeFor(
    {
      topics: isUnavailable(given.topics) ? [] : given.topics,
      intents: isUnavailable(given.intents) ? [] : given.intents,
    },
    heard,
    settings,
  );
}

/**
 * The first queue that takes a critical intent of the call, else the one that most leads to, the
 * first of equals; the default where nothing leads anywhere.
 */
export function routeFor(labels: Labels, heard: Heard, { queues, taxonomy }: Settings): Route {
  const critical = new Set(
    taxonomy.intents.filter((intent) => intent.critical).map(({ id }) => id),
  );
  const turns = cueTurnsOf(queues, heard);
  const led = queues.map((queue) => ({
    queue,
    leads: [...leadsIn(queue, labels, critical), ...cueLead(turns.get(queue.id) ?? [])],
  }));
  const best =
    led.find(({ leads }) => leads.some(({ isUrgent }) => isUrgent)) ??
    led.toSorted((one, other) => sumOf(other.leads) - sumOf(one.leads))[0];
  if (best === undefined || best.leads.length === 0) return defaultRoute(queues);
  const { queue, leads } = best;
  const evidence = [...new Set(leads.flatMap((lead) => lead.evidence))];
  return {
    queue: queue.id,
    reasons: leads.map(({ reason }) => reason),
    evidence: evidence.toSorted((one, other) => one - other).slice(0, LONGEST_EVIDENCE),
  };
}

function leadsIn(queue: Queue, { topics, intents }: Labels, critical: ReadonlySet<string>): Lead[] {
  const byIntent = intents
    .filter(({ label }) => queue.intents.includes(label))
    .map(({ label, status, confidence, evidence }): Lead => {
      const isUrgent = critical.has(label) && status === 'present';
      return { reason: { kind: 'intent', label }, points: INTENT * confidence, isUrgent, evidence };
    });
  const byTopic = topics.flatMap(({ label, confidence, evidence }, at): Lead[] => {
    if (!queue.topics.includes(label)) return [];
    const points = TOPIC * confidence * (at === 0 ? 1 : LATER_TOPIC);
    return [{ reason: { kind: 'topic', label }, points, evidence }];
  });
  return [...byIntent, ...byTopic];
}

const cueLead = (turns: readonly number[]): Lead[] =>
  turns.length === 0
    ? []
    : [
        {
          reason: { kind: 'cues', label: null },
          points: CUE * Math.min(MOST_CUES, turns.length),
          evidence: turns,
        },
      ];

const sumOf = (leads: readonly Lead[]): number =>
  leads.reduce((sum, { points }) => sum + points, 0);

const indexOf = oncePer((queues: readonly Queue[]) => labelIndex(queues));

/** The turns that say something of each queue's cues. */
function cueTurnsOf(queues: readonly Queue[], { utterances }: Heard): Map<string, number[]> {
  const index = indexOf(queues);
  const turns = new Map<string, number[]>(queues.map(({ id }) => [id, []]));
  for (const { turn, words } of utterances) {
    const heard = new Set(index.findAll(words).map(({ value }) => value.id));
    for (const id of heard) turns.get(id)?.push(turn.index);
  }
  return turns;
}

function defaultRoute(queues: readonly Queue[]): Route {
  const queue = queues.find((one) => one.default) ?? queues[0];
  return { queue: queue?.id ?? '', reasons: [], evidence: [] };
}
