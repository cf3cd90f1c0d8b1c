import { describe, expect, it } from 'vitest';
import { readable } from '../../../containers/whisper/src/once.ts';
import { turnsOf } from '../../../containers/whisper/src/conversation/turns.ts';

describe('a transcript for people', () => {
  it('says when, who and what, and which engine heard it', () => {
    const words = [
      { text: 'hello', start: 1.24, end: 1.5, confidence: 1 },
      { text: 'goodbye', start: 239.96, end: 241, confidence: 1 },
    ];
    const turns = turnsOf([{ channel: 1, language: 'en', words }], {
      channels: 2,
      agentChannel: 'left',
    });
    const text = readable({
      schemaVersion: 1,
      callId: 'call-1',
      revision: 'once',
      durationSeconds: 242,
      channels: 2,
      engine: { name: 'an-engine', model: 'm', modelSha256: null, version: '1' },
      turns,
      rejected: [],
      redacted: false,
    });
    expect(text.split('\n')).toEqual([
      '  0:01.2  customer  hello',
      '  4:00.0  customer  goodbye',
      '(heard by an-engine)',
      '',
    ]);
  });
});
