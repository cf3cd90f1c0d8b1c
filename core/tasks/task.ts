import type * as z from 'zod';
import type { Heard } from '../baseline/heard.ts';
import type { Answer } from '../language-model.ts';
import type { Settings, Side } from '../settings/settings.ts';
import type { Question } from './question.ts';
import type { Retelling } from './retelling.ts';
import type { Shown } from './shown.ts';
import type { Unavailable } from './unavailable.ts';

/** What a model answered, by the name of the question. */
export type Answers = Readonly<Record<string, Answer>>;

/** What one window of a call gave. */
export interface Part<Value> {
  readonly shown: Shown;
  readonly value: Value | Unavailable;
}

/**
 * One thing that an analysis says of a call, for all engines: a file here and a line in the index.
 * Its key in the index is its field in the analysis.
 */
export interface Task<Value> {
  /** Of its value in the analysis, where it stands unless it is unavailable. */
  readonly result: z.ZodType<Value>;
  /** Whose words the answer rests on. */
  side(settings: Settings): Side;
  /**
   * What a model is asked about a window, by the name of the branch: the task's own, or more names
   * that begin with it. Empty for a task that only the baseline does. A longer call may not have
   * longer questions, only more of them: their tokens are counted once, for the whole call.
   */
  questions(settings: Settings, shown: Shown): Readonly<Record<string, Question>>;
  /** What the answers about one window say, checked against what the window showed. */
  read(answers: Answers, shown: Shown, settings: Settings): Value | Unavailable;
  /**
   * One value of those that windows gave, at least one, in the order of the call. `usable` (parts.ts)
   * is the rule for windows without a value, unless the task can do without them.
   */
  combine(parts: readonly Part<Value>[], settings: Settings): Value | Unavailable;
  /** Asked for where more than one window gave a value. */
  readonly retelling?: Retelling<Value>;
  /** The answer of lexicons, cues and extraction. */
  baseline(heard: Heard, settings: Settings): Value | Unavailable;
  /**
   * What a model's value becomes beside what cues show, in the index's order; left out: it stays.
   * @param answers those of the tasks before it, completed, by their field
   */
  complete?(
    value: Value | Unavailable,
    heard: Heard,
    settings: Settings,
    answers: Readonly<Record<string, unknown>>,
  ): Value | Unavailable;
}
