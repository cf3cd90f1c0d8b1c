import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pullModel, type PullOptions, type Pulled } from '../../../local/models/pull.ts';
import { until } from '../../support/until.ts';
import { EagerClock } from './eager-clock.ts';
import { startFileServer, type FileServer } from './file-server.ts';
import { modelOf } from './given-model.ts';

const CONTENT = Buffer.from(Array.from({ length: 300_000 }, (_, at) => (at * 31) % 251));
const MODEL = modelOf(CONTENT);
const FILE = MODEL.file;

let folder: string;
let server: FileServer;
let clock: EagerClock;
let stop: AbortController;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sada-models-'));
  server = await startFileServer(CONTENT);
  clock = new EagerClock();
  stop = new AbortController();
});
afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const pull = (more: Partial<PullOptions> = {}, model = MODEL): Promise<Pulled> =>
  pullModel(model, { folder, mirror: server.url, signal: stop.signal, clock, ...more });

const withUser = (url: string): string => url.replace('//', '//me:secret@');

async function partialBytes(): Promise<number> {
  const partial = await readFile(join(folder, `${FILE}.partial`)).catch(() => Buffer.alloc(0));
  return partial.length;
}

/** Breaks the connection once so much is here. */
async function breakAt(bytes: number): Promise<void> {
  await until('a part', async () => (await partialBytes()) === bytes);
  server.cut();
}

async function expectWhole(): Promise<void> {
  expect(await readdir(folder)).toEqual([FILE]);
  expect((await readFile(join(folder, FILE))).equals(CONTENT)).toBe(true);
}

describe('a pull', () => {
  it('brings the file and leaves nothing beside it', async () => {
    const seen: number[] = [];
    const pulled = await pull({ onProgress: (here) => seen.push(here) });
    expect(pulled).toEqual({ path: join(folder, FILE), fetched: true });
    expect(seen.at(-1)).toBe(CONTENT.length);
    await expectWhole();
  });

  it('asks nobody when the file is here', async () => {
    await pull();
    expect(await pull()).toMatchObject({ fetched: false });
    expect(server.asked).toHaveLength(1);
  });

  it('goes on where the connection broke off, if the file there is still the same', async () => {
    server.mishaps = [{ stallAfter: 100_000 }, { stallAfter: 50_000 }];
    const pulling = pull();
    await breakAt(100_000);
    await breakAt(150_000);
    await pulling;
    const [first, second, third] = server.asked;
    expect(first?.range).toBeUndefined();
    expect(second).toMatchObject({ range: 'bytes=100000-', 'if-range': '"one"' });
    expect(third?.range).toBe('bytes=150000-');
    await expectWhole();
  });

  it('starts over when the file there has changed', async () => {
    await writeFile(join(folder, `${FILE}.partial`), 'of another file');
    await writeFile(join(folder, `${FILE}.partial.etag`), '"another"');
    await pull();
    await expectWhole();
  });

  it('starts over when the server knows no ranges', async () => {
    server.ranges = false;
    server.mishaps = [{ stallAfter: 100_000 }];
    const pulling = pull();
    await breakAt(100_000);
    await pulling;
    await expectWhole();
  });

  it('starts over when more is here than the file has', async () => {
    await writeFile(join(folder, `${FILE}.partial`), Buffer.alloc(CONTENT.length + 1));
    server.mishaps = [{ status: 416 }];
    await pull();
    await expectWhole();
  });

  it('asks again when nothing has come for half a minute', async () => {
    server.mishaps = [{ stallAfter: 120_000 }];
    const pulling = pull();
    await until('the stall', async () => (await partialBytes()) === 120_000);
    clock.stall();
    await pulling;
    expect(server.asked[1]?.range).toBe('bytes=120000-');
    await expectWhole();
  });

  it('gives up after five attempts that brought nothing, and keeps what came', async () => {
    server.mishaps = [
      { stallAfter: 100_000 },
      ...Array.from({ length: 4 }, () => ({ status: 503 })),
    ];
    const pulling = pull();
    await breakAt(100_000);
    await expect(pulling).rejects.toMatchObject({ name: 'SourceUnavailable' });
    await expect(pulling).rejects.toThrow('100000 bytes are kept');
    expect(clock.pauses).toEqual([1000, 2000, 4000, 8000]);
    await pull();
    expect(server.asked.at(-1)?.range).toBe('bytes=100000-');
    await expectWhole();
  });

  it('keeps what came when it is stopped, and goes on from there', async () => {
    server.mishaps = [{ stallAfter: 120_000 }];
    const pulling = pull();
    await until('a part', async () => (await partialBytes()) === 120_000);
    stop.abort();
    await expect(pulling).rejects.toMatchObject({ name: 'AbortError' });
    await pull({ signal: new AbortController().signal });
    expect(server.asked[1]?.range).toBe('bytes=120000-');
    await expectWhole();
  });
});

describe('a pull refuses', () => {
  it('content of another sha256, and deletes it', async () => {
    server.content = Buffer.alloc(CONTENT.length, 'x');
    const pulling = pull();
    await expect(pulling).rejects.toMatchObject({ name: 'WrongContent' });
    await expect(pulling).rejects.toThrow(`expected ${MODEL.published?.sha256}`);
    expect(await readdir(folder)).toEqual([]);
  });

  it('a file of another size, unread', async () => {
    server.content = Buffer.from('<html>please log in</html>');
    await expect(pull()).rejects.toThrow('26 bytes, expected 300000');
    expect(await readdir(folder)).toEqual([]);
  });

  it('to wait for a server that is not there', async () => {
    await server.close();
    const pulling = pull();
    await expect(pulling).rejects.toMatchObject({ name: 'SourceUnavailable' });
    await expect(pulling).rejects.toThrow('ECONNREFUSED');
    expect(clock.pauses).toEqual([]);
  });

  it.each([
    [404, 'DownloadRefused', 'answers 404'],
    [401, 'DownloadRefused', 'HF_TOKEN'],
    [503, 'SourceUnavailable', 'answers 503'],
  ])('an answer of %i as %s', async (status, name, message) => {
    server.mishaps = [{ status }];
    const pulling = pull();
    await expect(pulling).rejects.toMatchObject({ name });
    await expect(pulling).rejects.toThrow(message);
    expect(server.asked).toHaveLength(1);
  });

  it('a disk that has no room, before it asks for anything', async () => {
    const huge = { ...MODEL, published: { url: server.url, bytes: 2 ** 52, sha256: '' } };
    await expect(pull({}, huge)).rejects.toMatchObject({ name: 'DiskFull' });
    expect(server.asked).toEqual([]);
  });

  it('a disk that becomes full on the way', async () => {
    await symlink('/dev/full', join(folder, `${FILE}.partial`));
    const pulling = pull();
    await expect(pulling).rejects.toMatchObject({ name: 'DiskFull' });
    await expect(pulling).rejects.toThrow('ENOSPC; make room');
  });
});

describe('pulls of one model', () => {
  it('do not run side by side', async () => {
    server.mishaps = [{ stallAfter: 1000 }];
    const first = pull();
    await until('a part', async () => (await partialBytes()) === 1000);
    await expect(pull()).rejects.toMatchObject({ name: 'PullUnderWay' });
    clock.stall();
    await first;
    await expectWhole();
  });

  it('are not kept out by one that died', async () => {
    const child = spawn('true');
    await once(child, 'exit');
    const dead = { pid: child.pid, startTicks: '1' };
    await writeFile(join(folder, `${FILE}.lock`), JSON.stringify(dead));
    await pull();
    await expectWhole();
  });
});

describe('what a mirror is shown', () => {
  it('is its own user and password, never the token', async () => {
    await pull({ mirror: withUser(server.url), token: 'hf_token' });
    const basic = Buffer.from('me:secret').toString('base64');
    expect(server.asked[0]?.authorization).toBe(`Basic ${basic}`);
  });

  it('is not shown to another host that it redirects to', async () => {
    const other = await startFileServer(CONTENT);
    server.mishaps = [{ location: `${other.url}/elsewhere` }];
    await pull({ mirror: withUser(server.url) });
    expect(server.asked[0]?.authorization).toBeDefined();
    expect(other.asked[0]?.authorization).toBeUndefined();
    await other.close();
    await expectWhole();
  });

  it('does not stand in an error', async () => {
    server.mishaps = [{ status: 404 }];
    const pulling = pull({ mirror: withUser(server.url) });
    await expect(pulling).rejects.toThrow(`${server.url}/${FILE} answers 404`);
  });
});
