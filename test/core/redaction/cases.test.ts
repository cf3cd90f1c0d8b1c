import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { redactorFor } from '../../../core/redaction/index.ts';

/** A piece of a call as gold marks it: `{KIND:text}` is personal, all else stays. */
interface Case {
  readonly title: string;
  readonly turns: { speaker: 'agent' | 'customer'; marked: string }[];
}

const MARK = /\{[A-Z_]+:([^}]*)\}/g;

function casesOf(language: string): Case[] {
  const text = readFileSync(new URL(`cases/${language}.txt`, import.meta.url), 'utf8');
  return text.split(/\n\n+/).map((part) => {
    const [title = '', ...lines] = part.trim().split('\n');
    return {
      title: title.replace(/^# /, ''),
      turns: lines.map((line) => ({
        speaker: line.startsWith('A') ? 'agent' : 'customer',
        marked: line.slice(3),
      })),
    };
  });
}

describe.each(['en', 'ar'])('pieces of calls in %s', (language) => {
  it.each(casesOf(language).map(({ title, turns }) => [title, turns] as const))(
    '%s',
    (_, turns) => {
      const heard = turns.map(({ speaker, marked }) => ({
        speaker,
        text: marked.replaceAll(MARK, '$1'),
      }));
      const redactor = redactorFor(
        heard.length === 1 ? [...heard, { speaker: 'agent', text: 'ok' }] : heard,
      );
      const shown = heard.map((_, at) => redactor.turn(at).replaceAll(/\[[A-Z_]+\]/g, '[]'));
      expect(shown).toEqual(turns.map(({ marked }) => marked.replaceAll(MARK, '[]')));
    },
  );
});
