import { describe, expect, it } from 'vitest';
import { ERROR } from '../../../core/contract.ts';
import { resumable } from '../../../core/language-model-analyser/resumable.ts';
import { withinTime } from '../../../core/language-model-analyser/within-time.ts';
import type { Answer, AnswerResponse } from '../../../core/language-model.ts';
import { JumpingClock } from '../../support/jumping-clock.ts';
import { scriptedModel } from '../../support/scripted-language-model.ts';

const REQUEST = { prefix: 'a call', branches: [{ name: 'mood', suffix: '?', choose: ['a', 'b'] }] };
const memory = (answers = new Map<string, AnswerResponse>()) => ({
  find: async (request: string) => answers.get(request),
  add: (request: string, response: AnswerResponse) => void answers.set(request, response),
});
const GOOD: Answer = { label: 'a', probabilities: { a: 1, b: 0 } };

describe('a model within time', () => {
  it('is asked as long as an answer can still come in time, then it is busy', async () => {
    const clock = new JumpingClock();
    const { model, asked } = scriptedModel(() => ({ mood: GOOD }));
    const timed = withinTime(model, clock, clock.now() + 240_000);
    await clock.jump(160_000);
    await timed.answer(REQUEST);
    await clock.jump(1);
    await expect(timed.answer(REQUEST)).rejects.toMatchObject({ name: ERROR.modelBusy });
    expect(asked).toHaveLength(1);
  });
});

describe('a resumable model', () => {
  it('is not asked again what it has answered', async () => {
    const { model, asked } = scriptedModel(() => ({ mood: GOOD }));
    const remembered = memory();
    const first = await resumable(model, remembered).answer(REQUEST);
    expect(await resumable(model, remembered).answer(REQUEST)).toEqual(first);
    await resumable(model, remembered).answer({ ...REQUEST, prefix: 'another' });
    expect(asked.map(({ prefix }) => prefix)).toEqual(['a call', 'another']);
  });

  it('is asked again where a branch had failed', async () => {
    const mood = { error: { code: 'DEADLINE_EXCEEDED', message: 'too late' } } as const;
    const { model, asked } = scriptedModel(() => ({ mood }));
    const patient = resumable(model, memory());
    await patient.answer(REQUEST);
    await patient.answer(REQUEST);
    expect(asked).toHaveLength(2);
  });
});
