import type { AnyTask } from '../../core/evaluation/task.ts';
import { taskOf, type TaskName } from '../../core/evaluation/tasks/index.ts';
import { DEFAULT_SETTINGS_FOLDER, loadSettings } from '../../environments/settings.ts';

const TOPICS = loadSettings(DEFAULT_SETTINGS_FOLDER).taxonomy.topics.map(({ id }) => id);

/** A task by the labels that the gold sets use: the default taxonomy's. */
export const writtenTask = (name: TaskName): AnyTask => taskOf(name, new Map(), TOPICS);
