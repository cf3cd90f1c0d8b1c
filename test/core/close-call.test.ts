import { describe, expect, it } from 'vitest';
import { endingOf, failureCodeOf, failureCodeOfExecution } from '../../core/close-call.ts';
import { eventOf } from '../../core/events.ts';
import { aRecord, aRecording } from '../support/recordings.ts';

const AT = '2026-01-05T10:00:00.000Z';

describe('the code of a failure', () => {
  it.each([
    ['transcribe', 'ENGINE_UNAVAILABLE', 'ENGINE_UNAVAILABLE'],
    ['transcribe', 'States.HeartbeatTimeout', 'TIMED_OUT'],
    ['transcribe', 'SQS.SdkClientException', 'ENGINE_FAILED'],
    ['refine', 'TypeError', 'INTERNAL'],
    ['analyse', 'TypeError', 'ANALYSIS_FAILED'],
    ['admit', 'Lambda.Unknown', 'INTERNAL'],
    ['admit', 'States.Timeout', 'TIMED_OUT'],
  ] as const)('in %s with %s is %s', (stage, error, code) => {
    expect(failureCodeOf(stage, error)).toBe(code);
  });

  it('of an execution that nothing caught is its status, or ours', () => {
    const codes = (['FAILED', 'TIMED_OUT', 'ABORTED'] as const).map(failureCodeOfExecution);
    expect(codes).toEqual(['INTERNAL', 'TIMED_OUT', 'ABORTED']);
  });
});

describe('the event of a call', () => {
  it('says status, code and message of a rejection', () => {
    const ending = { status: 'REJECTED', code: 'NO_SPEECH' } as const;
    expect(eventOf(endingOf(aRecording(), 'execution-1', ending, AT))).toMatchObject({
      source: 'sada.calls',
      detailType: 'Call Rejected',
      detail: { status: 'REJECTED', code: 'NO_SPEECH', occurredAt: AT },
    });
  });

  it('holds labels and references, and neither text nor the recording’s name', () => {
    const record = aRecord({
      status: 'ANALYSED',
      analysedAt: AT,
      sentiment: 'negative',
      outcome: 'resolved',
      summary: 'The customer asked for a refund.',
      topics: ['refund'],
      analysis: { bucket: 'b', key: 'analyses/x', versionId: 'v' },
      metadata: { customerId: '+962795550101' },
    });
    const text = JSON.stringify(eventOf(record));
    expect(text).toContain('analyses/x');
    for (const secret of ['asked for', record.recording.key, '5550101']) {
      expect(text).not.toContain(secret);
    }
  });

  it('is refused for a call that has not ended', () => {
    expect(() => eventOf(aRecord())).toThrow('RECEIVED');
  });
});
