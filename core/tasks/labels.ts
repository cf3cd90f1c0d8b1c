import * as z from 'zod';
import type { Heard } from '../baseline/heard.ts';
import type { Label, Settings, Side, Wording } from '../settings/index.ts';
import { writtenIn } from './answers.ts';
import { admitted, GivenLabel, mergedLabels, type FoundLabel } from './label.ts';
import { usable } from './parts.ts';
import type { Writing } from './question.ts';
import { citedTurn } from './shown.ts';
import type { Task } from './task.ts';
import { INVALID_ANSWER, isUnavailable, type Unavailable } from './unavailable.ts';

/** A model that names a label gives no odds with it. Not measured: above any usual threshold. */
const NAMED_BY_MODEL = 0.7;
/** Tokens that one label takes in an answer, its punctuation included. */
const TOKENS_OF_LABEL = 24;

/** What tells one task of many labels from another. */
interface LabelsTask {
  readonly id: string;
  /** What an answer calls a label: "topic". */
  readonly field: string;
  readonly side: Side;
  /** Most labels that a window is given. */
  readonly most: number;
  readonly ask: Wording;
  readonly labels: (settings: Settings) => readonly Label[];
  /** What cues show of each label, whether or not it is enough. */
  readonly found: (heard: Heard, labels: readonly Label[]) => readonly FoundLabel[];
  readonly baseline: (heard: Heard, labels: readonly Label[]) => GivenLabel[] | Unavailable;
}

/** A task that gives a call any number of labels of the taxonomy, by a model and by cues. */
export function labelsTask(about: LabelsTask): Task<GivenLabel[]> {
  const { id, field, side, labels, found, baseline } = about;
  return {
    result: z.array(GivenLabel),
    side: () => side,
    questions: (settings): Readonly<Record<string, Writing>> =>
      labels(settings).length === 0 ? {} : { [id]: questionOf(about, labels(settings)) },
    /** A label that shows no turn of the prompt is none. */
    read(answers, shown, settings) {
      if (labels(settings).length === 0) return [];
      const written = writtenIn(questionOf(about, labels(settings)), answers[id], shown);
      if (isUnavailable(written)) return written;
      const seen = written.filter(({ turn }) => shown.turns.has(Number(turn)));
      if (seen.length === 0 && written.length > 0) return INVALID_ANSWER;
      const named = seen.map(({ [field]: label, turn }) => namedByModel(String(label), turn));
      return admitted(mergedLabels(named), labels(settings));
    },
    combine(parts, settings) {
      const valued = usable(parts);
      if (isUnavailable(valued)) return valued;
      return admitted(mergedLabels(valued.flatMap(({ value }) => value)), labels(settings));
    },
    baseline: (heard, settings) => baseline(heard, labels(settings)),
    /** Beside a model that did not answer, cues speak for what must not be missed alone. */
    complete(value, heard, settings) {
      const cues = found(heard, labels(settings));
      if (!isUnavailable(value)) {
        return admitted(mergedLabels([...value, ...cues]), labels(settings));
      }
      const critical = admitted(
        cues,
        labels(settings).filter((label) => label.critical),
      );
      return critical.length > 0 ? critical : value;
    },
  };
}

const namedByModel = (label: string, turn: unknown): FoundLabel => ({
  label,
  source: 'model',
  confidence: NAMED_BY_MODEL,
  evidence: [Number(turn)],
});

type Written = Readonly<Record<string, string | number>>;

function questionOf(
  { ask, field, most }: LabelsTask,
  labels: readonly Label[],
): Writing<Written[]> {
  const listed = (language: keyof Wording): string =>
    labels.map(({ id, definition }) => `- ${id}: ${definition[language]}\n`).join('');
  const ids = labels.map(({ id }) => id);
  return {
    question: {
      en: `${ask.en}\n${listed('en')}Choose up to ${most}. Answer as a JSON list, the main one first, each with "${field}" and "turn", the number of the line that shows it.`,
      ar: `${ask.ar}\n${listed('ar')}اختر ${most} على الأكثر. أجب بقائمة JSON تبدأ بالأهم، ولكل عنصر "${field}" و"turn" وهو رقم السطر الذي يثبته.`,
    },
    schema: (shown) =>
      z.array(z.object({ [field]: z.enum(ids), turn: citedTurn(shown) })).max(most),
    maxTokens: most * TOKENS_OF_LABEL,
  };
}
