import { describe, expect, it } from 'vitest';
import { type BusinessHours, isWarm } from '../../core/business-hours.ts';
import { ERROR } from '../../core/contract.ts';
import type { JsonValue } from '../../local/workflow/json.ts';
import { PROCESS_CALL_DEFINITION } from '../../statemachines/bindings.ts';
import { named, outputOf, start, workflow } from '../local/workflow/harness.ts';
import { JumpingClock } from '../support/jumping-clock.ts';
import { textOf } from '../support/project-files.ts';

const HOUR = 3_600_000;
const HOURS: BusinessHours = {
  timeZone: 'Asia/Amman',
  weekdays: ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday'],
  open: '09:00',
  close: '18:00',
  prewarmMinutes: 20,
  holidays: [{ from: '2027-03-09', to: '2027-03-12', name: 'Eid al-Fitr' }],
};
const OPEN_AFTER_HOLIDAY = Date.parse('2027-03-14T08:40:00+03:00');
const OPEN_AFTER_WEEKEND = Date.parse('2027-03-21T08:40:00+03:00');

const DETAIL = {
  source: 'sada.calls',
  detailType: 'Call Analysed',
  detail: { callId: 'c1', revision: 'r1', status: 'ANALYSED' },
};
const ANSWERS: Record<string, JsonValue> = {
  AdmitRecording: {
    admission: 'transcribe',
    call: {
      callId: 'c1',
      revision: 'r1',
      durationSeconds: 300,
      channels: 2,
      language: 'ar',
      agentChannel: 'left',
    },
  },
  RefineTranscript: { transcript: { key: 'transcripts/c1/r1/e.json' } },
  AnalyseCall: DETAIL,
};

/** The real state machine, whose model has copies while the hours are warm; notes each call. */
async function callArriving(at: string) {
  const clock = new JumpingClock(Date.parse(at));
  const invoked: { name: string; at: number }[] = [];
  const system = workflow({
    clock,
    invoke: async (name) => {
      invoked.push({ name, at: clock.now() });
      const isAsleep = name === 'AnalyseCall' && !isWarm(HOURS, clock.now());
      if (isAsleep) throw named(ERROR.modelHasNoCapacity);
      return { payload: ANSWERS[name] ?? {} };
    },
  });
  const text = textOf(PROCESS_CALL_DEFINITION).replaceAll(/\$\{(\w+)\}/g, '$1');
  const execution = await start(system.engine, text, {
    detail: { bucket: { name: 'b' }, object: { key: 'recordings/call.wav' } },
  });
  const transcribed = (): void => {
    const { taskToken } = JSON.parse(system.sent[0]?.body ?? '{}') as { taskToken: string };
    system.engine.sendTaskSuccess(taskToken, '{"rawTranscript":{"key":"work/c1"}}');
  };
  return { ...system, execution, invoked, transcribed };
}

describe('a call that arrives in closed hours', () => {
  it('waits in the queue through a week of holidays, and nothing runs for it', async () => {
    const call = await callArriving('2027-03-08T20:00:00+03:00');
    await call.clock.jump(OPEN_AFTER_HOLIDAY - call.clock.now());
    expect(call.invoked.map(({ name }) => name)).toEqual(['AdmitRecording']);
    expect(call.sent).toHaveLength(1);
    call.transcribed();
    await call.clock.jump(HOUR);
    expect(outputOf(call.execution)).toMatchObject({ status: 'ANALYSED' });
  });

  it('waits for the model over a weekend, and is read within a quarter of an hour of the opening', async () => {
    const call = await callArriving('2027-03-18T18:01:00+03:00');
    call.transcribed();
    await call.clock.jump(OPEN_AFTER_WEEKEND + HOUR - call.clock.now());
    expect(outputOf(call.execution)).toMatchObject({ status: 'ANALYSED' });
    const tries = call.invoked.filter(({ name }) => name === 'AnalyseCall');
    expect(tries.at(-1)?.at).toBeLessThanOrEqual(OPEN_AFTER_WEEKEND + HOUR / 4);
    // Sixty-three hours, every quarter of one.
    expect(tries.length).toBeLessThan(63 * 4 + 30);
  });
});
