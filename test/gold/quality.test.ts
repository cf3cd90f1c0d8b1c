import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answers } from '../../cli/evaluate/answers.ts';
import { jsonLines } from '../../scripts/gold/json-lines.ts';
import { qualityDocument, type Quality } from '../../scripts/quality/document/index.ts';
import { askedOnce } from '../../scripts/quality/asked-once.ts';
import { engines } from '../../scripts/quality/engines.ts';
import { goldSetsIn } from '../../scripts/quality/gold-sets.ts';
import { measureAll } from '../../scripts/quality/measure.ts';
import { sourceRevision } from '../../scripts/quality/source-revision.ts';
import { aModel } from '../core/language-model-analyser/support.ts';

/** Says positive to everything, masks every name and repeats the reference. */
const cheerful: Answers = {
  name: 'cheerful',
  of: async ({ id, turns, references }) => ({
    id,
    sentiment: 'positive',
    outcome: 'resolved',
    topics: ['refund'],
    summary: (references as string[] | undefined)?.[0] ?? null,
    redactedTurns: turns?.map(({ text }) => ({ text: text.replace('Mona', '[NAME]') })) ?? [],
  }),
  size: null,
  close: async () => undefined,
};

const SUMMARIES = ['positive', 'positive', 'negative'].map((sentiment, at) => ({
  id: `s${at}`,
  lang: 'ar',
  text: 'نص',
  labels: { sentiment },
}));
const CALLS = [
  {
    id: 'c1',
    lang: 'en',
    turns: [{ speaker: 'agent', text: 'I am Mona, code 1234' }],
    labels: { sentiment: 'negative', outcome: 'resolved', topics: ['refund', 'billing'] },
    references: ['Nothing came of it.'],
    pii: [
      { turn: 0, start: 5, end: 9, kind: 'NAME' },
      { turn: 0, start: 16, end: 20, kind: 'OTP' },
    ],
  },
];

const folder = mkdtempSync(join(tmpdir(), 'sada-quality-test-'));
const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
const revision = (): Promise<string> => sourceRevision(['engine.ts'], folder);

beforeAll(() => {
  mkdirSync(join(folder, 'deep'));
  write('summaries.jsonl', jsonLines(SUMMARIES));
  write('deep/calls.jsonl', jsonLines(CALLS));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function quality(): Promise<Quality> {
  const sets = goldSetsIn(folder);
  const state = { name: 'cheerful', state: 'measured', revision: 'abc123' };
  return {
    engines: [state],
    sets,
    measured: await measureAll(sets, [cheerful]),
    recordings: null,
  };
}

const documentLines = async (): Promise<string[]> => qualityDocument(await quality()).split('\n');

describe('the document on quality', () => {
  it('finds what each set can be scored for', () => {
    expect(goldSetsIn(folder).map(({ name, tasks }) => [name, tasks])).toEqual([
      ['deep/calls', ['sentiment', 'outcome', 'summary', 'topics', 'redaction']],
      ['summaries', ['sentiment']],
    ]);
  });

  it('tells every figure with its set, n, engine, interval and the commonest label', async () => {
    const row = (await documentLines()).find((line) =>
      line.startsWith('| summaries | 3 | cheerful'),
    );
    expect(row).toContain('| 0.667 (0.208 to 0.939) |');
    expect(row).toContain('positive: accuracy 0.667');
  });

  it('tells the recall of each kind with the number of its spans', async () => {
    const lines = await documentLines();
    expect(lines).toContain('| deep/calls | NAME | 1 | cheerful | 1.000 (0.207 to 1.000) |');
    expect(lines).toContain('| deep/calls | OTP | 1 | cheerful | 0.000 (0.000 to 0.793) |');
  });

  it('measures summaries beside the first turns of the call', async () => {
    const rows = (await documentLines()).filter((line) => line.startsWith('| deep/calls | 1 |'));
    expect(rows.some((row) => row.includes('| cheerful | 1.000 (1.000 to 1.000) |'))).toBe(true);
    expect(rows.some((row) => row.includes('| first 3 turns | 0.000 (0.000 to 0.000) |'))).toBe(
      true,
    );
  });

  it('is the same when it is made again', async () => {
    expect(await documentLines()).toEqual(await documentLines());
  });
});

describe('an engine', () => {
  it('is measured with its revision, or says why it is not', async () => {
    const [baseline, jais] = await engines();
    expect(baseline).toMatchObject({ name: 'baseline', state: 'measured' });
    expect(baseline?.revision).toMatch(/^[0-9a-f]{12}$/);
    expect(jais).toMatchObject({ name: 'jais', answers: null, revision: null });
    expect(jais?.state).toMatch(/^not available: /);
  });

  it('that needs a language model is measured by the one that is given', async () => {
    const served = { model: aModel().model, name: 'tiny.gguf', sha256: 'ab'.repeat(32) };
    const [baseline, jais] = await engines(served);
    expect(baseline?.state).toBe('measured');
    expect(jais?.state).toBe('measured, tiny.gguf (sha256 abababababab)');
    expect(jais?.revision).toMatch(/^[0-9a-f]{12}$/);
    const answer = await jais?.answers?.of({ id: 'c1', text: 'my router is dead' });
    expect(answer).toMatchObject({ id: 'c1', engine: 'jais', sentiment: 'negative' });
  });

  it('is asked once for a row, whatever it is scored for, and again for another', async () => {
    const asked: string[] = [];
    const answers = askedOnce({
      ...cheerful,
      of: async ({ id }) => {
        asked.push(id);
        return { id };
      },
    });
    await answers.of({ id: 'a', text: 'x', labels: { outcome: 'resolved' } });
    await answers.of({ id: 'a', text: 'x' });
    await answers.of({ id: 'a', text: 'y' });
    await answers.of({ id: 'b', text: 'x' });
    expect(asked).toEqual(['a', 'a', 'b']);
  });

  it('has another revision when a source that it imports changes, and only then', async () => {
    write('engine.ts', "export { words } from './words.ts';");
    write('words.ts', "export const words = ['good'];");
    const first = await revision();
    write('unrelated.ts', 'export {};');
    expect(await revision()).toBe(first);
    write('words.ts', "export const words = ['bad'];");
    expect(await revision()).not.toBe(first);
  });
});

describe('docs/benchmarks/quality.md', () => {
  const root = new URL('../../', import.meta.url).pathname;
  const written = readFileSync(join(root, 'docs/benchmarks/quality.md'), 'utf8');

  it.each(goldSetsIn(join(root, 'test/gold')))('was made of the set as it is: $name', (set) => {
    const line = written.split('\n').find((line) => line.startsWith(`| ${set.name} `));
    expect(line).toContain(set.revision);
  });
});
