import { rmSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { evaluated } from './evaluated.ts';
import { Files } from './files.ts';

const files = new Files();
afterAll(() => rmSync(files.folder, { recursive: true }));

const row = (id: string, sentiment: string): unknown => ({ id, labels: { sentiment } });
const good = files.write('good.jsonl', [row('a', 'positive'), row('b', 'negative')]);
const line = (text: string): Buffer =>
  Buffer.from(`${JSON.stringify(row('z', 'neutral'))}\n${text}`);

const BAD: readonly [what: string, content: readonly unknown[] | Buffer, message: RegExp][] = [
  ['a row without an id', [row('a', 'positive'), { labels: {} }], /line 2: id: expected/],
  ['an empty id', [row('', 'positive')], /line 1: id: expected/],
  ['an id that comes twice', [row('a', 'positive'), row('a', 'negative')], /line 2: its id is on/],
  [
    'a line that is not JSON',
    line('my name is Sara\n'),
    /line 2: not JSON: Unexpected token 'm'$/m,
  ],
  ['a line that is cut off', line('{"id": "b", "labels'), /line 2: not JSON: Unterminated string/],
  ['a line that is no object', line('[1, 2]\n'), /line 2: row: /],
  ['another encoding', Buffer.concat([line('{"id":"'), Buffer.from([0xe9])]), /line 2: not UTF-8/],
  ['UTF-16', Buffer.from('\ufeff{"id":"a"}\n', 'utf16le'), /line 1: not UTF-8/],
  ['no rows', [], /no rows/],
];

describe('a file that cannot be used', () => {
  it.each(BAD)('as gold is refused with its reason: %s', async (_, content, message) => {
    const gold = files.write('bad.jsonl', content);
    const { exitCode, stdout, stderr } = await evaluated(
      'sentiment',
      '--gold',
      gold,
      '--pred',
      good,
    );
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr).not.toContain('Sara');
  });

  it.each(BAD)('as predictions is refused with its reason: %s', async (_, content, message) => {
    const pred = files.write('bad.jsonl', content);
    const { exitCode, stderr } = await evaluated('sentiment', '--gold', good, '--pred', pred);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(message);
  });

  it('is one of another set', async () => {
    const pred = files.write('other.jsonl', [row('x', 'positive')]);
    const { exitCode, stderr } = await evaluated('sentiment', '--gold', good, '--pred', pred);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('predictions of another set');
  });

  it('is not there, or a folder', async () => {
    for (const gold of [`${files.folder}/none.jsonl`, files.folder]) {
      const { exitCode } = await evaluated('sentiment', '--gold', gold, '--pred', good);
      expect(exitCode).toBe(2);
    }
  });

  it('has labels that nobody translated', async () => {
    const gold = files.write('theirs.jsonl', [{ id: 'a', labels: { outcome: 'follow-up' } }]);
    const pred = files.write('ours.jsonl', [{ id: 'a', outcome: 'follow_up_needed' }]);
    const run = ['outcome', '--gold', gold, '--pred', pred, '--json'];
    const refused = await evaluated(...run);
    expect([refused.exitCode, refused.stderr]).toEqual([
      2,
      expect.stringMatching(/line 1: labels\.outcome: unknown label "follow-up", expected one of/),
    ]);
    const translated = await evaluated(...run, '--map', 'follow-up=follow_up_needed');
    expect(translated.report.metrics['accuracy']?.value).toBe(1);
  });

  it('has empty references', async () => {
    const gold = files.write('empty.jsonl', [{ id: 'a', text: 'x', references: [''] }]);
    const { exitCode, stderr } = await evaluated('summary', '--gold', gold, '--pred', good);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/line 1: references/);
  });
});

describe('a file that looks odd', () => {
  it('may begin with a byte order mark, end lines in CR LF and leave lines blank', async () => {
    const text =
      '\ufeff{"id":"a","labels":{"sentiment":"positive"}}\r\n\r\n{"id":"b","sentiment":"negative"}';
    const pred = files.write('windows.jsonl', Buffer.from(text));
    const { report } = await evaluated('sentiment', '--gold', good, '--pred', pred, '--json');
    expect(report.metrics['accuracy']?.value).toBe(1);
  });

  it('may have numbers as ids', async () => {
    const gold = files.write('numbers.jsonl', [{ id: 7, labels: { sentiment: 'neutral' } }]);
    const pred = files.write('texts.jsonl', [row('7', 'neutral')]);
    const { report } = await evaluated('sentiment', '--gold', gold, '--pred', pred, '--json');
    expect(report.metrics['accuracy']?.value).toBe(1);
  });
});

const SCORE = ['sentiment', '--gold', good, '--pred', good];

describe('a command line that makes no sense', () => {
  it.each([
    ['--gold FILE is missing', ['sentiment', '--pred', good]],
    ['expected either --pred FILE or --engine NAME', ['sentiment', '--gold', good]],
    ['expected either --pred FILE', [...SCORE, '--engine', 'baseline']],
    ['no engine hears text', ['speech', '--gold', good, '--engine', 'baseline']],
    ["'mood' is invalid", ['mood', '--gold', good, '--pred', good]],
    ['takes no paths', [...SCORE, 'samples']],
    ['METRIC=NUMBER', [...SCORE, '--min', 'accuracy']],
    ['no such metric', [...SCORE, '--min', 'mood=.8']],
    ['FROM=TO', [...SCORE, '--map', 'x']],
    ['whole number', [...SCORE, '--seed', 'x']],
    ['--encoder is for summary', [...SCORE, '--encoder', 'x']],
    ['expected --encoder FOLDER', [...SCORE, '--encoder-layer', '1']],
  ])('is told: %s', async (message, args) => {
    const { exitCode, stderr } = await evaluated(...args);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(message);
  });

  it('asks for a language model that is not here', async () => {
    const gold = files.write('text.jsonl', [
      { id: 'a', text: 'x', labels: { sentiment: 'neutral' } },
    ]);
    const { exitCode, stderr } = await evaluated('sentiment', '--gold', gold, '--engine', 'jais');
    expect(exitCode).toBe(1);
    expect(stderr).toContain('no language model here');
  });
});
