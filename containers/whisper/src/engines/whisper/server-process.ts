import { spawn, type ChildProcess } from 'node:child_process';
import { request } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import type { Clock } from '../../../../../core/clock.ts';
import { TranscriptionFailed } from '../../errors.ts';

/** Loading the largest model from a cold disk takes a minute. */
const SECONDS_TO_START = 300;
const MILLISECONDS_BETWEEN_LOOKS = 50;
const SECONDS_TO_STOP = 5;
/** What the server says while it loads fits; what it says of a recording is not kept. */
const KEPT_CHARACTERS = 64 * 1024;

/** What whisper.cpp logs when a graphics card carries the model. */
const ON_A_GPU = /using (CUDA|ROCm|Vulkan|Metal)\d* backend/;

/** How a server is started. */
export interface ServerOptions {
  program: string;
  /** Path of the ggml model. */
  model: string;
  threads: number;
  gpuRequired: boolean;
  clock: Clock;
}

/** A whisper-server that has loaded its model and listens on loopback. */
export interface ServerProcess {
  port: number;
  /** Settles when it has ended, whatever the reason. */
  ended: Promise<void>;
  hasEnded(): boolean;
  stop(): Promise<void>;
}

/**
 * Starts a server and waits until it answers.
 * @throws TranscriptionFailed ENGINE_UNAVAILABLE when it does not start: no such program, no such
 * model, or no graphics card where one is required
 */
export async function startServer(options: ServerOptions): Promise<ServerProcess> {
  const port = await freePort();
  const child = spawn('setpriv', argumentsOf(options, port), {
    env: environment(),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const started = supervised(child, port, options.clock);
  const log = startLog(child);
  try {
    await answers(started, options);
    if (options.gpuRequired && !ON_A_GPU.test(log())) {
      throw unavailable('whisper-server found no GPU, and this worker requires one');
    }
    return started;
  } catch (error) {
    await started.stop();
    throw error;
  }
}

function argumentsOf({ program, model, threads }: ServerOptions, port: number): string[] {
  // The server ends with the worker, however that ends.
  const bound = ['--pdeathsig', 'KILL', '--', program];
  const listen = ['--host', '127.0.0.1', '--port', String(port)];
  return [...bound, ...listen, '--model', model, '--threads', String(threads)];
}

/**
 * Threads that wait must sleep: spinning ones made a job of 3 s last 43 s on a busy machine. Of our
 * own environment it sees what finds programs and graphics cards.
 */
function environment(): NodeJS.ProcessEnv {
  const seen = ['PATH', 'LD_LIBRARY_PATH', 'CUDA_VISIBLE_DEVICES', 'NVIDIA_VISIBLE_DEVICES'];
  const known = seen.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(known), OMP_WAIT_POLICY: 'passive', GOMP_SPINCOUNT: '0' };
}

/** Both programs report a missing file in their own words; its name is all that matters. */
function startLog(child: ChildProcess): () => string {
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    if (said.length < KEPT_CHARACTERS) said += text;
  });
  return () => said;
}

function supervised(child: ChildProcess, port: number, clock: Clock): ServerProcess {
  let over = false;
  const ended = new Promise<void>((resolve) => {
    const end = (): void => {
      over = true;
      resolve();
    };
    child.once('error', end);
    child.once('exit', end);
  });
  return {
    port,
    ended,
    hasEnded: () => over,
    async stop() {
      child.kill('SIGTERM');
      const cancel = clock.after(SECONDS_TO_STOP * 1000, () => void child.kill('SIGKILL'));
      await ended;
      cancel();
    },
  };
}

/** Looks until the server answers: its own announcement stays in a buffer. */
async function answers(server: ServerProcess, { clock, program, model }: ServerOptions) {
  const deadline = clock.now() + SECONDS_TO_START * 1000;
  while (!(await isHealthy(server.port))) {
    if (server.hasEnded()) {
      throw unavailable(`whisper-server did not start: is ${program} a program, ${model} a model?`);
    }
    if (clock.now() > deadline) throw unavailable(`whisper-server took over ${SECONDS_TO_START} s`);
    await new Promise<void>((resolve) => void clock.after(MILLISECONDS_BETWEEN_LOOKS, resolve));
  }
  if (server.hasEnded()) throw unavailable('another program answers on the port of whisper-server');
}

function isHealthy(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const asked = request({ host: '127.0.0.1', port, path: '/health' }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    asked.once('error', () => resolve(false));
    asked.end();
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve) => void server.close(() => resolve()));
  return port;
}

const unavailable = (detail: string): TranscriptionFailed =>
  new TranscriptionFailed('ENGINE_UNAVAILABLE', detail);
