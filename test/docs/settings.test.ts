import { describe, expect, it } from 'vitest';
import { parseSettings, PART_NAMES } from '../../core/settings/index.ts';
import { textOf } from '../support/project-files.ts';
import { DEFAULT_SETTINGS } from '../support/settings.ts';

const page = textOf('docs/settings.md');
const [label, queues, question] = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map(
  ([, json = '']) => JSON.parse(json) as unknown,
);

describe('docs/settings.md', () => {
  it('names every file of settings', () => {
    for (const name of PART_NAMES) expect(page).toContain(`\`${name}.json\``);
  });

  it('shows a label, queues and a question that can be used', () => {
    const { taxonomy } = DEFAULT_SETTINGS;
    const written = {
      ...DEFAULT_SETTINGS,
      taxonomy: { ...taxonomy, topics: [...taxonomy.topics, label] },
      queues,
      scorecard: { questions: [question] },
    };
    expect(parseSettings(written)).toMatchObject(written);
  });

  it('names as many questions as the default scorecard has', () => {
    expect(DEFAULT_SETTINGS.scorecard.questions).toHaveLength(13);
  });
});
