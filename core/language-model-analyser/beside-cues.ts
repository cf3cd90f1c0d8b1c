import type { Analyser } from '../analyser.ts';
import type { Analysis } from '../analysis.ts';
import { hear } from '../baseline/heard.ts';
import type { Settings } from '../settings/index.ts';
import { forEachTask } from '../tasks/index.ts';

/**
 * An analyser whose answers are completed by what cues show, task by task; each such answer says
 * what found it. What the analyser is called stays: the cues are the settings', not an engine.
 */
export const besideCues = (analyser: Analyser, settings: Settings): Analyser => ({
  name: analyser.name,
  revision: analyser.revision,
  async analyse(transcript) {
    const analysis = await analyser.analyse(transcript);
    const heard = hear(transcript);
    const answers: Record<string, unknown> = {};
    forEachTask((task, id) => {
      const value = analysis[id];
      answers[id] = task.complete ? task.complete(value, heard, settings, answers) : value;
    });
    return { ...analysis, ...(answers as Partial<Analysis>) };
  },
});
