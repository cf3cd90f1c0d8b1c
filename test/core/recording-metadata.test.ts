import { describe, expect, it } from 'vitest';
import { recordingMetadata } from '../../core/recording-metadata.ts';

const KEY = 'recordings/agent7_billing_ar_20260105.wav';
const PATTERN = String.raw`(?<agentId>agent\d+)_(?<queue>[a-z]+)_(?<language>[a-z]{2})_`;

describe('recording metadata', () => {
  it('comes from the user metadata of the object', () => {
    const said = {
      'agent-id': 'A7',
      'customer-id': 'C9',
      queue: 'billing',
      language: 'en',
      'started-at': '2026-01-05T09:00:00Z',
      'agent-channel': 'left',
    };
    expect(recordingMetadata(said, KEY)).toEqual({
      agentId: 'A7',
      customerId: 'C9',
      queue: 'billing',
      language: 'en',
      startedAt: '2026-01-05T09:00:00Z',
      agentChannel: 'left',
    });
  });

  it('comes from the file name where the object says nothing', () => {
    const expected = { agentId: 'agent7', queue: 'billing', language: 'ar' };
    expect(recordingMetadata({}, KEY, PATTERN)).toEqual(expected);
    expect(recordingMetadata({ queue: 'sales' }, KEY, PATTERN)).toEqual({
      ...expected,
      queue: 'sales',
    });
  });

  it('is unknown where neither says', () => {
    expect(recordingMetadata({}, 'recordings/x.wav', PATTERN)).toEqual({});
  });

  it.each([
    ['language', 'fr'],
    ['language', 'arabic!'],
    ['started-at', 'yesterday'],
    ['agent-channel', 'middle'],
    ['queue', '   '],
  ])('leaves out a value that breaks its rule: %s = %s', (name, value) => {
    expect(recordingMetadata({ [name]: value }, KEY)).toEqual({});
  });

  it.each(['ar-JO', 'AR', 'ar_SA'])('reads the language tag %s as Arabic', (tag) => {
    expect(recordingMetadata({ language: tag }, KEY)).toEqual({ language: 'ar' });
  });
});
