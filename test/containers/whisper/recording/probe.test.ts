import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { probe } from '../../../../containers/whisper/src/recording/probe.ts';
import { encode } from '../../../support/ffmpeg.ts';
import { JumpingClock } from '../../../support/jumping-clock.ts';
import { requirePrograms } from '../../../support/programs.ts';
import { tone, wavOf } from '../../../support/wav.ts';

const limits = { clock: new JumpingClock(), signal: new AbortController().signal };
let folder: string;

beforeAll(async () => {
  requirePrograms('ffmpeg', 'ffprobe');
  folder = await mkdtemp(join(tmpdir(), 'probe-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function aFile(name: string, content: string | Buffer): Promise<string> {
  await writeFile(join(folder, name), content);
  return join(folder, name);
}

describe('the headers of a recording', () => {
  it.each(['wav', 'mp3', 'm4a', 'ogg', 'opus', 'flac', 'webm', 'wma', 'au', 'aiff'])(
    'are read whatever the file is called: %s',
    async (extension) => {
      const file = await aFile(
        'recording',
        await encode(wavOf(tone(1), { channels: 2 }), extension),
      );
      expect(await probe(file, limits)).toMatchObject({ channels: 2 });
    },
  );

  it('are not followed into other files of this machine', async () => {
    await aFile('other.wav', wavOf(tone(1)));
    const list = await aFile('list.wav', "ffconcat version 1.0\nfile 'other.wav'\n");
    await expect(probe(list, limits)).rejects.toMatchObject({ code: 'NOT_AUDIO' });
  });
});
