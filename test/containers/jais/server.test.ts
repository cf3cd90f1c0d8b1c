import { once } from 'node:events';
import { copyFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { performance } from 'node:perf_hooks';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ENV } from '../../../core/contract.ts';
import type { AnswerResponse } from '../../../core/language-model.ts';
import { aFolder, aModelFolder } from './a-model.ts';
import { aListeningServer, post, type RunningServer, startProgram } from './a-server.ts';

const folder = await aModelFolder();

/** The engine's start, on a machine that others use as well. */
vi.setConfig({ testTimeout: 60_000 });

let server: RunningServer;
beforeAll(async () => {
  server = await aListeningServer(folder);
});
afterAll(async () => {
  server.stop();
  await server.ended;
});

const QUESTION = {
  prefix: 'my card is 4111. The customer asked for a refund.',
  branches: [{ name: 'sentiment', suffix: ' Sentiment: ', choose: ['positive', 'negative'] }],
};

const LATE = '{"count":["late"]}';

/** Long enough that a signal comes while it is at work. */
const LONG = {
  prefix: 'The customer called about the router. '.repeat(40),
  branches: Array.from({ length: 6 }, (_, at) => ({
    name: `text${at}`,
    suffix: ' Summary: ',
    write: { type: 'string', minLength: 200, maxLength: 200 },
    maxTokens: 620,
  })),
};

describe('the life of the language-model server', () => {
  it('is unwell until its model is loaded, then well at once, and repeats nothing', async () => {
    const early = await fetch(`${server.url}/ping`);
    expect(early.status).toBe(503);
    expect(await early.json()).toMatchObject({ error: { code: 'MODEL_NOT_LOADED' } });
    expect(await post(server, QUESTION)).toMatchObject({ status: 503 });

    await server.logged('"ready"');
    const startedAt = performance.now();
    expect((await fetch(`${server.url}/ping?x=1`)).status).toBe(200);
    expect(performance.now() - startedAt).toBeLessThan(50);

    expect((await post(server, QUESTION)).status).toBe(200);
    expect(server.stdout()).toContain('"answered"');
    expect(server.stdout()).not.toContain('4111');
  });

  it('answers on SIGTERM what it has begun, takes nothing new, and ends well', async () => {
    const begun = request(`${server.url}/invocations`, {
      method: 'POST',
      headers: { 'content-length': LATE.length, expect: '100-continue' },
    });
    begun.flushHeaders();
    // The server has read the headers once it says that it waits for the rest.
    await once(begun, 'continue');
    const answer = post<AnswerResponse>(server, LONG);
    await fetch(`${server.url}/ping`);
    server.stop();
    await server.logged('stopping');
    begun.end(LATE);
    const [late] = (await once(begun, 'response')) as [IncomingMessage];
    expect(late.statusCode).toBe(200);
    expect(await text(late)).toContain('counts');
    const { status, body } = await answer;
    expect(status).toBe(200);
    expect(Object.values(body.answers).every((one) => 'value' in one)).toBe(true);
    expect(await server.ended).toBe(0);
  });
});

describe('the program', () => {
  it('ends with 2 and one line on misuse', async () => {
    const { ended, stderr } = startProgram(['serve', 'twice']);
    expect(await ended).toBe(2);
    expect(stderr()).toBe("the arguments are 'serve twice', expected: serve\n");
  });

  it('ends at once when it is told to while its model is loading', async () => {
    const loading = await aListeningServer(folder);
    loading.stop();
    expect(await loading.ended).toBe(0);
    expect(loading.stdout()).not.toContain('"ready"');
  });

  it.each([
    [
      'is cut short',
      (path: string) => truncateSync(path, 500_000),
      / is not within the file bounds/,
    ],
    ['is of an unknown architecture', renamed, /unknown model architecture: 'jaix'/],
  ])('ends with 1 and one clear line when its model %s', async (_, spoil, reason) => {
    const path = join(aFolder(), 'model.gguf');
    copyFileSync(join(folder, 'model.gguf'), path);
    spoil(path);
    const { ended, stderr } = startProgram(['serve'], { [ENV.languageModel]: path });
    expect(await ended).toBe(1);
    expect(stderr()).toMatch(/^model\.gguf can't be loaded: [^\n]+\n$/);
    expect(stderr()).toMatch(reason);
  });
});

/** The same file, of an architecture that nobody knows. */
function renamed(path: string): void {
  const bytes = readFileSync(path);
  bytes.write('jaix', bytes.indexOf('jais'));
  writeFileSync(path, bytes);
}
