import { mkdtemp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Analysis } from '../../core/analysis.ts';
import { Transcript } from '../../core/transcript.ts';
import type { CallResult } from '../../cli/process/result.ts';
import { ROOT } from '../support/project-files.ts';
import { runSada, startSada } from '../support/run-sada.ts';
import { tone, wavOf } from '../support/wav.ts';

const SAMPLE = `${ROOT}samples/router-follow-up-8khz-mulaw.wav`;

let folder: string;
let state: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sada-cli-'));
  state = join(folder, 'state');
  await writeFile(join(folder, 'notes.wav'), 'only text');
  await writeFile(join(folder, 'مكالمة + 100%.wav'), wavOf(tone(2)));
});
afterAll(() => rm(folder, { recursive: true }));

const resultsIn = (stdout: string): CallResult[] =>
  stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as CallResult);

describe('sada process --json', () => {
  it('prints one object a call in input order, and nothing else on stdout', async () => {
    const files = [SAMPLE, join(folder, 'notes.wav'), join(folder, 'مكالمة + 100%.wav')];
    const out = join(folder, 'out');
    const ran = await runSada('process', ...files, '--json', '--out', out, '--state', state);
    const results = resultsIn(ran.stdout);
    expect(ran.exitCode).toBe(1);
    expect(results.map(({ file }) => file)).toEqual(files);
    expect(results[0]).toEqual({
      file: SAMPLE,
      status: 'ANALYSED',
      language: 'en',
      error: null,
      callId: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
      revision: expect.any(String) as string,
      durationSeconds: expect.closeTo(42.5, 0) as number,
      sentiment: 'neutral',
      outcome: 'follow_up_needed',
      summary: expect.stringContaining('ticket') as string,
      topics: ['technical_support', 'appointment'],
      intents: ['report_fault'],
      possibleIntents: [],
      fraudRisk: 'none',
      routeTo: 'technical',
      score: expect.any(Number) as number,
      passed: expect.any(Boolean) as boolean,
      turns: expect.arrayContaining([
        { speaker: 'customer', ...anyTimes(), text: expect.any(String) as string },
      ]) as CallResult['turns'],
      engines: { transcription: 'pocketsphinx-demo', analysis: 'baseline' },
    });
    expect(results[1]).toMatchObject({
      status: 'REJECTED',
      sentiment: null,
      summary: null,
      turns: [],
      durationSeconds: null,
      error: { code: 'NOT_AUDIO', message: expect.stringContaining('not a recording') as string },
    });
    expect(results[2]?.error?.code).toBe('NO_SPEECH');
    await expectFiles(out);
  }, 60_000);

  it('gives a recording that is named twice two lines of one call', async () => {
    const file = join(folder, 'notes.wav');
    const ran = await runSada('process', file, file, '--json', '--state', state);
    const [one, other, ...more] = resultsIn(ran.stdout);
    expect(one).toEqual(other);
    expect(more).toEqual([]);
  }, 30_000);

  it('fails an Arabic call with the hint that Whisper is needed', async () => {
    const file = join(folder, 'مكالمة + 100%.wav');
    const ran = await runSada('process', file, '--language', 'ar', '--json', '--state', state);
    expect(resultsIn(ran.stdout)[0]?.error).toMatchObject({
      code: 'ENGINE_UNAVAILABLE',
      message: expect.stringContaining('Whisper') as string,
    });
  }, 30_000);
});

describe('sada process', () => {
  it('shows progress on stderr and a table on stdout', async () => {
    const ran = await runSada('process', join(folder, 'notes.wav'), '--state', state);
    expect(ran.stderr).toContain('notes.wav: admitting');
    expect(ran.stderr).toContain('demo recogniser');
    for (const text of ['sentiment', 'outcome', 'duration', 'summary', 'NOT_AUDIO']) {
      expect(ran.stdout).toContain(text);
    }
  }, 30_000);

  it('looks for recordings in folders, by extension', async () => {
    const inner = join(folder, 'inner');
    await mkdir(join(inner, 'deeper'), { recursive: true });
    await writeFile(join(inner, 'readme.txt'), 'not a recording, and not named as one');
    await writeFile(join(inner, 'deeper', 'a.MP3'), 'text');
    const ran = await runSada('process', inner, '--json', '--state', state);
    expect(resultsIn(ran.stdout).map(({ file }) => file)).toEqual([join(inner, 'deeper', 'a.MP3')]);
  }, 30_000);

  it('ends in order when it is interrupted: what runs is ABORTED, and nothing is left behind', async () => {
    const sada = startSada(['process', SAMPLE, '--json', '--state', state]);
    await sada.shown('transcribing');
    process.kill(sada.pid, 'SIGINT');
    const ran = await sada.ended;
    expect(ran.exitCode).toBe(130);
    expect(resultsIn(ran.stdout)[0]?.error?.code).toBe('ABORTED');
    expect(await readdir(state)).not.toContain('lock.json');
  }, 30_000);

  it.each([
    ['a file that is not there', ['process', '/nowhere/call.wav'], '/nowhere/call.wav'],
    ['an unknown command', ['proces'], 'proces'],
    ['an unknown option', ['process', '--jsn'], '--jsn'],
    ['a language that is not known', ['process', '--language', 'fr'], 'ar, en'],
    ['a length that is no number', ['process', '--max-minutes', 'long'], 'number above 0'],
  ])('refuses %s with exit code 2', async (_, args, hint) => {
    const ran = await runSada(...args);
    expect(ran.exitCode).toBe(2);
    expect(ran.stderr).toContain(hint);
    expect(ran.stdout).toBe('');
  });

  it('refuses a folder without recordings with exit code 2', async () => {
    const empty = join(folder, 'empty');
    await mkdir(empty);
    expect(await runSada('process', empty)).toMatchObject({ exitCode: 2 });
  });

  it('explains itself, with examples and exit codes', async () => {
    const ran = await runSada('process', '--help');
    expect(ran.exitCode).toBe(0);
    for (const text of ['Examples:', '--json', 'Exit codes:']) expect(ran.stdout).toContain(text);
  });
});

const anyTimes = () => ({ start: expect.any(Number) as number, end: expect.any(Number) as number });

async function expectFiles(out: string): Promise<void> {
  const names = await readdir(out);
  const read = async (kind: string) =>
    JSON.parse(
      await readFile(join(out, names.find((name) => name.endsWith(`${kind}.json`)) ?? ''), 'utf8'),
    ) as unknown;
  expect(names).toHaveLength(2);
  expect(Transcript.parse(await read('transcript')).redacted).toBe(true);
  expect(Analysis.parse(await read('analysis')).engine.name).toBe('baseline');
}
