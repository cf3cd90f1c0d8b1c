import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../../../../containers/whisper/src/clock.ts';
import { ServerPool } from '../../../../../containers/whisper/src/engines/whisper/server-pool.ts';
import type { ServerOptions } from '../../../../../containers/whisper/src/engines/whisper/server-process.ts';
import { writeScriptedModel } from '../../../../../containers/whisper/tools/scripted-model.ts';
import type { Clock } from '../../../../../core/clock.ts';
import { until } from '../../../../support/until.ts';
import { tone, wavOf } from '../../../../support/wav.ts';
import { requireWhisperServer } from '../../../../support/whisper-cpp.ts';

const WAV = wavOf(tone(5));
const SCRIPT = [{ text: 'صباح الخير', start: 0.4, end: 1.6 }];
const PHRASES = ['صباح الخير'];

let folder: string;
let model: string;
/** Starts the real server and writes down which process it is. */
let program: string;
let pool: ServerPool | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'server-'));
  model = join(folder, 'scripted.bin');
  program = join(folder, 'server.sh');
  writeScriptedModel(model, { language: 'ar', script: SCRIPT, noSpeechProbability: 0.4 });
  const line = `echo $$ >>${folder}/pids; exec ${requireWhisperServer()} "$@"`;
  await aProgram(program, line);
});
afterEach(async () => {
  await pool?.close();
  await rm(join(folder, 'pids'), { force: true });
});
afterAll(() => rm(folder, { recursive: true }));

async function aProgram(path: string, line: string): Promise<void> {
  await writeFile(path, `#!/bin/sh\n${line}\n`);
  await chmod(path, 0o755);
}

async function started(given: Partial<ServerOptions> & { count?: number } = {}) {
  const { count = 1, ...options } = given;
  const defaults = { program, model, threads: 1, gpuRequired: false, clock: systemClock };
  pool = new ServerPool(count, { ...defaults, ...options });
  await pool.start();
  return pool;
}

const pids = async (): Promise<number[]> =>
  (await readFile(join(folder, 'pids'), 'utf8')).trim().split('\n').map(Number);

const question = (language: 'ar' | 'auto', signal = new AbortController().signal) => ({
  language,
  signal,
});

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe('a whisper-server', () => {
  it('hears words, their times and how sure it is', async () => {
    const { segments, language, detected } = await (await started()).hear(WAV, question('ar'));
    expect({ language, detected }).toEqual({ language: 'ar', detected: null });
    expect(segments).toMatchObject([{ text: 'صباح الخير', start: 0.4, end: 1.6 }]);
    expect(segments[0]?.tokens.map(({ word }) => word).join('')).toBe(' صباح الخير');
    expect(segments[0]?.logProbability).toBeCloseTo(0, 2);
  });

  it('finds out the language, and whether anybody speaks', async () => {
    const { language, detected } = await (await started()).hear(WAV, question('auto'));
    expect(language).toBe('ar');
    expect(detected?.languages.ar).toBeGreaterThan(0.99);
    expect(detected?.noSpeechProbability).toBeCloseTo(0.4, 1);
  });

  it('hears the chunk again when it dies of it once', async () => {
    const server = await started();
    const [first = 0] = await pids();
    process.kill(first, 'SIGSTOP');
    const heard = server.hear(WAV, question('ar'));
    process.kill(first, 'SIGKILL');
    expect((await heard).segments.map(({ text }) => text)).toEqual(PHRASES);
    expect(await pids()).toHaveLength(2);
  });

  it('gives a chunk up that it dies of twice', async () => {
    const mortal = join(folder, 'mortal.sh');
    const answers =
      "(request, answer) => request.method === 'POST' ? process.exit(1) : answer.end()";
    const listens = `require('http').createServer(${answers}).listen(process.argv[5])`;
    await aProgram(
      mortal,
      `echo $$ >>${folder}/pids; exec ${process.execPath} -e "${listens}" x "$@"`,
    );
    const server = await started({ program: mortal });
    await expect(server.hear(WAV, question('ar'))).rejects.toMatchObject({
      code: 'ENGINE_FAILED',
      message: expect.stringContaining('died twice') as string,
    });
    expect(await pids()).toHaveLength(2);
  });

  it('drops the chunk that nobody waits for any more', async () => {
    const server = await started();
    const [pid = 0] = await pids();
    process.kill(pid, 'SIGSTOP');
    const abort = new AbortController();
    const heard = server.hear(WAV, question('ar', abort.signal));
    abort.abort(new Error('nobody waits'));
    await expect(heard).rejects.toThrow('nobody waits');
    process.kill(pid, 'SIGCONT');
    expect((await server.hear(WAV, question('ar'))).segments).toHaveLength(1);
    expect(await pids()).toHaveLength(1);
  });

  it('that hangs is ended and its chunk fails', async () => {
    const clock = new LimitsAtHand();
    const server = await started({ clock });
    process.kill((await pids())[0] ?? 0, 'SIGSTOP');
    const heard = server.hear(WAV, question('ar'));
    await Promise.all([
      expect(heard).rejects.toMatchObject({ code: 'ENGINE_FAILED' }),
      clock.reach(),
    ]);
    expect((await server.hear(WAV, question('ar'))).segments).toHaveLength(1);
  });

  it('hears as many chunks at once as there are servers', async () => {
    const server = await started({ count: 2 });
    const [hung = 0] = await pids();
    process.kill(hung, 'SIGSTOP');
    const chunks = [1, 2, 3].map(() => server.hear(WAV, question('ar')));
    expect((await Promise.any(chunks)).segments).toHaveLength(1);
    process.kill(hung, 'SIGCONT');
    expect(await Promise.all(chunks)).toHaveLength(3);
  });

  it('is gone when it is closed', async () => {
    const server = await started({ count: 2 });
    const running = await pids();
    await server.close();
    expect(running.filter(isRunning)).toEqual([]);
  });

  it.each([
    ['no such program', { program: '/nowhere/whisper-server' }],
    ['a model that is none', { model: import.meta.filename }],
  ])('does not start with %s, and says so', async (_, options) => {
    await expect(started(options)).rejects.toMatchObject({
      code: 'ENGINE_UNAVAILABLE',
      message: expect.stringContaining('did not start') as string,
    });
  });

  it('does not start without a GPU where one is required', async () => {
    await expect(started({ gpuRequired: true })).rejects.toMatchObject({
      code: 'ENGINE_UNAVAILABLE',
      message: expect.stringContaining('no GPU') as string,
    });
    expect((await pids()).filter(isRunning)).toEqual([]);
  });

  it('starts with the GPU that whisper.cpp says it uses', async () => {
    const withGpu = join(folder, 'with-gpu.sh');
    const says = 'whisper_backend_init_gpu: using CUDA0 backend';
    await aProgram(withGpu, `echo ${says} >&2; exec ${program} "$@"`);
    const server = await started({ program: withGpu, gpuRequired: true });
    expect((await server.hear(WAV, question('ar'))).segments).toHaveLength(1);
  });
});

/** The machine's time, but for limits of minutes, which are reached when the test says so. */
class LimitsAtHand implements Clock {
  readonly #limits = new Set<() => void>();
  now(): number {
    return systemClock.now();
  }

  after(milliseconds: number, action: () => void) {
    if (milliseconds < 600_000) return systemClock.after(milliseconds, action);
    this.#limits.add(action);
    return () => void this.#limits.delete(action);
  }

  async reach(): Promise<void> {
    await until('a limit', () => this.#limits.size > 0);
    for (const action of this.#limits) action();
  }
}
