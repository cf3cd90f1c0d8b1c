import { beforeAll, describe, expect, it } from 'vitest';
import type { SpeechEngine } from '../../../containers/whisper/src/engines/engine.ts';
import { TranscriptionFailed } from '../../../containers/whisper/src/errors.ts';
import { runWorker } from '../../../containers/whisper/src/worker.ts';
import { requirePrograms } from '../../support/programs.ts';
import { until } from '../../support/until.ts';
import { tone, wavOf } from '../../support/wav.ts';
import { A_WORD, aJob, aWorker, ScriptedEngine } from './a-worker.ts';

beforeAll(() => requirePrograms('ffmpeg', 'ffprobe'));

const NOTHING_KNOWN = { durationSeconds: null, channels: null, language: null, agentChannel: null };

describe('recordings that are heard side by side', () => {
  /** Crashes at what is shorter than a quarter of a second, hangs for a while at half of one. */
  class FragileEngine extends ScriptedEngine {
    hang: () => Promise<never> = () => Promise.reject(new Error('never told to hang'));

    override async recognise(...[channels, options]: Parameters<SpeechEngine['recognise']>) {
      const seconds = channels[0]?.segments[0]?.end ?? 0;
      if (seconds < 0.25) throw new Error('segmentation fault');
      if (seconds < 0.75) await this.hang();
      return super.recognise(channels, options);
    }
  }

  const poisons: [string, Buffer][] = [
    ['crash.wav', wavOf(tone(0.2))],
    ['hang.wav', wavOf(tone(0.5))],
    ['text.wav', Buffer.from('no recording')],
    ['fine.wav', wavOf(tone(1))],
    ['also-fine.wav', wavOf(tone(1, 300))],
  ];

  it('end each on its own: who is poisoned fails alone, the others are heard', async () => {
    const given = aWorker();
    const engine = new FragileEngine();
    let hangs = false;
    engine.hang = async () => {
      await new Promise<void>((resolve) => {
        given.clock.after(600_000, resolve);
        hangs = true;
      });
      throw new TranscriptionFailed('ENGINE_FAILED', 'the engine took longer than 600 s');
    };
    const transcriber = { ...given.transcriber, engine };
    const worker = { ...given, engine, transcriber, concurrency: poisons.length };
    const stop = new AbortController();
    for (const [key, content] of poisons) {
      worker.recordings.stored.set(key, content);
      const job = aJob({ callId: key, taskToken: key, key, hints: NOTHING_KNOWN });
      await worker.queue.send(JSON.stringify(job));
    }
    const running = runWorker(worker, stop.signal);
    await until('three recordings ended', () => worker.queue.deleted.length === 3);
    // Before the jump: it would be more time than a decoder has.
    await until('one hangs', () => hangs);
    await until('one crashed', () => given.lines.some((line) => line.includes('come back')));
    expect(worker.tokens.failed).toEqual([]);
    await worker.clock.jump(600_000);
    stop.abort();
    await running;
    expect(worker.tokens.failed).toEqual([{ token: 'hang.wav', code: 'ENGINE_FAILED' }]);
    const answers = new Map(worker.tokens.succeeded.map(({ token, result }) => [token, result]));
    expect(answers.get('text.wav')).toEqual({ rejected: { code: 'NOT_AUDIO' } });
    expect([...answers.keys()].sort()).toEqual(['also-fine.wav', 'fine.wav', 'text.wav']);
    // What crashed without a word comes back, as a service in trouble would.
    expect(worker.queue.deleted).not.toContain('message-1');
    expect(worker.work.at('version-1.json')).toContain(A_WORD.text);
  });
});
