import { Language } from '../call.ts';
import type { Settings } from '../settings/settings.ts';
import { shortHash } from '../short-hash.ts';
import { forEachTask } from '../tasks/index.ts';
import type { Shown, ShownTurn } from '../tasks/shown.ts';
import { branchesOf, prefixOf, type Branch } from './prompt.ts';

/** Both sides speak in every quarter, so that no question is left out. */
const TURNS = new Map<number, ShownTurn>(
  [0, 1, 2, 3, 4, 5, 6, 7].map((at) => [
    at,
    { speaker: at % 2 === 0 ? 'agent' : 'customer', text: 'words', position: at / 8 },
  ]),
);

/** All that a model can be asked about a call, by task. */
function allBranches(settings: Settings, language: Language): Record<string, Branch[]> {
  const shown: Shown = { language, turns: TURNS, firstTurn: 0, lastTurn: TURNS.size - 1 };
  return forEachTask((task) => branchesOf(task.questions(settings, shown), shown));
}

/** The tasks that a model does; the others are the baseline's alone. */
export function tasksOfModels(settings: Settings): ReadonlySet<string> {
  const branches = Object.entries(allBranches(settings, 'en'));
  return new Set(branches.flatMap(([id, { length }]) => (length > 0 ? [id] : [])));
}

/**
 * Changes with every word that a model is asked with, in any language, and so with every setting
 * that enters a prompt: 12 hexadecimal digits.
 */
export function promptRevisionOf(settings: Settings): string {
  return shortHash(
    Language.options.map((language) => [
      prefixOf(language, 'transcript'),
      prefixOf(language, 'notes'),
      allBranches(settings, language),
    ]),
  );
}
