import * as z from 'zod';
import { ENV } from '../../../core/contract.ts';
import { POCKETSPHINX } from './engines/pocketsphinx.ts';
import { ENGINE_NAME, type EngineSettings } from './engines/select.ts';

/**
 * Longest recording that is decoded, when the environment states none: 4 hours. Recordings are
 * refused on admission long before; this one protects the worker's disk.
 */
export const LONGEST_SECONDS = 4 * 60 * 60;

const Engine = z.object({
  [ENV.transcriptionEngine]: z.string().regex(ENGINE_NAME).default(POCKETSPHINX),
  [ENV.whisperServer]: z.string().min(1).default('whisper-server'),
  [ENV.whisperModel]: z.string().min(1).optional(),
  [ENV.whisperEngines]: z.coerce.number().int().min(1).max(8).default(1),
  [ENV.whisperThreads]: z.coerce.number().int().min(1).max(64).default(1),
  [ENV.gpu]: z.enum(['required', 'none']).default('none'),
});

const Environment = z.object({
  [ENV.jobQueueUrl]: z.url(),
  [ENV.bucket]: z.string().min(1),
  [ENV.workerConcurrency]: z.coerce.number().int().min(1).max(10).optional(),
  [ENV.maxDurationSeconds]: z.coerce.number().positive().default(LONGEST_SECONDS),
  [ENV.idleMinutes]: z.coerce.number().positive().optional(),
  [ENV.noiseReduction]: z.enum(['on', 'off']).default('off'),
});

/** What a worker is told; the AWS SDK reads its own variables itself. */
export interface Config {
  jobQueueUrl: string;
  bucket: string;
  engine: EngineSettings;
  concurrency: number;
  longestSeconds: number;
  /** Null: never ends for want of work. */
  idleMinutes: number | null;
  noiseReduction: boolean;
  /** How long a message stays hidden after each sign of life. */
  visibilitySeconds: number;
  /** How long running jobs may go on after a stop signal: under the 120 s that ECS allows. */
  graceSeconds: number;
}

/** The environment is not what the worker needs. */
export class ConfigurationInvalid extends Error {
  override readonly name = 'ConfigurationInvalid';
}

type Variables = Readonly<Record<string, string | undefined>>;

/** @throws ConfigurationInvalid naming each variable that is missing or wrong */
export function configFrom(environment: Variables): Config {
  const read = Environment.safeParse(environment);
  if (!read.success) throw new ConfigurationInvalid(z.prettifyError(read.error));
  const engine = engineFrom(environment);
  return {
    jobQueueUrl: read.data[ENV.jobQueueUrl],
    bucket: read.data[ENV.bucket],
    engine,
    // A job hears one chunk at a time on each channel: one a server keeps all servers at work.
    concurrency: read.data[ENV.workerConcurrency] ?? engine.servers,
    longestSeconds: read.data[ENV.maxDurationSeconds],
    idleMinutes: read.data[ENV.idleMinutes] ?? null,
    noiseReduction: read.data[ENV.noiseReduction] === 'on',
    visibilitySeconds: 60,
    graceSeconds: 100,
  };
}

/**
 * Which engine hears recordings, and what it needs.
 * @throws ConfigurationInvalid naming each variable that is missing or wrong
 */
export function engineFrom(environment: Variables): EngineSettings {
  const read = Engine.safeParse(environment);
  if (!read.success) throw new ConfigurationInvalid(z.prettifyError(read.error));
  return {
    name: read.data[ENV.transcriptionEngine],
    server: read.data[ENV.whisperServer],
    model: read.data[ENV.whisperModel] ?? null,
    servers: read.data[ENV.whisperEngines],
    threads: read.data[ENV.whisperThreads],
    gpuRequired: read.data[ENV.gpu] === 'required',
  };
}
