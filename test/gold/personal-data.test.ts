import { describe, expect, it } from 'vitest';
import { PII_KINDS } from '../../scripts/gold/kinds.ts';
import { unmark } from '../../scripts/gold/marks.ts';
import { calls, LANGUAGES } from './own-rows.ts';
import { SHAPES } from './shapes.ts';

describe('marked personal data', () => {
  const marked = calls.flatMap((row) =>
    row.pii.map(({ turn, start, end, kind }) => ({
      id: row.id,
      kind,
      text: row.turns?.[turn]?.text.slice(start, end) ?? '',
    })),
  );

  it.each(PII_KINDS)('looks like what it is, in both languages: %s', (kind) => {
    const own = marked.filter((span) => span.kind === kind);
    expect(new Set(own.map(({ id }) => id.slice(0, 2)))).toEqual(new Set(LANGUAGES));
    expect(own.filter(({ text }) => !SHAPES[kind](text))).toEqual([]);
  });

  it('is marked at every mention of a name', () => {
    for (const row of calls) {
      const names = new Set(
        marked
          .filter(({ id, kind }) => id === row.id && kind === 'NAME')
          .flatMap(({ text }) => text.split(' ')),
      );
      for (const [turn, { text }] of (row.turns ?? []).entries()) {
        const rest = row.pii
          .filter((span) => span.turn === turn)
          .reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), text);
        const words = rest.split(/[^\p{L}\p{M}]+/u);
        expect(
          words.filter((word) => names.has(word)),
          `${row.id} turn ${turn}`,
        ).toEqual([]);
      }
    }
  });
});

describe('a mark', () => {
  it('leaves its text, and where it was', () => {
    expect(unmark('I am {NAME:Mona}, {OTP:1234}.')).toEqual({
      text: 'I am Mona, 1234.',
      spans: [
        { start: 5, end: 9, kind: 'NAME' },
        { start: 11, end: 15, kind: 'OTP' },
      ],
    });
  });

  it.each(['{NOISE:x}', '{NAME:x', 'x}', '{NAME:}'])('is refused when it is none: %s', (line) => {
    expect(() => unmark(line)).toThrow(SyntaxError);
  });
});
