import { availableParallelism } from 'node:os';
import * as z from 'zod';
import { ENV } from '../../../core/contract.ts';

/** Where SageMaker lays a model's files. */
export const MODEL_FOLDER = '/opt/ml/model';

/** SageMaker's own variable; it expects this port otherwise. */
export const PORT_VARIABLE = 'SAGEMAKER_BIND_TO_PORT';
export const DEFAULT_PORT = 8080;

/** Variables that nobody but an operator sets. */
export const QUEUE_LENGTH = 'SADA_MODEL_QUEUE_LENGTH';
export const DEADLINE_SECONDS = 'SADA_MODEL_DEADLINE_SECONDS';
export const FORK = 'SADA_MODEL_FORK';

/** What JAIS was trained on; longer prompts need ALiBi scaling, which llama.cpp does not have. */
export const DEFAULT_CONTEXT_TOKENS = 2048;
export const DEFAULT_SEQUENCES = 4;
export const DEFAULT_QUEUE_LENGTH = 64;
/** SageMaker waits 60 s for a response. */
export const DEFAULT_DEADLINE_SECONDS = 50;
/** SageMaker kills 30 s after its signal. */
const DRAIN_SECONDS = 25;

const wholeNumber = (least: number, most: number, otherwise: number) =>
  z.coerce.number().int().min(least).max(most).default(otherwise);

const Environment = z.object({
  [PORT_VARIABLE]: wholeNumber(0, 65_535, DEFAULT_PORT),
  [ENV.languageModel]: z.string().min(1).default(MODEL_FOLDER),
  [ENV.modelThreads]: wholeNumber(1, 256, availableParallelism()),
  [ENV.modelSequences]: wholeNumber(1, 64, DEFAULT_SEQUENCES),
  [ENV.modelContextTokens]: wholeNumber(256, 131_072, DEFAULT_CONTEXT_TOKENS),
  [QUEUE_LENGTH]: wholeNumber(0, 10_000, DEFAULT_QUEUE_LENGTH),
  [DEADLINE_SECONDS]: z.coerce.number().positive().max(600).default(DEFAULT_DEADLINE_SECONDS),
  [FORK]: z.enum(['on', 'off']).default('on'),
  [ENV.gpu]: z.enum(['required', 'none']).default('none'),
});

/** How the model is loaded. */
export interface EngineSettings {
  /** A .gguf file, or the folder that it lies in. */
  model: string;
  threads: number;
  /** Prompts that are evaluated side by side. */
  sequences: number;
  /** Tokens of each. */
  contextTokens: number;
  gpu: boolean;
  /** Whether branches may run side by side, on copies of their prefix. */
  fork: boolean;
}

export interface Config {
  port: number;
  engine: EngineSettings;
  /** Requests that may wait for a sequence. */
  queueLength: number;
  deadlineSeconds: number;
  drainSeconds: number;
}

/** The environment is not what the server needs. */
export class ConfigurationInvalid extends Error {
  override readonly name = 'ConfigurationInvalid';
}

/** @throws ConfigurationInvalid naming each variable that is wrong */
export function configFrom(environment: Readonly<Record<string, string | undefined>>): Config {
  const read = Environment.safeParse(environment);
  if (!read.success) throw new ConfigurationInvalid(z.prettifyError(read.error));
  const { data } = read;
  return {
    port: data[PORT_VARIABLE],
    engine: {
      model: data[ENV.languageModel],
      threads: data[ENV.modelThreads],
      sequences: data[ENV.modelSequences],
      contextTokens: data[ENV.modelContextTokens],
      gpu: data[ENV.gpu] === 'required',
      fork: data[FORK] === 'on',
    },
    queueLength: data[QUEUE_LENGTH],
    deadlineSeconds: data[DEADLINE_SECONDS],
    drainSeconds: DRAIN_SECONDS,
  };
}
