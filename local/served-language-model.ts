import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as z from 'zod';
import type { Clock } from '../core/clock.ts';
import { ModelFailed, PromptTooLong } from '../core/errors.ts';
import {
  AnswerResponse,
  CountResponse,
  REQUEST_LIMITS,
  RequestError,
  type AnswerRequestInput,
} from '../core/language-model.ts';
import type { LanguageModel } from '../core/language-model-analyser/language-model.ts';
import { serverOf } from './language-model.ts';
import type { ModelFile } from './language-model-server.ts';

const SECONDS_TO_LOAD = 600;
const STOP_GRACE_MS = 2000;
/** The server is asked for text alone: there is no service that it could reach. */
const NOWHERE = 'http://127.0.0.1:9';
const ENDPOINTS = {
  s3: NOWHERE,
  dynamodb: NOWHERE,
  sqs: NOWHERE,
  stepFunctions: NOWHERE,
  eventBridge: NOWHERE,
  sageMakerRuntime: NOWHERE,
};

/** The server answered with a status that is none of success; its code says which. */
export class LanguageModelRefused extends Error {
  override readonly name = 'LanguageModelRefused';
}

/** A language model in a server of its own, until it is stopped. */
export interface RunningLanguageModel {
  model: LanguageModel;
  stop(): Promise<void>;
}

/**
 * Starts a server for a model's file and waits until it is loaded.
 * @throws LanguageModelUnreadable; LanguageModelRefused when the file is no model that runs, or
 * takes over ten minutes to load
 */
export async function startLanguageModel(
  file: ModelFile,
  clock: Clock,
): Promise<RunningLanguageModel> {
  const server = await serverOf(file, clock);
  const logs = await mkdtemp(join(tmpdir(), 'sada-language-model-'));
  const stop = async (): Promise<void> => {
    await server.stop(STOP_GRACE_MS);
    await rm(logs, { recursive: true, force: true });
  };
  try {
    await server.start(ENDPOINTS, logs);
    const address = await server.healthy(AbortSignal.timeout(SECONDS_TO_LOAD * 1000)).catch(() => {
      throw new LanguageModelRefused(`${file.file} is no language model that runs here`);
    });
    if (address === null) throw new LanguageModelRefused('the model took over ten minutes to load');
    return { model: new ServedLanguageModel(address, server.identity), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The container's own HTTP, as SageMaker would speak it. */
class ServedLanguageModel implements LanguageModel {
  readonly identity: string;
  readonly #address: string;

  constructor(address: string, identity: string) {
    this.identity = identity;
    this.#address = address;
  }

  async count(texts: readonly string[]): Promise<{ counts: number[]; contextTokens: number }> {
    const { counts, model } = await this.#invoke(
      { count: texts.slice(0, REQUEST_LIMITS.texts) },
      CountResponse,
    );
    const rest = texts.slice(REQUEST_LIMITS.texts);
    if (rest.length > 0) counts.push(...(await this.count(rest)).counts);
    return { counts, contextTokens: model.contextTokens };
  }

  answer(request: AnswerRequestInput): Promise<AnswerResponse> {
    return this.#invoke(request, AnswerResponse);
  }

  async #invoke<T>(request: unknown, schema: z.ZodType<T>): Promise<T> {
    const response = await fetch(`${this.#address}/invocations`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
    });
    const answer: unknown = await response.json();
    if (response.ok) return schema.parse(answer);
    const { code, tokensOver } = RequestError.safeParse(answer).data?.error ?? {};
    if (code === 'PROMPT_TOO_LONG') throw new PromptTooLong(tokensOver ?? 1);
    throw new ModelFailed(code ?? response.status);
  }
}
