import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import pLimit, { type LimitFunction } from 'p-limit';
import type { Clock } from '../../core/clock.ts';
import { ended, startProgram } from '../child-process.ts';

/** A function as the pool runs it. */
export interface FunctionSetup {
  name: string;
  bundle: string;
  env: Readonly<Record<string, string>>;
  logFile: string;
  timeoutMs: number;
  /** Processes at a time; further events wait. */
  concurrency: number;
}

/** A function's failure, named as Lambda names it to Step Functions. */
export class FunctionError extends Error {
  constructor(name: string, message: string) {
    super(message);
    this.name = name;
  }
}

interface Answer {
  result?: unknown;
  error?: { name: string; message: string };
}

const CHILD = fileURLToPath(new URL('child.mjs', import.meta.url));

/**
 * Runs one handler as Lambda does: each process answers one event at a time and is kept warm; a
 * process that dies or takes too long is gone and the next event gets a new one.
 */
export class FunctionPool {
  readonly #setup: FunctionSetup;
  readonly #clock: Clock;
  readonly #slots: LimitFunction;
  readonly #idle: ChildProcess[] = [];
  readonly #all = new Set<ChildProcess>();

  constructor(setup: FunctionSetup, clock: Clock) {
    this.#setup = setup;
    this.#clock = clock;
    this.#slots = pLimit(setup.concurrency);
  }

  /** Process ids, for those who measure or, in tests, kill. */
  get pids(): number[] {
    return [...this.#all].map((child) => child.pid ?? 0);
  }

  /** @throws FunctionError with the name of what the handler threw, or Lambda's own */
  invoke(event: unknown): Promise<unknown> {
    return this.#slots(async () => {
      const child = this.#idle.pop() ?? (await this.#start());
      const { result, error } = await this.#ask(child, event);
      this.#idle.push(child);
      if (error) throw new FunctionError(error.name, error.message);
      return result;
    });
  }

  async stop(): Promise<void> {
    const children = [...this.#all];
    for (const child of children) child.kill('SIGKILL');
    await Promise.all(children.map(ended));
  }

  async #start(): Promise<ChildProcess> {
    const { name, bundle, env, logFile } = this.#setup;
    const child = await startProgram({
      command: process.execPath,
      args: [CHILD, bundle, name],
      env: { ...env, AWS_LAMBDA_FUNCTION_NAME: name },
      logFile,
      ipc: true,
    });
    this.#all.add(child);
    child.once('exit', () => this.#forget(child));
    await this.#answerOf(child, () => 'Runtime.ExitError');
    return child;
  }

  #ask(child: ChildProcess, event: unknown): Promise<Answer> {
    let error = 'Lambda.Unknown';
    const cancel = this.#clock.after(this.#setup.timeoutMs, () => {
      error = 'Sandbox.Timedout';
      child.kill('SIGKILL');
    });
    const answer = this.#answerOf(child, () => error);
    child.send({ requestId: randomUUID(), event });
    return answer.finally(cancel);
  }

  #answerOf(child: ChildProcess, errorAtExit: () => string): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const gone = (): void => {
        reject(new FunctionError(errorAtExit(), `${this.#setup.name} ended before it answered`));
      };
      child.once('exit', gone);
      child.once('message', (answer) => {
        child.off('exit', gone);
        resolve(answer as Answer);
      });
    });
  }

  #forget(child: ChildProcess): void {
    this.#all.delete(child);
    const at = this.#idle.indexOf(child);
    if (at >= 0) this.#idle.splice(at, 1);
  }
}
