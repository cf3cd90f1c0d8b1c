import {
  InvokeEndpointCommand,
  ModelError,
  SageMakerRuntimeClient,
} from '@aws-sdk/client-sagemaker-runtime';
import * as z from 'zod';
import {
  Malformed,
  ModelBusy,
  ModelFailed,
  ModelHasNoCapacity,
  PromptTooLong,
} from '../../core/errors.ts';
import { SECONDS_OF_A_REQUEST } from '../../core/function-timeouts.ts';
import {
  Answer,
  AnswerResponse,
  CountResponse,
  REQUEST_LIMITS,
  RequestError,
  type AnswerRequestInput,
} from '../../core/language-model.ts';
import type { LanguageModel } from '../../core/language-model-analyser/language-model.ts';
import { parseAs } from './handler.ts';

/** Nothing is tried again here: the state machine waits for less than a function does. */
const CLIENT = {
  maxAttempts: 1,
  requestHandler: {
    connectionTimeout: 3000,
    requestTimeout: SECONDS_OF_A_REQUEST * 1000,
    throwOnRequestTimeout: true,
  },
} as const;

/** An answer that is none leaves the others standing. */
const LenientResponse = AnswerResponse.extend({ answers: z.record(z.string(), z.unknown()) });

/** What the service answers while it, or the component, has no room. */
const BUSY = ['ThrottlingException', 'ServiceUnavailable', 'ModelNotReadyException'];
/** What the container answers then; 0 is none at all, from one that was killed or hangs. */
const BUSY_STATUS = [0, 429, 503, 504];

/** The language model behind a SageMaker endpoint. */
export class EndpointLanguageModel implements LanguageModel {
  readonly identity: string;
  readonly #component: { EndpointName: string; InferenceComponentName: string };
  readonly #client: SageMakerRuntimeClient;

  constructor(endpoint: string, component: string, client = new SageMakerRuntimeClient(CLIENT)) {
    this.identity = component;
    this.#component = { EndpointName: endpoint, InferenceComponentName: component };
    this.#client = client;
  }

  async count(texts: readonly string[]): Promise<{ counts: number[]; contextTokens: number }> {
    const answers: CountResponse[] = [];
    for (const count of batchesOf(texts, REQUEST_LIMITS.texts)) {
      answers.push(await this.#invoke({ count }, CountResponse));
    }
    const [first] = answers;
    const counts = answers.flatMap((answer) => answer.counts);
    if (first === undefined || counts.length !== texts.length) {
      throw new Malformed('token counts', `expected ${texts.length}, got ${counts.length}`);
    }
    return { counts, contextTokens: first.model.contextTokens };
  }

  /**
   * Answers of another form than the contract's are left out.
   * @throws PromptTooLong
   */
  async answer(request: AnswerRequestInput): Promise<AnswerResponse> {
    const { answers, ...response } = await this.#invoke(request, LenientResponse);
    const valid = Object.entries(answers).flatMap(([name, answer]) => {
      const { data } = Answer.safeParse(answer);
      return data === undefined ? [] : [[name, data] as const];
    });
    return { ...response, answers: Object.fromEntries(valid) };
  }

  /** @throws ModelHasNoCapacity, ModelBusy, ModelFailed, Malformed */
  async #invoke<T>(request: unknown, schema: z.ZodType<T>): Promise<T> {
    const { Body } = await this.#send(JSON.stringify(request));
    return parseAs(schema, parseJson(Body.transformToString()), 'model answer');
  }

  async #send(body: string) {
    const json = { ContentType: 'application/json', Accept: 'application/json', Body: body };
    try {
      return await this.#client.send(new InvokeEndpointCommand({ ...this.#component, ...json }));
    } catch (error) {
      throw meaningOf(error);
    }
  }
}

/**
 * The service does not look into a body: what it finds invalid is a component that "has no
 * capacity", or one that a deployment has just replaced and this function's next version knows.
 */
const NO_COPY = 'the inference component has no copy in service under this name';

/** An error as the analysis and the state machine tell them apart; others stay what they are. */
function meaningOf(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  if (error.name === 'ValidationError') return new ModelHasNoCapacity(NO_COPY);
  if (BUSY.includes(error.name)) return new ModelBusy(error.name);
  if (!(error instanceof ModelError)) return error;
  const { OriginalStatusCode: status = 0, OriginalMessage: message = '' } = error;
  if (BUSY_STATUS.includes(status)) return new ModelBusy(`the container answered ${status}`);
  const { code, tokensOver } = RequestError.safeParse(parseJson(message)).data?.error ?? {};
  if (code === 'PROMPT_TOO_LONG') return new PromptTooLong(tokensOver ?? 1);
  return new ModelFailed(code ?? status);
}

/** Undefined for what is no JSON, which no schema takes. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const batchesOf = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, at) =>
    all.slice(at * size, (at + 1) * size),
  );
