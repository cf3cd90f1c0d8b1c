import { describe, expect, it } from 'vitest';
import { compilePattern } from '../../../../local/services/event-bridge/pattern.ts';

const EVENT = {
  source: 'aws.s3',
  'detail-type': 'Object Created',
  resources: ['arn:aws:s3:::recordings', 'arn:aws:s3:::other'],
  detail: {
    bucket: { name: 'recordings' },
    object: { key: 'recordings/call.wav', size: 0 },
    final: false,
    code: null,
    stages: [
      { name: 'admit', ok: true },
      { name: 'refine', ok: false },
    ],
    none: [],
  },
};

describe('an event pattern', () => {
  it.each([
    ['one exact value', { source: ['aws.s3'] }, true],
    ['one of several values', { source: ['aws.sqs', 'aws.s3'] }, true],
    ['no such value', { source: ['aws.sqs'] }, false],
    ['another case of letters', { source: ['AWS.S3'] }, false],
    ['all fields', { source: ['aws.s3'], 'detail-type': ['Object Created'] }, true],
    ['all fields but one', { source: ['aws.s3'], 'detail-type': ['Object Deleted'] }, false],
    ['a nested field', { detail: { bucket: { name: ['recordings'] } } }, true],
    ['a number that is 0', { detail: { object: { size: [0] } } }, true],
    ['a number as text', { detail: { object: { size: ['0'] } } }, false],
    ['false', { detail: { final: [false] } }, true],
    ['null', { detail: { code: [null] } }, true],
    ['null where there is nothing', { detail: { missing: [null] } }, false],
    ['an element of a list', { resources: ['arn:aws:s3:::other'] }, true],
    ['a list without it', { resources: ['arn:aws:s3:::third'] }, false],
    ['an object in a list', { detail: { stages: { name: ['refine'], ok: [false] } } }, true],
    ['fields of two objects', { detail: { stages: { name: ['admit'], ok: [false] } } }, false],
    ['prefix', { detail: { object: { key: [{ prefix: 'recordings/' }] } } }, true],
    ['another prefix', { detail: { object: { key: [{ prefix: 'work/' }] } } }, false],
    ['prefix of a number', { detail: { object: { size: [{ prefix: '0' }] } } }, false],
    ['suffix', { detail: { object: { key: [{ suffix: '.wav' }] } } }, true],
    ['another suffix', { detail: { object: { key: [{ suffix: '.mp3' }] } } }, false],
    ['suffix or value', { detail: { object: { key: ['x', { suffix: '.wav' }] } } }, true],
    ['anything-but another', { source: [{ 'anything-but': 'aws.sqs' }] }, true],
    ['anything-but itself', { source: [{ 'anything-but': 'aws.s3' }] }, false],
    ['anything-but a list', { source: [{ 'anything-but': ['aws.s3', 'aws.sqs'] }] }, false],
    ['anything-but a number', { detail: { object: { size: [{ 'anything-but': 1 }] } } }, true],
    ['anything-but prefix', { source: [{ 'anything-but': { prefix: 'aws.' } }] }, false],
    [
      'anything-but suffix',
      { detail: { object: { key: [{ 'anything-but': { suffix: '.mp3' } }] } } },
      true,
    ],
    ['anything-but where there is nothing', { missing: [{ 'anything-but': 'x' }] }, false],
    ['exists', { detail: { final: [{ exists: true }] } }, true],
    ['exists, of null', { detail: { code: [{ exists: true }] } }, true],
    ['exists, of nothing', { detail: { missing: [{ exists: true }] } }, false],
    ['exists not', { detail: { missing: [{ exists: false }] } }, true],
    ['exists not, within nothing', { detail: { missing: { deep: [{ exists: false }] } } }, true],
    ['exists not, of an empty list', { detail: { none: [{ exists: false }] } }, true],
    ['exists not, of a value', { source: [{ exists: false }] }, false],
  ])('%s: %j is %s', (_name, pattern, expected) => {
    expect(compilePattern(pattern)(EVENT)).toBe(expected);
  });

  it.each([
    ['nothing at all', {}],
    ['no object', ['aws.s3']],
    ['a value without a list', { source: 'aws.s3' }],
    ['an empty list', { source: [] }],
    ['an empty object', { detail: {} }],
    ['a comparison that is not built', { detail: { size: [{ numeric: ['>', 0] }] } }],
    ['another one', { source: [{ 'equals-ignore-case': 'AWS.S3' }] }],
    ['$or', { $or: [{ source: ['a'] }, { source: ['b'] }] }],
    ['two comparisons in one', { source: [{ prefix: 'a', suffix: 'b' }] }],
    ['exists of no boolean', { source: [{ exists: 'yes' }] }],
    ['prefix of no text', { source: [{ prefix: 1 }] }],
    ['an empty prefix', { source: [{ prefix: '' }] }],
    ['anything-but nothing', { source: [{ 'anything-but': [] }] }],
    ['anything-but another comparison', { source: [{ 'anything-but': { wildcard: '*' } }] }],
    ['a list in a list', { source: [['aws.s3']] }],
  ])('is refused with %s: %j', (_name, pattern) => {
    expect(() => compilePattern(pattern)).toThrow(
      expect.objectContaining({ name: 'InvalidEventPatternException' }),
    );
  });

  it('is refused with the place of the fault', () => {
    const pattern = { detail: { size: [{ numeric: ['>', 0] }] } };

    expect(() => compilePattern(pattern)).toThrow('at the pattern.detail.size, got {"numeric"');
  });
});
