import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ran } from './evaluate/evaluated.ts';

const folder = mkdtempSync(join(tmpdir(), 'sada-plan-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Few enough calls to be quick. */
const FEW = ['plan', '--env', 'prod', '--calls-per-day', '300', '--from', '2026-11-22'];

const hourAt = (hour: number): string =>
  new Date(Date.UTC(2026, 10, 22, hour)).toISOString().slice(0, 16);
const arrivals = Array.from(
  { length: 168 },
  (_, hour) => `${hourAt(hour)},${hour % 24 === 10 ? 50 : 0}`,
);

function csv(name: string, rows: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, ['hour,calls', ...rows].join('\n'));
  return path;
}

const planned = (...more: string[]) =>
  ran('plan', '--env', 'prod', '--arrivals', csv('good.csv', arrivals), '--json', ...more);

describe('sada plan', () => {
  it('prints one object with --json, with the figures that others build on', async () => {
    const { exitCode, stdout } = await ran(...FEW, '--minutes', '5', '--json');
    expect(exitCode).toBe(0);
    const plan = JSON.parse(stdout) as Record<string, unknown>;
    expect(plan).toMatchObject({
      environment: 'prod',
      timeToInsightSeconds: {
        p50: expect.any(Number),
        p95: expect.any(Number),
        p99: expect.any(Number),
      },
      gpuCostPerWeek: expect.any(Number),
      lowerBoundGpuCostPerWeek: expect.any(Number),
      alwaysOnGpuCostPerWeek: expect.any(Number),
      costPerCall: expect.any(Number),
      costPerAudioMinute: expect.any(Number),
      managedServiceCostPerAudioMinute: expect.any(Number),
      rows: { expected: expect.anything(), pessimistic: expect.anything() },
    });
  });

  it('shows tables to people, and writes the same as a document with a chart', async () => {
    const out = join(folder, 'week');
    const { exitCode, stdout } = await ran(...FEW, '--out', out);
    expect({ exitCode, files: readdirSync(out).toSorted() }).toEqual({
      exitCode: 0,
      files: ['plan.json', 'plan.md', 'plan.svg'],
    });
    expect(stdout).toContain('Cost of a month, by item');
    expect(readFileSync(join(out, 'plan.svg'), 'utf8')).toMatch(
      /^<svg [^]*<polyline [^]*<\/svg>\n$/,
    );
    expect(readFileSync(join(out, 'plan.md'), 'utf8')).toContain('| GPUs: JAIS copies |');
    expect(readdirSync(folder).filter((name) => name.startsWith('.plan'))).toEqual([]);
  });

  it('takes arrivals by the hour, prices and speeds of yours', async () => {
    const own = await planned();
    const dearer = await planned('--price', 'workerSpot=1', '--seed', '1');
    const [one, other] = [own, dearer].map(({ stdout }) => JSON.parse(stdout) as Plan);
    expect(one?.week.date).toBe('2026-11-22');
    expect(one?.callsPerWeek).toBeGreaterThan(250);
    expect(other?.callsPerWeek).toBe(one?.callsPerWeek);
    expect(other?.gpuCostPerWeek).toBeGreaterThan(one?.gpuCostPerWeek ?? Infinity);
  });

  it('shows the schedule of a week, by the local clock and in UTC', async () => {
    const { exitCode, stdout } = await ran(
      'plan',
      '--env',
      'prod',
      '--calendar',
      '--from',
      '2026-11-22',
    );
    expect(exitCode).toBe(0);
    // Amman is three hours ahead all year.
    expect(stdout).toMatch(/Sunday 2026-11-22 .*08:40 .*09:00 .*18:00 .*05:40 06:00 15:00/);
    expect(stdout).toMatch(/Friday 2026-11-27 .*closed/);
    expect(stdout).toMatch(/workers: at least 5 while warm, 13 from 09:50, .*0 else; 20 at most/);
    expect(stdout).toMatch(/copies: at least 1 while warm, 2 from 09:50, .*0 else; 4 at most/);
  });

  it('names the holiday in the schedule, and says it as JSON', async () => {
    const { stdout } = await ran(
      'plan',
      '--env',
      'prod',
      '--calendar',
      '--from',
      '2027-05-23',
      '--json',
    );
    const { days } = JSON.parse(stdout) as { days: { date: string; closed: string | null }[] };
    expect(days.find(({ date }) => date === '2027-05-25')?.closed).toBe('Independence Day');
    expect(days.find(({ date }) => date === '2027-05-24')?.closed).toBeNull();
  });
});

interface Plan {
  week: { date: string };
  callsPerWeek: number;
  gpuCostPerWeek: number;
}

describe('sada plan refuses, with what is allowed and exit code 2,', () => {
  const out = join(folder, 'never');
  it.each([
    ['an unknown environment', ['--env', 'production'], /expected one of: dev, staging, prod/],
    ['an environment without GPUs', ['--env', 'dev'], /'dev' has no GPUs/],
    ['no environment', [], /--env/],
    ['no calls', ['--env', 'prod', '--calls-per-day', '0'], /from 1 to 1000000/],
    ['words for calls', ['--env', 'prod', '--calls-per-day', 'many'], /from 1 to 1000000/],
    ['a share beyond one', ['--env', 'prod', '--off-hours-share', '2'], /from 0 to 1/],
    ['a mix that makes no one', ['--env', 'prod', '--language-mix', 'ar=1,en=1'], /ar=0.7,en=0.3/],
    ['an unknown price', ['--env', 'prod', '--price', 'gold=1'], /workerSpot/],
    ['a price below nothing', ['--env', 'prod', '--price', 'workerSpot=-1'], /NAME=USD/],
    ['a day that is not', ['--env', 'prod', '--from', '2026-02-30'], /YYYY-MM-DD/],
    ['a file that is not there', ['--env', 'prod', '--arrivals', 'nowhere.csv'], /cannot be read/],
    [
      'a negative number of calls in a row',
      ['--env', 'prod', '--arrivals', csv('bad.csv', [`${hourAt(0)},-4`, ...arrivals.slice(1)])],
      /row 2: calls is "-4", expected a number from 0/,
    ],
    [
      'a week without calls',
      [
        '--env',
        'prod',
        '--arrivals',
        csv(
          'none.csv',
          arrivals.map((row) => row.replace(/,.*/, ',0')),
        ),
      ],
      /no call comes in the week of 2026-11-22/,
    ],
    [
      'a gap in the hours',
      ['--env', 'prod', '--arrivals', csv('gap.csv', arrivals.toSpliced(5, 1))],
      /row 7: hour is "2026-11-22T06:00", expected 2026-11-22T05:00/,
    ],
  ])('%s', async (_, args, message) => {
    const { exitCode, stdout, stderr } = await ran('plan', ...args, '--out', out);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(readdirSync(folder)).not.toContain('never');
  });
});
