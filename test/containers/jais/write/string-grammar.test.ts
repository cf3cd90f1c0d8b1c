import { describe, expect, it } from 'vitest';
import { hasEnded, stringFrom } from '../../../../containers/jais/src/write/string-grammar.ts';

const plan = { kind: 'string', nullable: false, minLength: 0, maxLength: 6 } as const;

describe('the text of a string', () => {
  it('ends at its quote, and at no escaped one', () => {
    expect(hasEnded('said \\"no')).toBe(false);
    expect(hasEnded('said \\"no\\""')).toBe(true);
    expect(hasEnded('back\\\\"')).toBe(true);
    expect(hasEnded('back\\')).toBe(false);
  });

  it.each([
    ['مرحبا"', 'مرحبا'],
    ['a\\"b\\n"', 'a"b\n'],
    ['cut \\', 'cut '],
    ['more than six"', 'more t'],
    ['\uFFFDok\uFFFD"', 'ok'],
    ['a\u0007b\nc"', 'a b c'],
  ])('%j is %j', (text, value) => {
    expect(stringFrom(text, plan)).toBe(value);
  });

  it('is never shorter than its least length', () => {
    expect(stringFrom('\uFFFD\uFFFD"', { ...plan, minLength: 2 })).toBe('\uFFFD\uFFFD');
    expect(stringFrom('', { ...plan, minLength: 2 })).toBe('\uFFFD\uFFFD');
  });
});
