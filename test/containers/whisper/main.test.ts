import { spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Misuse, commandOf } from '../../../containers/whisper/src/arguments.ts';
import { RawTranscript } from '../../../core/transcript.ts';
import { listen } from '../../../local/services/http.ts';
import { ROOT } from '../../support/project-files.ts';
import { requirePrograms } from '../../support/programs.ts';
import { wavHeader } from '../../support/wav.ts';

let folder: string;

beforeAll(async () => {
  requirePrograms('ffmpeg', 'ffprobe', 'pocketsphinx_batch');
  folder = await mkdtemp(join(tmpdir(), 'main-'));
});
afterAll(() => rm(folder, { recursive: true }));

// Each starts a Node of its own, slowly where others share the machine.
describe('the program', { timeout: 60_000 }, () => {
  it('hears one recording and prints its transcript as JSON alone', async () => {
    const file = join(folder, 'call.wav');
    await writeFile(file, await firstSeconds(5, 'samples/router-follow-up.wav'));
    const { status, stdout } = await run('--once', file, '--json');
    expect(status).toBe(0);
    const { turns } = RawTranscript.parse(JSON.parse(stdout));
    expect(turns[0]?.text).toContain('technical support');
  });

  it('says why it heard nothing, on stderr, with status 1', async () => {
    const file = join(folder, 'notes.wav');
    await writeFile(file, 'a text');
    const { status, stdout, stderr } = await run('--once', file);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toBe('NOT_AUDIO: The file is not a recording in a format that can be read.\n');
  });

  it('says what it expected, with status 2', async () => {
    const { status, stderr } = await run('--once', join(folder, 'nowhere.wav'));
    expect(status).toBe(2);
    expect(stderr).toContain('which is no file');
  });

  it('names what the environment of a worker lacks, with status 2', async () => {
    const { status, stderr } = await run();
    expect(status).toBe(2);
    expect(stderr).toContain('SADA_JOB_QUEUE_URL');
    expect(stderr).toContain('SADA_BUCKET');
  });
});

describe('a worker process', { timeout: 60_000 }, () => {
  it('ends with status 0 when it is told to stop while it waits for jobs', async () => {
    const polls = new EventEmitter();
    // Leaves the poll open, as SQS does while there is no message.
    const queue = await listen(async () => void polls.emit('poll'));
    const { child, ended } = start([], environmentOf(queue.endpoint));
    await once(polls, 'poll');
    child.kill('SIGTERM');
    const { status, stdout } = await ended;
    await queue.close();
    expect([status, messagesIn(stdout)]).toEqual([0, ['ready', 'stopping']]);
  });

  it('ends by itself with status 0 when it had no job for as long as it was told', async () => {
    const queue = await listen(async (_, response) => {
      response.writeHead(200, { 'content-type': 'application/x-amz-json-1.0' }).end('{}');
    });
    const environment = { ...environmentOf(queue.endpoint), SADA_IDLE_MINUTES: '0.0001' };
    const { status, stdout } = await start([], environment).ended;
    await queue.close();
    expect([status, messagesIn(stdout)]).toEqual([0, ['ready', 'stopping']]);
  });
});

describe('the command line', () => {
  it.each([
    [['--once']],
    [['--once', 'a.wav', '--language', 'fr']],
    [['--once', 'a.wav', '--agent-channel', 'middle']],
    [['--json']],
    [['a.wav']],
    [['--unknown']],
  ])('refuses %j', (args) => {
    expect(() => commandOf(args)).toThrow(Misuse);
  });

  it('reads its options', () => {
    expect(commandOf([])).toEqual({ do: 'serve' });
    expect(commandOf(['--help'])).toEqual({ do: 'help' });
    const options = ['--language', 'ar', '--agent-channel', 'right', '--json'];
    expect(commandOf(['--once', 'a.wav', ...options])).toEqual({
      do: 'once',
      file: 'a.wav',
      json: true,
      language: 'ar',
      agentChannel: 'right',
    });
  });
});

/** The beginning of a stereo sample. */
async function firstSeconds(seconds: number, sample: string): Promise<Buffer> {
  const data = (await readFile(join(ROOT, sample))).subarray(44, 44 + seconds * 64_000);
  return Buffer.concat([wavHeader(data.length, 16_000, 2), data]);
}

interface Ended {
  status: number | null;
  stdout: string;
  stderr: string;
}

const run = (...args: string[]): Promise<Ended> => start(args, {}).ended;

const environmentOf = (endpoint: string) => ({
  AWS_ENDPOINT_URL: endpoint,
  AWS_REGION: 'eu-central-1',
  AWS_ACCESS_KEY_ID: 'test',
  AWS_SECRET_ACCESS_KEY: 'test',
  SADA_JOB_QUEUE_URL: `${endpoint}/000000000000/jobs`,
  SADA_BUCKET: 'calls',
});

const messagesIn = (log: string): unknown[] =>
  log
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { message: unknown }).message);

function start(args: readonly string[], environment: Readonly<Record<string, string>>) {
  const program = ['--import', 'tsx', 'containers/whisper/src/main.ts'];
  const child = spawn(process.execPath, [...program, ...args], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'], ...environment },
  });
  const said = { stdout: '', stderr: '' };
  child.stdout.on('data', (data: Buffer) => (said.stdout += data.toString()));
  child.stderr.on('data', (data: Buffer) => (said.stderr += data.toString()));
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (status) => resolve({ status, ...said }));
  });
  return { child, ended };
}
