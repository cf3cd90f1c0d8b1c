import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import { aServer, type RunningServer, startProgram } from './a-server.ts';

let server: RunningServer | undefined;
afterEach(async () => {
  server?.stop();
  await server?.ended;
});

async function ask(method: string, path: string, body?: string) {
  server ??= await aServer();
  const answer = await fetch(`${server.url}${path}`, {
    method,
    ...(body !== undefined && { body }),
  });
  const { error } = (await answer.json()) as { error: { code: string; message: string } };
  return { status: answer.status, code: error.code, message: error.message };
}

describe('the language-model server without a model', () => {
  it('says over each of its paths that no model is loaded', async () => {
    server = await aServer();
    const unloaded = { status: 503, code: 'MODEL_NOT_LOADED' };
    expect(await ask('GET', '/ping')).toMatchObject(unloaded);
    expect(await ask('POST', '/invocations', '{"prompt":"مرحبا"}')).toMatchObject(unloaded);
    expect(await ask('GET', '/ping?x=1')).toMatchObject(unloaded);
  });

  it('tells a wrong path and a wrong method apart', async () => {
    server = await aServer();
    expect(await ask('GET', '/models')).toMatchObject({ status: 404, code: 'NOT_FOUND' });
    expect(await ask('GET', '/toString')).toMatchObject({ status: 404, code: 'NOT_FOUND' });
    expect(await ask('POST', '/ping')).toMatchObject({ status: 405, code: 'METHOD_NOT_ALLOWED' });
  });

  it('repeats nothing of a request, in its answer or its log', async () => {
    server = await aServer();
    const { message } = await ask('POST', '/invocations', 'my card is 4111');
    server.stop();
    await server.ended;
    expect(`${message}${server.stdout()}`).not.toContain('4111');
  });
});

describe('the language-model server when it is told to stop', () => {
  it('answers what it has begun to read, then ends well', async () => {
    server = await aServer();
    const begun = request(`${server.url}/invocations`, {
      method: 'POST',
      headers: { 'content-length': 4, expect: '100-continue' },
    });
    begun.flushHeaders();
    // The server has read the headers once it says that it waits for the rest.
    await once(begun, 'continue');
    server.stop();
    await server.logged('stopping');
    begun.end('late');
    const [answer] = (await once(begun, 'response')) as [IncomingMessage];
    expect(answer.statusCode).toBe(503);
    expect(await text(answer)).toContain('MODEL_NOT_LOADED');
    expect(await server.ended).toBe(0);
  });
});

describe('the program', () => {
  it.each([[[]], [['train']], [['serve', 'twice']]])('refuses the arguments %j', async (args) => {
    const { ended, stderr } = startProgram(args);
    expect(await ended).toBe(2);
    expect(stderr()).toBe(`the arguments are '${args.join(' ')}', expected: serve\n`);
  });

  it('refuses a port that is none', async () => {
    const { ended, stderr } = startProgram(['serve'], { SAGEMAKER_BIND_TO_PORT: 'eighty' });
    expect(await ended).toBe(2);
    expect(stderr()).toBe("SAGEMAKER_BIND_TO_PORT is 'eighty', expected a port\n");
  });
});
