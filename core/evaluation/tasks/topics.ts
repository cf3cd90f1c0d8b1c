import { classScores, macroF1, microF1, weightedF1, type ClassCounts } from '../classification.ts';
import { answered, bare, LabelSet, type LabelMap } from '../labels.ts';
import { ratio } from '../metric.ts';
import { BadRow } from '../rows.ts';
import type { Sums, Tally } from '../tallies.ts';
import type { Task } from '../task.ts';
import { wilson } from '../wilson.ts';

/** What was answered and is no topic of ours: wrong, and one class of its own. */
const OTHER = 'other';

/** Any number of topics a row, as their names. */
export function topicsTask(
  map: LabelMap,
  known: readonly string[],
): Task<ReadonlySet<string>, ReadonlySet<string>> {
  const set = new LabelSet(known, map);
  const labels = [...known, OTHER];
  return {
    name: 'topics',
    truth: (row) => {
      const topics = listOf(row.labels?.['topics'] ?? row.labels?.['topic']);
      if (topics === null) throw new BadRow('labels.topics: expected a list of topics, got none');
      return new Set(
        topics.map((topic) => labels[set.require('labels.topics', bare(topic))] ?? OTHER),
      );
    },
    answer: (row) => {
      const topics = listOf(answered(row, 'topics', 'topic'));
      return topics && new Set(topics.map((topic) => known[set.indexOf(bare(topic))] ?? OTHER));
    },
    tally: tallyOf,
    figures: (sums) => {
      const classes = countsOf(sums, labels);
      return {
        accuracy: ratio(sums('exact'), sums('rows')),
        macroF1: macroF1(classes),
        weightedF1: weightedF1(classes),
        microF1: microF1(classes),
      };
    },
    intervals: (sums) => ({ accuracy: wilson(sums('exact'), sums('rows')) }),
    unmeasured: Object.fromEntries(
      ['macroF1', 'weightedF1', 'microF1'].map((name) => [name, 'no row has a topic']),
    ),
    details: (sums) => ({
      perClass: classScores(countsOf(sums, labels)),
      confusion: {
        rows: labels,
        columns: ['right', 'missed', 'wrongly given'],
        counts: countsOf(sums, labels).map(({ right, answered, support }) => [
          right,
          support - right,
          answered - right,
        ]),
      },
      notes: ['accuracy: all topics of a row right and none too many'],
    }),
    errorColumns: ['truth', 'answer'],
    errors: (truth, answer) =>
      isSame(truth, answer) ? [] : [[joined(truth), answer === null ? '' : joined(answer)]],
    isRight: isSame,
  };
}

function tallyOf(truth: ReadonlySet<string>, answer: ReadonlySet<string> | null): Tally {
  const tally: Record<string, number> = { rows: 1, exact: isSame(truth, answer) ? 1 : 0 };
  for (const topic of truth) {
    tally[`support ${topic}`] = 1;
    if (answer?.has(topic)) tally[`right ${topic}`] = 1;
  }
  for (const topic of answer ?? []) tally[`answered ${topic}`] = 1;
  return tally;
}

function countsOf(sums: Sums, labels: readonly string[]): ClassCounts[] {
  return labels.map((label) => ({
    label,
    right: sums(`right ${label}`),
    answered: sums(`answered ${label}`),
    support: sums(`support ${label}`),
  }));
}

function listOf(value: unknown): readonly unknown[] | null {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value : null;
}

function isSame(truth: ReadonlySet<string>, answer: ReadonlySet<string> | null): boolean {
  return answer !== null && truth.size === answer.size && [...truth].every((it) => answer.has(it));
}

const joined = (topics: ReadonlySet<string>): string => [...topics].sort().join('|');
