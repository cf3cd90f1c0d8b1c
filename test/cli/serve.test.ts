import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CallRecord } from '../../core/call.ts';
import { LISTENING } from '../../local/ports.ts';
import { holderOf } from '../../local/state-directory.ts';
import { ROOT } from '../support/project-files.ts';
import { runSada, startSada, type Running } from '../support/run-sada.ts';

/** Debian's, not another one that may stand first on the path. */
const AWS_CLI = '/usr/bin/aws';
const SAMPLE = `${ROOT}samples/router-follow-up-8khz-mulaw.wav`;

const run = promisify(execFile);

let folder: string;
let state: string;
let text: string;
let serving: Running;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sada-serve-'));
  state = join(folder, 'state');
  text = join(folder, 'notes.wav');
  await writeFile(text, 'only text');
  serving = startSada(['serve', '--port', '0', '--state', state]);
  await serving.shown('Up in');
}, 30_000);
afterAll(async () => {
  process.kill(serving.pid, 'SIGTERM');
  await serving.ended;
  await rm(folder, { recursive: true });
});

async function awsCli(...args: string[]): Promise<string> {
  const holder = await holderOf(state);
  const env = {
    PATH: process.env['PATH'],
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_DEFAULT_REGION: 'us-east-1',
    AWS_EC2_METADATA_DISABLED: 'true',
  };
  const endpoint = ['--endpoint-url', `http://127.0.0.1:${holder?.ports['s3']}`];
  return (await run(AWS_CLI, [...endpoint, ...args], { env })).stdout;
}

describe('sada serve', () => {
  it('turns what the AWS CLI drops into a Call Analysed line of sada events', async () => {
    const events = startSada(['events', '--state', state]);
    await events.shown('Following');
    await awsCli('s3', 'cp', SAMPLE, 's3://sada-recordings/recordings/from-the-cli.wav');
    await serving.shown('analysed');
    await events.printed('Call Analysed');
    process.kill(events.pid, 'SIGINT');
    const { stdout, exitCode } = await events.ended;
    expect(exitCode).toBe(0);
    expect(
      stdout
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as unknown),
    ).toEqual([expect.objectContaining({ source: 'sada.calls', 'detail-type': 'Call Analysed' })]);
  }, 60_000);

  it('is used by sada process', async () => {
    const ran = await runSada('process', text, '--json', '--state', state);
    expect(ran.exitCode).toBe(1);
    expect(ran.stderr).toContain(`process ${serving.pid}`);
    expect(JSON.parse(ran.stdout)).toMatchObject({ error: { code: 'NOT_AUDIO' } });
  }, 20_000);

  it('has its calls listed and shown while it runs', async () => {
    await runSada('process', text, '--state', state);
    const listed = await runSada('calls', '--status', 'REJECTED', '--json', '--state', state);
    const record = CallRecord.parse(JSON.parse(listed.stdout.trim()));
    expect(record).toMatchObject({ status: 'REJECTED', code: 'NOT_AUDIO' });
    const shown = await runSada('call', record.callId.slice(0, 8), '--state', state);
    expect(shown).toMatchObject({ exitCode: 0 });
    expect(shown.stdout).toContain('REJECTED NOT_AUDIO');
  }, 20_000);

  it('lets no second one onto its state directory, and says who has it', async () => {
    const second = await runSada('serve', '--port', '0', '--state', state);
    expect(second.exitCode).toBe(1);
    expect(second.stderr).toContain(`process ${serving.pid}`);
  });

  it('names a port that is in use', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.address() as AddressInfo;
    const ran = await runSada('serve', '--port', String(port), '--state', join(folder, 'other'));
    server.close();
    expect(ran.exitCode).toBe(1);
    // The ports beside it are the machine's to give away: one of them may be named first.
    const named = Number(/port (\d+) is in use/.exec(ran.stderr)?.[1]);
    expect(named).toBeGreaterThanOrEqual(port);
    expect(named).toBeLessThan(port + Object.keys(LISTENING).length);
  });

  it('stops in order, and lets go of its state directory', async () => {
    const other = join(folder, 'stopped');
    const stopping = startSada(['serve', '--port', '0', '--state', other]);
    await stopping.shown('Up in');
    process.kill(stopping.pid, 'SIGTERM');
    expect(await stopping.ended).toMatchObject({ exitCode: 0 });
    expect(await holderOf(other)).toBeNull();
  });

  it.each([['70000'], ['-1'], ['many'], ['65535']])('refuses the port %s', async (port) => {
    expect(await runSada('serve', '--port', port)).toMatchObject({ exitCode: 2 });
  });
});

describe('without a running system', () => {
  it('sada events says how to start one', async () => {
    const ran = await runSada('events', '--state', join(folder, 'none'));
    expect(ran.exitCode).toBe(1);
    expect(ran.stderr).toContain('sada serve');
  });

  it('sada calls reads what is stored', async () => {
    const stored = join(folder, 'stored');
    await runSada('process', text, '--state', stored);
    const { stdout } = await runSada('calls', '--json', '--state', stored);
    expect(CallRecord.parse(JSON.parse(stdout.trim())).status).toBe('REJECTED');
  }, 20_000);

  it.each([
    ['an id that no call has', ['call', 'zzzz']],
    ['a status that is none', ['calls', '--status', 'DONE']],
  ])('refuses %s with exit code 2', async (_, args) => {
    const ran = await runSada(...args, '--state', join(folder, 'stored'));
    expect(ran.exitCode).toBe(2);
  });
});
