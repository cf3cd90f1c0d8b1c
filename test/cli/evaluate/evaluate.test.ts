import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { seeded } from '../../../core/seeded-random.ts';
import { evaluated, ran } from './evaluated.ts';
import { Files } from './files.ts';

const files = new Files();
afterAll(() => rmSync(files.folder, { recursive: true }));

const LABELS = ['negative', 'neutral', 'positive'];
const labelled = (id: number, sentiment: string): Record<string, unknown> => ({
  id: String(id),
  lang: id % 2 === 0 ? 'en' : 'ar',
  labels: { sentiment },
});
const labelAt = (at: number): string => LABELS[at % 3] ?? '';

const gold = files.write(
  'gold.jsonl',
  Array.from({ length: 60 }, (_, at) => labelled(at, labelAt(at))),
);
/** Right but for every tenth, without an answer to the last five, with one too many, backwards. */
const pred = files.write(
  'pred.jsonl',
  Array.from({ length: 55 }, (_, at) => labelled(at, labelAt(at % 10 === 9 ? at + 1 : at)))
    .concat(labelled(99, 'neutral'))
    .toReversed(),
);
const worse = files.write(
  'worse.jsonl',
  Array.from({ length: 60 }, (_, at) => labelled(at, at < 40 ? labelAt(at + 1) : 'a rant')),
);

describe('sada evaluate', () => {
  it('prints one JSON object: n, metrics with intervals, what is missing', async () => {
    const { report, exitCode } = await evaluated(
      'sentiment',
      '--gold',
      gold,
      '--pred',
      pred,
      '--json',
    );
    expect(exitCode).toBe(0);
    expect(report).toMatchObject({ task: 'sentiment', n: 60, missing: 5, unparsable: 0, extra: 1 });
    expect(report.metrics['accuracy']?.value).toBeCloseTo(50 / 60, 12);
    for (const name of ['accuracy', 'macroF1', 'weightedF1', 'kappa']) {
      const { value, low, high } = report.metrics[name] ?? {};
      expect(low).toBeLessThan(value ?? 0);
      expect(high).toBeGreaterThan(value ?? 1);
    }
    expect(report.majority).toMatchObject({ label: 'negative', accuracy: 1 / 3 });
    expect(report.confusion?.counts.flat().reduce((sum, count) => sum + count)).toBe(60);
    expect(report.notes.join('\n')).toContain('no answer to 5 of 60 rows: counted as wrong');
  });

  it('gives the same numbers for the same seed, and other intervals for another', async () => {
    const run = ['sentiment', '--gold', gold, '--pred', pred, '--json', '--seed'];
    const [one, same, other] = [
      await evaluated(...run, '4'),
      await evaluated(...run, '4'),
      await evaluated(...run, '5'),
    ];
    expect(one.stdout).toBe(same.stdout);
    expect(one.report.metrics['kappa']).not.toEqual(other.report.metrics['kappa']);
    expect(one.report.metrics['kappa']?.value).toBe(other.report.metrics['kappa']?.value);
  });

  it('is a gate: 1 when a limit is not kept, 0 when all are', async () => {
    const run = ['sentiment', '--gold', gold, '--pred', pred, '--json'];
    const kept = await evaluated(...run, '--min', 'accuracy=.8', '--min', 'macroF1=.5');
    const broken = await evaluated(...run, '--min', 'accuracy=.9');
    expect([kept.exitCode, broken.exitCode]).toEqual([0, 1]);
    expect(broken.stderr).toContain('accuracy is 0.83');
    expect(broken.report.gates).toMatchObject([{ metric: 'accuracy', passed: false }]);
  });

  it('compares two systems on the same rows', async () => {
    const { report } = await evaluated(
      'sentiment',
      '--gold',
      gold,
      '--pred',
      pred,
      '--against',
      worse,
      '--json',
    );
    expect(report.against).toMatchObject({ unparsable: 20, metrics: { accuracy: { value: 0 } } });
    expect(report.against?.mcnemar).toMatchObject({ onlyFirstRight: 50, onlySecondRight: 0 });
    expect(report.against?.mcnemar?.p).toBeLessThan(1e-9);
    expect(report.against?.difference['accuracy']?.value).toBeCloseTo(50 / 60, 12);
    expect(report.against?.difference['accuracy']?.low).toBeGreaterThan(0.5);
  });

  it('reports by a field', async () => {
    const { report } = await evaluated(
      'sentiment',
      '--gold',
      gold,
      '--pred',
      pred,
      '--by',
      'lang',
      '--json',
    );
    const groups = report.by?.['lang'] ?? {};
    expect(Object.keys(groups)).toEqual(['ar', 'en']);
    expect(Object.values(groups).map(({ n }) => n)).toEqual([30, 30]);
    expect(groups['en']?.metrics['accuracy']?.value).toBeGreaterThan(
      groups['ar']?.metrics['accuracy']?.value ?? 1,
    );
  });

  it('writes a report, the errors and a picture of the confusion', async () => {
    const out = join(files.folder, 'out');
    const { exitCode, stdout } = await evaluated(
      'sentiment',
      '--gold',
      gold,
      '--pred',
      pred,
      '--out',
      out,
    );
    expect(exitCode).toBe(0);
    expect(readdirSync(out).sort()).toEqual([
      'confusion.svg',
      'errors.csv',
      'report.json',
      'report.md',
    ]);
    const text = (name: string): string => readFileSync(join(out, name), 'utf8');
    expect(text('report.md')).toBe(stdout);
    expect(stdout).toMatch(/\| accuracy \| 0\.8333 \| 0\.\d{4} to 0\.\d{4} \|/);
    const [head, ...errors] = text('errors.csv').trim().split('\r\n');
    expect(head).toBe('id,lang,truth,answer');
    expect(errors).toHaveLength(10);
    expect(errors).toContain('9,ar,negative,neutral');
    expect(errors).toContain('59,ar,positive,');
    expect(text('confusion.svg')).toContain('>no answer</text>');
  });

  it('never prints NaN or Infinity', async () => {
    const one = files.write('one.jsonl', [labelled(1, 'neutral')]);
    const { stdout, report } = await evaluated('sentiment', '--gold', one, '--pred', one, '--json');
    expect(stdout).not.toMatch(/NaN|Infinity/);
    expect(report.metrics['kappa']).toEqual({
      value: null,
      low: null,
      high: null,
      reason: 'chance alone agrees on every row',
    });
  });

  it('shows examples', async () => {
    const { stdout, exitCode } = await evaluated('--help');
    expect(exitCode).toBe(0);
    expect(stdout).toContain('sada evaluate sentiment --gold gold.jsonl --engine baseline');
  });
});

const CALLS = [
  {
    id: 'c1',
    lang: 'en',
    turns: [
      { speaker: 'agent', text: 'How can I help?' },
      {
        speaker: 'Customer',
        text: 'My name is Sara Haddad and I was charged twice. I want a refund.',
      },
      { speaker: 'agent', text: 'The refund is done, it is resolved now.' },
      { speaker: 'customer', text: 'Great, thank you so much, that is wonderful.' },
    ],
    labels: { sentiment: 'positive', outcome: 'resolved', topics: ['refund', 'billing'] },
    references: ['The customer was charged twice and got a refund.'],
    pii: [{ turn: 1, start: 11, end: 22, kind: 'NAME' }],
  },
  {
    id: 'c2',
    lang: 'ar',
    text: 'الخدمة سيئة جدا والفاتورة غلط',
    labels: { sentiment: 'negative', outcome: 'unknown', topics: ['billing'] },
    references: ['العميل غاضب بسبب الفاتورة'],
    pii: [],
  },
];

describe('sada analyse', () => {
  const calls = files.write('calls.jsonl', CALLS);

  it('prints an analysis a row, with the turns redacted', async () => {
    const { stdout, exitCode } = await ran('analyse', calls, '--json');
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(exitCode).toBe(0);
    expect(lines.map(({ id, engine }) => [id, engine])).toEqual([
      ['c1', 'baseline'],
      ['c2', 'baseline'],
    ]);
    expect(lines[0]).toMatchObject({ sentiment: 'positive', outcome: 'resolved' });
    expect(lines[0]?.['redactedTurns']).toHaveLength(4);
    expect(stdout).not.toContain('Haddad');
    expect(lines[1]?.['redactedTurns']).toEqual([{ speaker: 'customer', text: CALLS[1]?.text }]);
    expect(lines[1]).toMatchObject({ language: 'ar', sentiment: 'negative' });
  });

  it('gives what evaluate reads: the engine and its printed answers score the same', async () => {
    const answers = files.write(
      'answers.jsonl',
      Buffer.from((await ran('analyse', calls, '--json')).stdout),
    );
    for (const task of ['sentiment', 'outcome', 'summary', 'topics', 'redaction']) {
      const run = [task, '--gold', calls, '--json'];
      const asked = await evaluated(...run, '--engine', 'baseline');
      const read = await evaluated(...run, '--pred', answers);
      expect([task, read.exitCode, read.report.missing]).toEqual([task, 0, 0]);
      expect(read.report.metrics).toEqual(asked.report.metrics);
    }
  });

  it('refuses rows that are no calls', async () => {
    const none = files.write('none.jsonl', [{ id: 'x' }]);
    const { exitCode, stderr } = await ran('analyse', none, '--json');
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('line 1: text: expected')]);
  });
});

describe('ten thousand rows', () => {
  const random = seeded(9);
  const drawn = (): string => LABELS[Math.floor(random() * 3)] ?? '';
  const rows = Array.from({ length: 10_000 }, (_, at) => labelled(at, drawn()));
  const many = files.write('many.jsonl', rows);
  const answers = files.write(
    'many-answers.jsonl',
    rows.map((row) => (random() < 0.8 ? row : { ...row, labels: { sentiment: drawn() } })),
  );

  it('are scored with their intervals in seconds', async () => {
    const before = process.cpuUsage();
    const { report } = await evaluated('sentiment', '--gold', many, '--pred', answers, '--json');
    expect(report.n).toBe(10_000);
    const { user, system } = process.cpuUsage(before);
    // 0.8 s alone; CPU time, as other tests run beside this one.
    expect((user + system) / 1e6).toBeLessThan(5);
  });
});
