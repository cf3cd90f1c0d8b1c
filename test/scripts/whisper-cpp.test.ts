import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { whisperCppDirectory } from '../../local/whisper-cpp.ts';
import { buildWhisperCpp } from '../../scripts/setup/whisper-cpp.ts';

const { PATH: path, SADA_CACHE: cache } = process.env;
let folder: string;

/** A registry that cannot be reached. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'setup-'));
  const npm = '#!/bin/sh\necho npm error code ENOTFOUND >&2\nexit 1\n';
  writeFileSync(join(folder, 'npm'), npm, { mode: 0o755 });
  process.env['PATH'] = `${folder}${delimiter}${path}`;
  process.env['SADA_CACHE'] = join(folder, 'cache');
});
afterEach(() => {
  process.env['PATH'] = path;
  if (cache === undefined) delete process.env['SADA_CACHE'];
  else process.env['SADA_CACHE'] = cache;
  rmSync(folder, { recursive: true });
});

describe('setting up whisper.cpp', () => {
  it('does nothing where it is built', async () => {
    mkdirSync(whisperCppDirectory(), { recursive: true });
    await expect(buildWhisperCpp()).resolves.toBeUndefined();
  });

  it('says why it failed, and leaves nothing that counts as built', async () => {
    await expect(buildWhisperCpp()).rejects.toThrow('ENOTFOUND');
    expect(readdirSync(join(folder, 'cache'))).toEqual([]);
  });
});
