import { classScores, macroF1, weightedF1 } from '../classification.ts';
import { classCounts, NO_ANSWER, right, rowOf, supports, type Confusion } from '../confusion.ts';
import { cohenKappa } from '../kappa.ts';
import { answered, bare, LabelSet, type LabelMap } from '../labels.ts';
import { ratio, sumOf, type Values } from '../metric.ts';
import { ordinalDistance } from '../ordinal-distance.ts';
import type { Sums } from '../tallies.ts';
import type { Task } from '../task.ts';
import { wilson } from '../wilson.ts';

export interface LabelQuestion {
  readonly name: string;
  readonly labels: readonly string[];
  /** Whether the labels stand in an order, so that some errors are worse than others. */
  readonly ordinal: boolean;
}

/** One label a row, as a sentiment or an outcome: places in the set of labels, -1 for no answer. */
export function labelTask(question: LabelQuestion, map: LabelMap): Task<number, number> {
  const { name, labels } = question;
  const set = new LabelSet(labels, map);
  const confusionOf = (sums: Sums): Confusion => ({
    labels,
    count: (truth, answer) => sums(cell(truth, answer)),
  });
  return {
    name,
    truth: (row) => set.require(`labels.${name}`, bare(row.labels?.[name])),
    answer: (row) => {
      const index = set.indexOf(bare(answered(row, name)));
      return index === -1 ? null : index;
    },
    tally: (truth, answer) => ({ [cell(truth, answer ?? NO_ANSWER)]: 1 }),
    figures: (sums) => figuresOf(confusionOf(sums), question),
    intervals: (sums) => {
      const confusion = confusionOf(sums);
      return { accuracy: wilson(right(confusion), sumOf(supports(confusion))) };
    },
    unmeasured: { kappa: 'chance alone agrees on every row' },
    details: (sums) => {
      const confusion = confusionOf(sums);
      return {
        perClass: classScores(classCounts(confusion)),
        confusion: {
          rows: labels,
          columns: [...labels, 'no answer'],
          counts: labels.map((_, truth) => rowOf(confusion, truth)),
        },
        majority: majorityOf(confusion, question),
      };
    },
    errorColumns: ['truth', 'answer'],
    errors: (truth, answer) =>
      truth === answer ? [] : [[labels[truth] ?? '', labels[answer ?? NO_ANSWER] ?? '']],
    isRight: (truth, answer) => truth === answer,
  };
}

const cell = (truth: number, answer: number): string => `${truth}>${answer}`;

function figuresOf(confusion: Confusion, { ordinal }: LabelQuestion): Values {
  const classes = classCounts(confusion);
  return {
    accuracy: ratio(right(confusion), sumOf(supports(confusion))),
    macroF1: macroF1(classes),
    weightedF1: weightedF1(classes),
    kappa: cohenKappa(confusion),
    ...(ordinal && { ordinalDistance: ordinalDistance(confusion) }),
  };
}

/** What always answering the most frequent truth would score: the least that an engine must beat. */
function majorityOf(confusion: Confusion, question: LabelQuestion): { label: string } & Values {
  const support = supports(confusion);
  const most = support.indexOf(Math.max(...support));
  const always: Confusion = {
    labels: confusion.labels,
    count: (truth, answer) => (answer === most ? (support[truth] ?? 0) : 0),
  };
  return { label: confusion.labels[most] ?? '', ...figuresOf(always, question) } as {
    label: string;
  } & Values;
}
