import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requirePrograms } from '../../../support/programs.ts';
import { clips, hearBroken } from './broken-files.ts';

/** Each format once and a half; `docs/benchmarks/whisper.md` has the command for 300. */
const COUNT = 27;
const ENDINGS = ['transcript', 'EMPTY', 'NOT_AUDIO', 'TOO_MANY_CHANNELS', 'TOO_LONG', 'NO_SPEECH'];

const temporary = process.env['TMPDIR'];
let folder: string;

beforeAll(async () => {
  requirePrograms('ffmpeg', 'ffprobe');
  folder = await mkdtemp(join(tmpdir(), 'broken-'));
  process.env['TMPDIR'] = folder;
});
afterAll(async () => {
  if (temporary === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = temporary;
  if (existsSync(folder)) await rm(folder, { recursive: true });
});

describe('broken files of every format', { timeout: 120_000 }, () => {
  it('end in a transcript or say why not, and leave nothing behind', async () => {
    const endings = await hearBroken(await clips(), COUNT);
    expect([...endings.keys()].filter((ending) => !ENDINGS.includes(ending))).toEqual([]);
    expect([...endings.values()].reduce((sum, count) => sum + count, 0)).toBe(COUNT);
    expect(endings.get('transcript')).toBeGreaterThan(0);
    expect(readdirSync(folder)).toEqual([]);
  });
});
