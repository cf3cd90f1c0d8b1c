import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { DEMO } from '../../../containers/whisper/src/engines/select.ts';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { transcribeOnce } from '../../../containers/whisper/src/once.ts';
import { seeded } from '../../../core/seeded-random.ts';
import { holdMusic } from '../../support/hold-music.ts';
import { requirePrograms } from '../../support/programs.ts';
import { tone, wavOf } from '../../support/wav.ts';

const SECONDS = 30;
let folder: string;

beforeAll(async () => {
  requirePrograms('ffmpeg', 'ffprobe');
  folder = await mkdtemp(join(tmpdir(), 'no-speech-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('half a minute without speech', { timeout: 60_000 }, () => {
  it.each([
    ['white noise', whiteNoise(1)],
    ['faint white noise', whiteNoise(0.01)],
    ['a dial tone', tone(SECONDS, 425)],
    ['hold music', holdMusic(SECONDS)],
    ['silence', new Float32Array(SECONDS * 16_000)],
  ])('is rejected as NO_SPEECH: %s', async (name, samples) => {
    const file = join(folder, `${name}.wav`);
    await writeFile(file, wavOf(samples));
    const ask = { engine: DEMO, language: null, agentChannel: null } as const;
    await expect(transcribeOnce({ ...ask, file })).rejects.toMatchObject({
      name: 'RecordingRejected',
      code: 'NO_SPEECH',
    });
  });
});

function whiteNoise(loudness: number): Float32Array {
  const random = seeded(11);
  return Float32Array.from({ length: SECONDS * 16_000 }, () => (random() * 2 - 1) * loudness);
}
