import { beforeEach, describe, expect, it } from 'vitest';
import { advanceCall, claimCall, closeCall } from '../../core/call-register.ts';
import type { Call, CallRecord } from '../../core/call.ts';
import { comparableSequencer } from '../../core/call.ts';
import { MemoryRegister } from '../support/memory-register.ts';
import { aRecord } from '../support/recordings.ts';

const running = () => Promise.resolve(true);
const ended = () => Promise.resolve(false);
const newer = { revision: 'version-2', sequencer: comparableSequencer('0055AED6DCD90281E6') };

let register: MemoryRegister;
beforeEach(() => {
  register = new MemoryRegister();
});

const given = (record: CallRecord) => register.records.set(record.callId, record);
const held = () => register.records.get(aRecord().callId);

describe('claiming a call', () => {
  it('succeeds when nobody has it', async () => {
    expect(await claimCall(aRecord(), register, running)).toBe(true);
    expect(held()).toEqual(aRecord());
  });

  it('succeeds again for the same execution, as after a killed handler', async () => {
    await claimCall(aRecord(), register, running);
    expect(await claimCall(aRecord(), register, running)).toBe(true);
  });

  it('fails while another execution of the same revision runs', async () => {
    given(aRecord());
    expect(await claimCall(aRecord({ executionArn: 'other' }), register, running)).toBe(false);
    expect(held()?.executionArn).toBe('execution-1');
  });

  it('takes over from an execution that ended before the call did', async () => {
    given(aRecord());
    expect(await claimCall(aRecord({ executionArn: 'other' }), register, ended)).toBe(true);
    expect(held()?.executionArn).toBe('other');
  });

  it('takes over a failed call, so that it can be submitted again', async () => {
    given(aRecord({ status: 'FAILED', code: 'ENGINE_FAILED' }));
    expect(await claimCall(aRecord({ executionArn: 'other' }), register, ended)).toBe(true);
    expect(held()).toMatchObject({ status: 'RECEIVED', executionArn: 'other' });
    expect(held()).not.toHaveProperty('code');
  });

  it.each(['ANALYSED', 'REJECTED'] as const)('leaves a call alone that is %s', async (status) => {
    given(aRecord({ status }));
    expect(await claimCall(aRecord({ executionArn: 'other' }), register, ended)).toBe(false);
  });

  it('lets a newer revision win over a running execution of an older one', async () => {
    given(aRecord());
    const claim = aRecord({ ...newer, executionArn: 'other' });
    expect(await claimCall(claim, register, running)).toBe(true);
    expect(held()?.revision).toBe('version-2');
  });

  it('refuses an older revision that comes late', async () => {
    given(aRecord({ ...newer, status: 'FAILED' }));
    expect(await claimCall(aRecord({ executionArn: 'other' }), register, ended)).toBe(false);
  });

  it('gives ten claims at once to exactly one', async () => {
    const claims = Array.from({ length: 10 }, (_, at) =>
      claimCall(aRecord({ executionArn: `execution-${at}` }), register, running),
    );
    const outcomes = await Promise.all(claims);
    expect(outcomes.filter(Boolean)).toHaveLength(1);
    expect(register.writes).toBe(1);
  });
});

describe('advancing a call', () => {
  const call: Call = {
    callId: aRecord().callId,
    revision: 'version-1',
    executionArn: 'execution-1',
    durationSeconds: 5,
    channels: 2,
    language: null,
    agentChannel: null,
  };

  it('adds what a stage found', async () => {
    given(aRecord());
    const record = await advanceCall(call, { status: 'TRANSCRIBED', durationSeconds: 5 }, register);
    expect(record).toMatchObject({ status: 'TRANSCRIBED', durationSeconds: 5 });
    expect(held()).toEqual(record);
  });

  it.each([
    ['a newer revision has it', newer],
    ['another execution has it', { executionArn: 'other' }],
  ])('is superseded when %s', async (_, change) => {
    given(aRecord(change));
    await expect(advanceCall(call, { status: 'ANALYSED' }, register)).rejects.toMatchObject({
      name: 'CallSuperseded',
    });
    expect(held()?.status).toBe('RECEIVED');
  });
});

describe('closing a call', () => {
  const ending = aRecord({
    status: 'FAILED',
    code: 'INTERNAL',
    failedAt: '2026-01-05T10:00:00.000Z',
    receivedAt: undefined,
  });

  it('writes a record even where none was claimed', async () => {
    expect(await closeCall(ending, register)).toEqual(ending);
    expect(held()).toEqual(ending);
  });

  it('keeps what earlier stages stored', async () => {
    given(aRecord({ status: 'TRANSCRIBED', transcriptionEngine: 'an engine' }));
    expect(await closeCall(ending, register)).toMatchObject({
      status: 'FAILED',
      code: 'INTERNAL',
      transcriptionEngine: 'an engine',
    });
  });

  it.each(['ANALYSED', 'REJECTED', 'FAILED'] as const)(
    'keeps the end that this execution wrote before: %s',
    async (status) => {
      given(aRecord({ status }));
      expect((await closeCall(ending, register)).status).toBe(status);
      expect(register.writes).toBe(0);
    },
  );

  it('is superseded when another execution has the call', async () => {
    given(aRecord({ executionArn: 'other' }));
    await expect(closeCall(ending, register)).rejects.toMatchObject({ name: 'CallSuperseded' });
  });
});
