import { request, type IncomingMessage } from 'node:http';
import { createInterface } from 'node:readline';
import { CallWatch } from './call-watch.ts';
import type { Endpoints } from './child-environment.ts';
import { holderOf } from './state-directory.ts';
import type { WatchLine } from './watch-server.ts';

/** A local system that another process runs. */
export interface RunningSystem {
  pid: number;
  endpoints: Endpoints;
  /** Lines of the watch from now on, until the system ends or `close` is called. */
  watch(): Promise<Watch>;
}

export interface Watch {
  lines: AsyncIterable<WatchLine>;
  readonly close: () => void;
}

/** The local system that holds a state directory, or null when none does. */
export async function findRunningSystem(stateDirectory: string): Promise<RunningSystem | null> {
  const holder = await holderOf(stateDirectory);
  if (holder === null) return null;
  const { watch, ...ports } = holder.ports;
  return {
    pid: holder.pid,
    endpoints: Object.fromEntries(
      Object.entries(ports).map(([service, port]) => [service, `http://127.0.0.1:${port}`]),
    ) as unknown as Endpoints,
    watch: () => openWatch(watch ?? 0),
  };
}

/** The calls of a running system, as its own process would follow them. */
export interface FollowedCalls {
  calls: CallWatch;
  /** Aborts when there is nothing more to follow: the system has ended, or `close` was called. */
  over: AbortSignal;
  readonly close: () => void;
}

/** Follows the calls of a running system from now on. */
export async function followCalls(system: RunningSystem): Promise<FollowedCalls> {
  const calls = new CallWatch();
  const over = new AbortController();
  const { lines, close } = await system.watch();
  void (async () => {
    for await (const line of lines) {
      if ('stage' in line) calls.staged(line.stage);
      else calls.announced(line.event.detail);
    }
    over.abort();
  })();
  return { calls, over: over.signal, close };
}

async function openWatch(port: number): Promise<Watch> {
  const get = request({ host: '127.0.0.1', port });
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get.once('response', resolve);
    get.once('error', reject);
    get.end();
  });
  return {
    lines: parsed(createInterface({ input: response })),
    close: () => get.destroy(),
  };
}

async function* parsed(lines: AsyncIterable<string>): AsyncGenerator<WatchLine> {
  try {
    for await (const line of lines) yield JSON.parse(line) as WatchLine;
  } catch (error) {
    // The other side has ended, or this side has closed: there is nothing more to see.
    if ((error as NodeJS.ErrnoException).code !== 'ECONNRESET') throw error;
  }
}
