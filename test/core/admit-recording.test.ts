import { beforeEach, describe, expect, it } from 'vitest';
import { admitRecording, type AdmissionPorts } from '../../core/admit-recording.ts';
import { Admission, callIdOf } from '../../core/call.ts';
import { MemoryRegister } from '../support/memory-register.ts';
import { aRecording } from '../support/recordings.ts';

const RULES = { maxDurationSeconds: 7200 };
const FACTS = { durationSeconds: 42.5, channels: 2, userMetadata: {} };

let register: MemoryRegister;
let ports: AdmissionPorts;
beforeEach(() => {
  register = new MemoryRegister();
  ports = {
    register,
    probe: () => Promise.resolve(FACTS),
    isRunning: () => Promise.resolve(true),
    findTranscript: () => Promise.resolve(null),
    now: () => '2026-01-05T09:00:00.000Z',
  };
});

const admit = (recording = aRecording()) => admitRecording(recording, 'execution-1', ports, RULES);
const record = () => [...register.records.values()][0];

describe('admitting a recording', () => {
  it('sends a call to be transcribed, with what its container and its recorder say', async () => {
    ports.probe = () =>
      Promise.resolve({ ...FACTS, userMetadata: { language: 'AR-jo', 'agent-channel': 'right' } });
    const admission = await admit();
    expect(Admission.parse(admission)).toEqual(admission);
    expect(admission).toMatchObject({
      admission: 'transcribe',
      call: { durationSeconds: 42.5, channels: 2, language: 'ar', agentChannel: 'right' },
    });
    expect(record()).toMatchObject({ status: 'RECEIVED', metadata: { language: 'ar' } });
  });

  it('knows a call by a hash, never by its name', async () => {
    const recording = aRecording({ key: 'recordings/+962 79 555 0101 أحمد.wav' });
    const { call } = await admit(recording);
    expect(call?.callId).toBe(callIdOf(recording));
    expect(call?.callId).toMatch(/^[0-9a-f]{32}$/);
    expect(JSON.stringify(call)).not.toContain('555');
  });

  it('goes on from a transcript that an earlier try left', async () => {
    const transcript = { bucket: 'b', key: 'transcripts/x', versionId: 'v' };
    ports.findTranscript = () => Promise.resolve(transcript);
    expect(await admit()).toMatchObject({ admission: 'analyse', transcript });
    expect(record()).toMatchObject({ status: 'RECEIVED', transcript });
  });

  it.each([
    ['EMPTY', { ...FACTS, durationSeconds: 0 }],
    ['TOO_MANY_CHANNELS', { ...FACTS, channels: 8 }],
    ['TOO_LONG', { ...FACTS, durationSeconds: 10_800 }],
    ['NOT_AUDIO', 'NOT_AUDIO'],
    ['TRUNCATED', 'TRUNCATED'],
    ['GONE', 'GONE'],
  ] as const)('claims, then refuses a recording: %s', async (code, facts) => {
    ports.probe = () => Promise.resolve(facts);
    expect(await admit()).toEqual({ admission: 'rejected', call: null, rejected: { code } });
    expect(record()?.status).toBe('RECEIVED');
  });

  it('admits a recording whose container does not tell its length', async () => {
    ports.probe = () => Promise.resolve({ ...FACTS, durationSeconds: null, channels: null });
    expect(await admit()).toMatchObject({
      admission: 'transcribe',
      call: { durationSeconds: null, channels: null },
    });
  });

  it('does nothing for a call that another execution has', async () => {
    await admit();
    const other = await admitRecording(aRecording(), 'execution-2', ports, RULES);
    expect(other).toEqual({ admission: 'none', call: null });
  });

  it('does nothing for the folder markers that consoles make', async () => {
    expect(await admit(aRecording({ key: 'recordings/2026/' }))).toMatchObject({
      admission: 'none',
    });
    expect(register.records.size).toBe(0);
  });
});
