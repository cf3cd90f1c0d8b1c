import { describe, expect, it } from 'vitest';
import { DEMO } from '../../../containers/whisper/src/engines/select.ts';
import { configFrom } from '../../../containers/whisper/src/config.ts';

const needed = {
  SADA_JOB_QUEUE_URL: 'http://127.0.0.1:4010/000000000000/jobs',
  SADA_BUCKET: 'calls',
};

describe('the configuration', () => {
  it('needs a queue and a bucket and has defaults for the rest', () => {
    expect(configFrom(needed)).toEqual({
      jobQueueUrl: needed.SADA_JOB_QUEUE_URL,
      bucket: 'calls',
      engine: DEMO,
      concurrency: 1,
      longestSeconds: 14_400,
      idleMinutes: null,
      noiseReduction: false,
      visibilitySeconds: 60,
      graceSeconds: 100,
    });
  });

  it.each([
    ['SADA_JOB_QUEUE_URL', 'jobs'],
    ['SADA_BUCKET', ''],
    ['SADA_TRANSCRIPTION_ENGINE', 'whisper of tomorrow'],
    ['SADA_WORKER_CONCURRENCY', '0'],
    ['SADA_WORKER_CONCURRENCY', 'many'],
  ])('refuses %s=%s by name', (name, value) => {
    expect(() => configFrom({ ...needed, [name]: value })).toThrow(name);
  });
});
