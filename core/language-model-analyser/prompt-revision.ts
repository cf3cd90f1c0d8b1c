import { Language } from '../call.ts';
import { oncePer } from '../once-per.ts';
import type { Settings } from '../settings/index.ts';
import { shortHash } from '../short-hash.ts';
import { forEachTask, type TaskId } from '../tasks/index.ts';
import type { Shown, ShownTurn } from '../tasks/shown.ts';
import { branchesOf, prefixOf, type Questions } from './prompt.ts';

/** Both sides speak in every quarter, so that no question is left out. */
const TURNS = new Map<number, ShownTurn>(
  [0, 1, 2, 3, 4, 5, 6, 7].map((at) => [
    at,
    { speaker: at % 2 === 0 ? 'agent' : 'customer', text: 'words', position: at / 8 },
  ]),
);
const shownIn = (language: Language): Shown => ({ language, turns: TURNS });

/** All that a model can be asked about a call, by task. */
const allQuestions = (settings: Settings, shown: Shown): Record<TaskId, Questions> =>
  forEachTask((task) => task.questions(settings, shown));

/** The tasks that a model does; the others are the baseline's alone. */
export const tasksOfModels = oncePer((settings: Settings): ReadonlySet<string> => {
  const questions = Object.entries(allQuestions(settings, shownIn('en')));
  return new Set(questions.flatMap(([id, asked]) => (Object.keys(asked).length > 0 ? [id] : [])));
});

/**
 * Changes with every word that a model is asked with, in any language, and so with every setting
 * that enters a prompt: 12 hexadecimal digits.
 */
export const promptRevisionOf = oncePer((settings: Settings): string => {
  const asked = Language.options.map((language) => {
    const shown = shownIn(language);
    const questions = Object.values(allQuestions(settings, shown));
    return [
      prefixOf(language, 'transcript'),
      prefixOf(language, 'notes'),
      questions.map((one) => branchesOf(one, shown)),
    ];
  });
  return shortHash(asked);
});
