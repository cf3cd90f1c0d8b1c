import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  whisperCliProgram,
  whisperCppDirectory,
  whisperServerProgram,
} from '../../local/whisper-cpp.ts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'whisper-cpp-'))));
afterEach(() => rmSync(folder, { recursive: true }));

function program(path: string): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, '', { mode: 0o755 });
  return path;
}

describe('the programs of whisper.cpp', () => {
  it('are not there before they are built', () => {
    const environment = { SADA_CACHE: folder, PATH: folder };
    expect(whisperServerProgram(environment)).toBeUndefined();
    expect(whisperCliProgram(environment)).toBeUndefined();
  });

  it('are the named one, else the built one, else the one on the PATH', () => {
    const installed = program(join(folder, 'bin', 'whisper-server'));
    const environment = { SADA_CACHE: folder, PATH: `/nowhere:${dirname(installed)}` };
    expect(whisperServerProgram(environment)).toBe(installed);

    const built = program(join(whisperCppDirectory(environment), 'bin', 'whisper-server'));
    expect(whisperServerProgram(environment)).toBe(built);

    const named = { ...environment, SADA_WHISPER_SERVER: '/opt/whisper-server' };
    expect(whisperServerProgram(named)).toBe('/opt/whisper-server');
  });

  it('lie in a folder that names their version and their recipe', () => {
    expect(whisperCppDirectory({ SADA_CACHE: folder })).toMatch(
      /\/whisper\.cpp-\d+\.\d+\.\d+-[0-9a-f]{8}$/,
    );
  });
});
