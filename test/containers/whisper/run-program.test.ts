import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ownProgress } from '../../../containers/whisper/src/engines/engine.ts';
import { pocketsphinx } from '../../../containers/whisper/src/engines/pocketsphinx.ts';
import { probe } from '../../../containers/whisper/src/recording/probe.ts';
import { runProgram } from '../../../containers/whisper/src/run-program.ts';
import { JumpingClock } from '../../support/jumping-clock.ts';

const path = process.env['PATH'];
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'missing-'));
});
afterEach(async () => {
  process.env['PATH'] = path;
  await rm(folder, { recursive: true });
});

const limits = () => ({ clock: new JumpingClock(), signal: new AbortController().signal });

describe('a program', () => {
  it('that is not installed makes the engine unavailable and names the set-up line', async () => {
    process.env['PATH'] = folder;
    const unavailable = {
      code: 'ENGINE_UNAVAILABLE',
      message: expect.stringMatching(/is not installed; run: npm run setup$/) as string,
    };
    await expect(probe('call.wav', limits())).rejects.toMatchObject(unavailable);
    const pcmFile = join(folder, '0.pcm');
    await writeFile(pcmFile, Buffer.alloc(32_000));
    const speech = [{ channel: 0, pcmFile, segments: [{ start: 0, end: 1 }] }];
    const { signal } = new AbortController();
    const options = { language: 'en', signal, progress: ownProgress() } as const;
    const heard = pocketsphinx(new JumpingClock()).recognise(speech, options);
    await expect(heard).rejects.toMatchObject(unavailable);
  });

  it('that takes too long is killed', async () => {
    const { clock, signal } = limits();
    const ran = runProgram('sleep', ['600'], { clock, signal, seconds: 5 });
    await Promise.all([
      expect(ran).rejects.toMatchObject({ code: 'ENGINE_FAILED' }),
      clock.jump(5_000),
    ]);
    expect(clock.waiting).toBe(0);
  });

  it('is killed when its work is stopped, for the reason it was stopped for', async () => {
    const abort = new AbortController();
    const ran = runProgram('sleep', ['600'], { ...limits(), signal: abort.signal, seconds: 5 });
    abort.abort(new Error('nobody waits'));
    await expect(ran).rejects.toThrow('nobody waits');
  });

  it('sees none of our credentials', async () => {
    process.env['AWS_SECRET_ACCESS_KEY'] = 'hidden';
    try {
      const { stdout } = await runProgram('env', [], { ...limits(), seconds: 5 });
      expect(stdout.trim().split('\n')).toEqual([expect.stringMatching(/^PATH=/)]);
    } finally {
      delete process.env['AWS_SECRET_ACCESS_KEY'];
    }
  });
});
