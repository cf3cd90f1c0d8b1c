import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { loadEnvironment } from '../../environments/index.ts';
import { loadSettings, settingsFolder } from '../../environments/settings.ts';
import { ran } from '../cli/evaluate/evaluated.ts';
import { DEFAULT_SETTINGS } from '../support/settings.ts';

const made: string[] = [];
afterAll(() => made.forEach((one) => rmSync(one, { recursive: true })));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'settings-'));
  made.push(folder);
});
const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);

describe('a settings folder', () => {
  it('is there for every environment', () => {
    for (const name of ['dev', 'staging', 'prod']) {
      const { settings } = loadEnvironment(name).analysis;
      expect(loadSettings(settingsFolder(settings)), name).toEqual(DEFAULT_SETTINGS);
    }
  });

  it('says what it says, and what it leaves out is the default', () => {
    write('outcome.json', '\uFEFF{ "side": "customer" }');
    write('README.md', 'Why we read the customer alone.');
    expect(loadSettings(folder)).toEqual({ ...DEFAULT_SETTINGS, outcome: { side: 'customer' } });
  });

  it.each([
    ['that is not there', '/no/such/folder', /^settings \/no\/such\/folder: .*\(ENOENT\)$/],
    ['without a file of settings', null, /it holds no \.json file$/],
  ])('%s is refused', (_, path, message) => {
    expect(() => loadSettings(path ?? folder)).toThrow(message);
  });

  it('with a file that is no JSON is refused with the file', () => {
    write('queues.json', '[{ "id": "general", }]');
    expect(() => loadSettings(folder)).toThrow(/queues\.json: it is no JSON: /);
  });

  it('with a file of another name is refused with those that are read', () => {
    write('topics.json', '[]');
    expect(() => loadSettings(folder)).toThrow('expected one of: outcome.json, summary.json');
  });
});

describe('a command that is given settings', () => {
  it('that cannot be used says why and exits 2, before it reads anything else', async () => {
    write('outcome.json', '{ "side": "boss" }');
    expect(await ran('analyse', '/no/such/file', '--settings', folder)).toMatchObject({
      exitCode: 2,
      stdout: '',
      stderr:
        'sada: settings outcome.json: side is "boss", expected one of "customer"|"agent"|"both"\n',
    });
    expect(await ran('analyse', '/no/such/file', '--settings', join(folder, 'no'))).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('(ENOENT)') as string,
    });
  });

  it('analyses by them', async () => {
    const cues = { en: ['sea water'], ar: [] };
    const name = { en: 'Leak', ar: 'تسرب' };
    const topics = [{ id: 'leak', name, definition: name, cues }];
    write('taxonomy.json', JSON.stringify({ topics, intents: [] }));
    write('queues.json', JSON.stringify([{ id: 'divers', name, topics: ['leak'], default: true }]));
    const { questions } = DEFAULT_SETTINGS.scorecard;
    write('scorecard.json', JSON.stringify({ questions: [questions[0]] }));
    const calls = join(folder, 'calls.jsonl');
    writeFileSync(calls, '{"id":"1","text":"There is sea water in my bill."}\n');
    const { exitCode, stdout } = await ran('analyse', calls, '--json', '--settings', folder);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ topics: ['leak'] });
  });
});
