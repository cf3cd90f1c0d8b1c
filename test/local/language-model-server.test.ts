import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeRandomModel } from '../../containers/jais/tools/gguf/model.ts';
import { SHAPES } from '../../containers/jais/tools/gguf/shape.ts';
import type { Endpoints } from '../../local/child-environment.ts';
import { systemClock } from '../../local/clock.ts';
import { LanguageModelServer } from '../../local/language-model-server.ts';
import { containerOf, modelFileIn } from '../../local/language-model.ts';
import { freePort } from '../../local/services/http.ts';
import { until } from '../support/until.ts';

const NOWHERE = 'http://127.0.0.1:9';
const ENDPOINTS: Endpoints = {
  s3: NOWHERE,
  dynamodb: NOWHERE,
  sqs: NOWHERE,
  stepFunctions: NOWHERE,
  eventBridge: NOWHERE,
  sageMakerRuntime: NOWHERE,
};
const waiting = new AbortController().signal;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sada-server-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function aServer(file: string): Promise<LanguageModelServer> {
  const server = new LanguageModelServer(
    { file, threads: 1 },
    'tiny',
    await freePort(),
    systemClock,
  );
  await server.start(ENDPOINTS, folder);
  return server;
}

describe("the language model's server", () => {
  it('is waited for while it loads its model, and is there again after a kill', async () => {
    const file = join(folder, 'tiny.gguf');
    await writeRandomModel(file, SHAPES.tiny, { architecture: 'jais' });
    const server = await aServer(file);
    const address = await server.healthy(waiting);
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const first = server.pid ?? 0;
    process.kill(first, 'SIGKILL');
    await until('another server', () => server.pid !== null && server.pid !== first);
    expect(await server.healthy(waiting)).toBe(address);
    await server.stop(2000);
    expect(server.pid).toBeNull();
  }, 60_000);

  it('is not waited for when it ends on a file that is no model', async () => {
    const file = join(folder, 'broken.gguf');
    await writeFile(file, 'no model, only words');
    const server = await aServer(file);
    await expect(server.healthy(waiting)).rejects.toMatchObject({
      name: 'ModelError',
      members: { OriginalStatusCode: 500 },
    });
    await server.stop(2000);
  }, 30_000);

  it('is waited for no longer than the request is', async () => {
    const server = new LanguageModelServer(
      { file: 'unstarted' },
      'none',
      await freePort(),
      systemClock,
    );
    expect(await server.healthy(AbortSignal.abort())).toBeNull();
  });
});

describe('a file of a language model', () => {
  it('is the one that the environment names', () => {
    expect(modelFileIn({ SADA_LANGUAGE_MODEL: 'a.gguf' })).toEqual({ file: 'a.gguf' });
    expect(modelFileIn({ SADA_LANGUAGE_MODEL: 'a.gguf', SADA_MODEL_THREADS: '1' })).toEqual({
      file: 'a.gguf',
      threads: 1,
    });
    expect(modelFileIn({ SADA_LANGUAGE_MODEL: '' })).toBeNull();
  });

  it('is missed before anything starts', async () => {
    const file = join(folder, 'missing.gguf');
    await expect(containerOf({ file }, systemClock)).rejects.toMatchObject({
      name: 'LanguageModelUnreadable',
      message: expect.stringContaining('ENOENT') as string,
    });
  });
});
