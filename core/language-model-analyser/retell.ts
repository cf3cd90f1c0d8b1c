import type { Language } from '../call.ts';
import type { Settings } from '../settings/settings.ts';
import type { Note, Retelling } from '../tasks/retelling.ts';
import type { Part, Task } from '../tasks/task.ts';
import { usable } from '../tasks/parts.ts';
import { isUnavailable, UNSUPPORTED, type Unavailable } from '../tasks/unavailable.ts';
import type { LanguageModel } from './language-model.ts';
import { linesOfNotes } from './lines.ts';
import { readAll } from './read.ts';

/** What a value is told anew with. */
export interface Teller {
  readonly model: LanguageModel;
  readonly language: Language;
  readonly settings: Settings;
}

/**
 * One value over those of several windows: their notes are read as the call was, in windows of
 * their own where they are too many, until one shows them all. Evidence stays that of the call.
 */
export async function retell<Value>(
  task: Task<Value>,
  retelling: Retelling<Value>,
  parts: readonly Part<Value>[],
  teller: Teller,
): Promise<Value | Unavailable> {
  const valued = usable(parts);
  if (isUnavailable(valued)) return valued;
  const notes = valued.flatMap(({ value }) => retelling.notes(value));
  if (notes.length === 0) return UNSUPPORTED;
  const told = await tellOnce(task, notes, teller);
  const cited = told.map(({ shown, value }) => ({
    shown,
    value: isUnavailable(value) ? value : retelling.cite(value, notes),
  }));
  if (cited.length === 1) return task.combine(cited, teller.settings);
  // Each window takes many notes and gives a few; one that does not would go on for ever.
  const fewer = cited.length < valued.length;
  return fewer ? retell(task, retelling, cited, teller) : task.combine(cited, teller.settings);
}

async function tellOnce<Value>(
  task: Task<Value>,
  notes: readonly Note[],
  { model, language, settings }: Teller,
): Promise<Part<Value>[]> {
  const read = await readAll(model, {
    language,
    fence: 'notes',
    lines: linesOfNotes(notes),
    questions: (shown) => task.questions(settings, shown),
  });
  return read.map(({ shown, answers }) => ({ shown, value: task.read(answers, shown, settings) }));
}
