import { describe, expect, it } from 'vitest';
import { hear } from '../../core/baseline/heard.ts';
import { branchesOf } from '../../core/language-model-analyser/prompt.ts';
import { AnswerRequest } from '../../core/language-model.ts';
import type { Shown } from '../../core/tasks/shown.ts';
import { transcriptOf } from '../core/language-model-analyser/support.ts';
import { textOf } from '../support/project-files.ts';
import { DEFAULT_SETTINGS } from '../support/settings.ts';
import { callback, Callback } from './example-task.ts';

const heard = hear(
  transcriptOf(
    'A: hello\nC: my line is dead\nA: I will call you back on Friday\nC: call you back?',
  ),
);
const shown: Shown = {
  language: 'en',
  turns: new Map(
    heard.utterances.map(({ turn, position }) => [turn.index, { ...turn, position }] as const),
  ),
};

const said = (label: string) =>
  callback.read(
    { callback: { label, probabilities: { yes: 0.5, no: 0.5 } } },
    shown,
    DEFAULT_SETTINGS,
  );

/** As the file would stand in core/tasks. */
const inItsPlace = (source: string): string =>
  source.replaceAll('../../core/tasks/', './').replaceAll('../../core/', '../');

describe('docs/add-a-task.md', () => {
  it('shows the task that is tested here', () => {
    const [, shownSource] = /```ts\n(import[\s\S]*?)```/.exec(textOf('docs/add-a-task.md')) ?? [];
    expect(shownSource).toBe(inItsPlace(textOf('test/docs/example-task.ts')));
  });
});

describe('its task', () => {
  it('is answered by the baseline, with its evidence', () => {
    expect(callback.baseline(heard, DEFAULT_SETTINGS)).toEqual({ promised: true, evidence: [2] });
  });

  it('is asked in a way that the endpoint takes', () => {
    const branches = branchesOf(callback.questions(DEFAULT_SETTINGS, shown), shown);
    const request = AnswerRequest.parse({ prefix: 'a call', branches });
    expect(request.branches).toMatchObject([{ name: 'callback', choose: ['yes', 'no'] }]);
  });

  it('is read, put together and stored as its schema says', () => {
    const parts = ['no', 'yes'].map((label) => ({ shown, value: said(label) }));
    const value = callback.combine(parts, DEFAULT_SETTINGS);
    expect(Callback.parse(value)).toEqual({ promised: true, evidence: [] });
    expect(said('perhaps')).toEqual({ unavailable: 'INVALID_ANSWER' });
  });
});
