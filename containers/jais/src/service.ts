import type * as z from 'zod';
import type { Cancel, Clock } from '../../../core/clock.ts';
import { AnswerRequest, CountRequest } from '../../../core/language-model.ts';
import { answer } from './answers/answer.ts';
import { count } from './answers/count.ts';
import { PriorCache } from './answers/prior-cache.ts';
import type { Config } from './config.ts';
import { samplerCollector } from './free-samplers.ts';
import { problemsOf } from './http/problems.ts';
import { RequestRefused } from './http/refusal.ts';
import type { Invocation, Service } from './http/server.ts';
import type { Log } from './log.ts';
import type { LoadedModel } from './model/load.ts';

/** The endpoint's two operations, over a model that may still be loading or about to go. */
export class ModelService implements Service {
  readonly #config: Config;
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #priors = new PriorCache();
  readonly #freeSamplers = samplerCollector();
  readonly #stop = new AbortController();
  #model: LoadedModel | null = null;
  #draining = false;

  constructor(config: Config, clock: Clock, log: Log) {
    this.#config = config;
    this.#clock = clock;
    this.#log = log;
  }

  load(model: LoadedModel): void {
    this.#model = model;
  }

  /** Takes no more requests, and cuts short what is still at work when the time is up. */
  drain(): Cancel {
    this.#draining = true;
    const stopped = new RequestRefused(
      'STOPPING',
      'The server stopped before the answer was done.',
    );
    return this.#clock.after(this.#config.drainSeconds * 1000 - CLOSING_MS, () =>
      this.#stop.abort(stopped),
    );
  }

  ping(): void {
    this.#ready();
  }

  accept(): Invocation {
    const model = this.#ready();
    return (body, gone) => this.#invoke(model, body, gone);
  }

  async #invoke(model: LoadedModel, body: unknown, gone: AbortSignal): Promise<object> {
    if (typeof body === 'object' && body !== null && 'count' in body) {
      return count(model, valid(CountRequest, body), gone);
    }
    const request = valid(AnswerRequest, body);
    return this.#inTime(gone, (signal) => this.#answer(model, request, signal));
  }

  async #answer(model: LoadedModel, request: AnswerRequest, signal: AbortSignal): Promise<object> {
    const startedAt = this.#clock.now();
    const { queueLength } = this.#config;
    const answering = { model, priors: this.#priors, log: this.#log, queueLength };
    const response = await answer(answering, request, signal).finally(this.#freeSamplers);
    this.#log.info('answered', {
      branches: request.branches.length,
      ...response.usage,
      milliseconds: this.#clock.now() - startedAt,
    });
    return response;
  }

  /** Whichever comes first ends the work: its deadline, a client that hung up, or the stop. */
  async #inTime<T>(gone: AbortSignal, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const deadline = new AbortController();
    const { deadlineSeconds } = this.#config;
    const cancel = this.#clock.after(deadlineSeconds * 1000, () =>
      deadline.abort(
        new RequestRefused('DEADLINE_EXCEEDED', `No answer was done within ${deadlineSeconds} s.`),
      ),
    );
    try {
      return await work(AbortSignal.any([gone, deadline.signal, this.#stop.signal]));
    } finally {
      cancel();
    }
  }

  #ready(): LoadedModel {
    if (this.#draining) throw new RequestRefused('STOPPING', 'The server is about to stop.');
    if (this.#model === null) throw new RequestRefused('MODEL_NOT_LOADED', 'No model is loaded.');
    return this.#model;
  }
}

/** What cutting answers short and closing connections may take of the time to stop. */
const CLOSING_MS = 3000;

/** @throws RequestRefused INVALID_REQUEST */
function valid<T>(
  schema: {
    safeParse(body: unknown): { success: true; data: T } | { success: false; error: z.ZodError };
  },
  body: unknown,
): T {
  const read = schema.safeParse(body);
  if (read.success) return read.data;
  throw new RequestRefused('INVALID_REQUEST', problemsOf(read.error));
}
