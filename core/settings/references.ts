import type { SchemaProblem } from '../schema-problem.ts';
import type { Part, Settings } from './settings.ts';

type Misdirection = SchemaProblem & { readonly part: Part };

interface Reference {
  readonly part: Part;
  readonly field: string;
  readonly to: 'topics' | 'intents';
  readonly id: string;
}

/** The first label that a queue or a question speaks of and the taxonomy does not have. */
export function misdirection(settings: Settings): Misdirection | null {
  const known = {
    topics: settings.taxonomy.topics.map(({ id }) => id),
    intents: settings.taxonomy.intents.map(({ id }) => id),
  };
  const wrong = referencesIn(settings).find(({ to, id }) => !known[to].includes(id));
  if (wrong === undefined) return null;
  const { part, field, to, id } = wrong;
  const ids = known[to].join(', ') || 'none, there are no such labels';
  return { part, field, received: id, expected: `expected one of the ${to}: ${ids}` };
}

function referencesIn({ queues, scorecard }: Settings): Reference[] {
  return [
    ...queues.flatMap((queue, at) => labelsIn(queue, 'queues', `${at}`)),
    ...scorecard.questions.flatMap(({ appliesWhen, unless }, at) => [
      ...labelsIn(appliesWhen, 'scorecard', `questions.${at}.appliesWhen`),
      ...labelsIn(unless, 'scorecard', `questions.${at}.unless`),
    ]),
  ];
}

interface Labels {
  readonly topics: readonly string[];
  readonly intents: readonly string[];
}

function labelsIn(labels: Labels | undefined, part: Part, path: string): Reference[] {
  if (labels === undefined) return [];
  return (['topics', 'intents'] as const).flatMap((to) =>
    labels[to].map((id, at) => ({ part, field: `${path}.${to}.${at}`, to, id })),
  );
}
