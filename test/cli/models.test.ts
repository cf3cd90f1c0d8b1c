import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { main } from '../../cli/main.ts';
import { modelNamed } from '../../core/models/catalogue.ts';
import { listModels } from '../../cli/models/listed.ts';
import { startFileServer, type FileServer } from '../local/models/file-server.ts';
import { startSada } from '../support/run-sada.ts';
import { until } from '../support/until.ts';

const TINY = 'ggml-tiny.bin';
const TINY_BYTES = modelNamed('tiny')?.published?.bytes ?? 0;
/** As long as the real file, and not it. */
const WRONG = Buffer.alloc(TINY_BYTES);

let cache: string;
let server: FileServer;
beforeEach(async () => {
  cache = await mkdtemp(join(tmpdir(), 'sada-cache-'));
  server = await startFileServer(WRONG);
});
afterEach(async () => {
  await server.close();
  await rm(cache, { recursive: true });
});

const start = (args: readonly string[], environment: Record<string, string> = {}) =>
  startSada(args, [], { SADA_CACHE: cache, ...environment });
const pullTiny = (environment = {}) =>
  start(['models', 'pull', 'tiny', '--mirror', server.url], environment);
const filesHere = (): Promise<string[]> => readdir(join(cache, 'models'));

describe('sada models pull', () => {
  it('deletes what has another sha256, and says where it came from', async () => {
    const { exitCode, stdout, stderr } = await pullTiny().ended;
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
    expect(stderr).toContain(' 50 %  39 of 78 MB');
    expect(stderr).toContain(`what came from ${server.url}/${TINY} is not the model's file`);
    expect(await filesHere()).toEqual([]);
  });

  it('keeps what came at a Ctrl-C, and goes on from there, after a break too', async () => {
    server.mishaps = [{ stallAfter: 1_000_000 }, { stallAfter: 1_000_000 }];
    const partial = join(cache, 'models', `${TINY}.partial`);
    const reached = (bytes: number) => async () =>
      (await stat(partial).catch(() => null))?.size === bytes;
    const stopped = pullTiny();
    await until('a part', reached(1_000_000));
    process.kill(stopped.pid, 'SIGINT');
    const { exitCode, stderr } = await stopped.ended;
    expect({ exitCode, stderr }).toEqual({
      exitCode: 130,
      stderr: expect.stringContaining('the same command goes on from there') as string,
    });
    const models = await listModels(join(cache, 'models'));
    expect(models.find(({ state }) => state === 'begun')).toMatchObject({
      name: 'tiny',
      here: 1_000_000,
    });
    const again = pullTiny();
    await until('another part', reached(2_000_000));
    server.cut();
    expect((await again.ended).exitCode).toBe(1);
    expect(server.asked.map(({ range }) => range)).toEqual([
      undefined,
      'bytes=1000000-',
      'bytes=2000000-',
    ]);
  });

  it('exits with 69 and one line when nobody can be reached', async () => {
    await server.close();
    const { exitCode, stderr } = await pullTiny().ended;
    expect(exitCode).toBe(69);
    expect(stderr).toMatch(/^sada: 127\.0\.0\.1:\d+ cannot be reached \(ECONNREFUSED\).*\n$/);
  });

  it('goes through the proxy of the environment', async () => {
    const seen: string[] = [];
    const proxy = createServer().on('connect', ({ url }, socket) => {
      seen.push(url ?? '');
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    });
    await new Promise<void>((resolve) => {
      proxy.listen(0, '127.0.0.1', resolve);
    });
    const at = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    const environment = { HTTPS_PROXY: at, https_proxy: at, NO_PROXY: '', no_proxy: '' };
    const { exitCode } = await start(['models', 'pull', 'tiny'], environment).ended;
    proxy.close();
    expect({ exitCode, seen }).toEqual({ exitCode: 69, seen: ['huggingface.co:443'] });
  });
});

/** Runs a command in this process. */
async function sada(...args: string[]): Promise<{ exitCode: number; told: string }> {
  let told = '';
  const spies = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, 'write').mockImplementation((text) => {
      told += text.toString();
      return true;
    }),
  );
  vi.stubEnv('SADA_CACHE', cache);
  const exitCode = await main(args);
  vi.unstubAllEnvs();
  for (const spy of spies) spy.mockRestore();
  return { exitCode, told };
}

describe('misuse', () => {
  it.each([
    ['models pull smal', 'did you mean small?'],
    ['models pull jais-2-8b-chat-q4_k_m', 'read token'],
    ['models pull tiny --mirror files', 'https://'],
    ['models pull', 'missing required argument'],
    ['models pool', "unknown command 'pool'"],
    ['models remove tinny', 'did you mean tiny?'],
    ['models add nothing.bin', 'no such file'],
    ['process samples --model tiny', "the model 'tiny' is not here: sada models pull tiny\n"],
  ])('exits with 2 for sada %s', async (line, reason) => {
    const { exitCode, told } = await sada(...line.split(' '));
    expect(told).toContain(reason);
    expect({ exitCode, started: await readdir(cache) }).toEqual({ exitCode: 2, started: [] });
  });
});

describe('sada models add, list and remove', () => {
  it('take a model in, show that calls are heard with it, and let it go', async () => {
    const file = join(cache, 'gulf.bin');
    await writeFile(file, 'lmgg and then weights');
    const added = await sada('models', 'add', file, '--json');
    expect(JSON.parse(added.told)).toMatchObject({ name: 'gulf', kind: 'speech' });
    const [first = ''] = (await sada('models', 'list', '--json')).told.split('\n');
    expect(JSON.parse(first)).toMatchObject({
      name: 'gulf',
      state: 'added',
      used: true,
      bytes: 21,
    });
    expect((await sada('models', 'list')).told).toMatch(/\* +│ gulf +│ 21 bytes +│ added/);
    expect((await sada('models', 'remove', 'gulf')).told).toBe('gulf: removed\n');
    expect(await filesHere()).toEqual([]);
  });
});
