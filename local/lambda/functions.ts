import { join } from 'node:path';
import type { Clock } from '../../core/clock.ts';
import { timeoutSecondsOf } from '../../core/function-timeouts.ts';
import { FUNCTION_NAMES } from '../../statemachines/bindings.ts';
import type { JsonValue } from '../workflow/json.ts';
import type { HandlerBundles } from './bundle.ts';
import { FunctionPool } from './function-pool.ts';

/** All handlers, each in processes of its own. */
export class Functions {
  readonly #clock: Clock;
  readonly #concurrency: number;
  readonly #pools = new Map<string, FunctionPool>();

  /** @param concurrency processes a function */
  constructor(clock: Clock, concurrency: number) {
    this.#clock = clock;
    this.#concurrency = concurrency;
  }

  /**
   * Makes the handlers ready to be invoked; a process starts with its first event.
   * @param env the whole environment of each
   * @param logs the folder that takes what they print
   */
  deploy(bundles: HandlerBundles, env: Readonly<Record<string, string>>, logs: string): void {
    for (const name of FUNCTION_NAMES) {
      const logFile = join(logs, `${name}.log`);
      const limits = { timeoutMs: timeoutSecondsOf(name) * 1000, concurrency: this.#concurrency };
      const setup = { name, bundle: bundles[name], env, logFile, ...limits };
      this.#pools.set(name, new FunctionPool(setup, this.#clock));
    }
  }

  /** @throws FunctionError */
  invoke(name: string, event: unknown): Promise<unknown> {
    return this.pool(name).invoke(event);
  }

  /** As a task of a state machine invokes it, by name or ARN. @throws FunctionError */
  async invokeAsTask(nameOrArn: string, payload: JsonValue): Promise<{ payload: JsonValue }> {
    const name = nameOrArn.replace(/^arn:aws:lambda:.*:function:/, '');
    return { payload: (await this.invoke(name, payload)) as JsonValue };
  }

  /** @throws Error when there is no such function */
  pool(name: string): FunctionPool {
    const pool = this.#pools.get(name);
    if (pool === undefined) throw new Error(`no function named '${name}'`);
    return pool;
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#pools.values()].map((pool) => pool.stop()));
  }
}
