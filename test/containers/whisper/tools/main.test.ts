import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../../support/project-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'test-models-'));
afterAll(() => rmSync(folder, { recursive: true }));

const testModels = (...args: string[]) =>
  spawnSync(process.execPath, ['--import', 'tsx', 'containers/whisper/tools/main.ts', ...args], {
    cwd: ROOT,
    encoding: 'utf8',
  });

describe('npm run test-models', () => {
  it('writes a model that says a script', () => {
    const [model, script] = [join(folder, 'model.bin'), join(folder, 'script.json')];
    const phrases = [{ text: 'صباح الخير', start: 0, end: 1 }];
    writeFileSync(script, JSON.stringify({ language: 'ar', script: phrases }));
    expect(testModels('scripted', model, script).status).toBe(0);
    expect(statSync(model).size).toBeGreaterThan(1_000_000);
  });

  it('says what shapes there are, when asked for another', () => {
    const { status, stderr } = testModels('random', join(folder, 'huge.bin'), 'huge');
    expect([status, stderr]).toEqual([
      2,
      'expected one of tiny, base, small, large-v3-turbo, got huge\n',
    ]);
  });
});
