import * as z from 'zod';
import { ENV } from '../../../core/contract.ts';
import { POCKETSPHINX } from './engines/pocketsphinx.ts';
import { ENGINE_NAMES, type EngineName } from './engines/select.ts';

/**
 * Longest recording that is decoded, when the environment states none: 4 hours. Recordings are
 * refused on admission long before; this one protects the worker's disk.
 */
export const LONGEST_SECONDS = 4 * 60 * 60;

const Environment = z.object({
  [ENV.jobQueueUrl]: z.url(),
  [ENV.bucket]: z.string().min(1),
  [ENV.transcriptionEngine]: z.enum(ENGINE_NAMES).default(POCKETSPHINX),
  [ENV.workerConcurrency]: z.coerce.number().int().min(1).max(10).default(1),
  [ENV.maxDurationSeconds]: z.coerce.number().positive().default(LONGEST_SECONDS),
});

/** What a worker is told; the AWS SDK reads its own variables itself. */
export interface Config {
  jobQueueUrl: string;
  bucket: string;
  engine: EngineName;
  concurrency: number;
  longestSeconds: number;
  /** How long a message stays hidden after each sign of life. */
  visibilitySeconds: number;
  /** How long running jobs may go on after a stop signal: under the 120 s that ECS allows. */
  graceSeconds: number;
}

/** The environment is not what the worker needs. */
export class ConfigurationInvalid extends Error {
  override readonly name = 'ConfigurationInvalid';
}

/** @throws ConfigurationInvalid naming each variable that is missing or wrong */
export function configFrom(environment: Readonly<Record<string, string | undefined>>): Config {
  const read = Environment.safeParse(environment);
  if (!read.success) throw new ConfigurationInvalid(z.prettifyError(read.error));
  return {
    jobQueueUrl: read.data[ENV.jobQueueUrl],
    bucket: read.data[ENV.bucket],
    engine: read.data[ENV.transcriptionEngine],
    concurrency: read.data[ENV.workerConcurrency],
    longestSeconds: read.data[ENV.maxDurationSeconds],
    visibilitySeconds: 60,
    graceSeconds: 100,
  };
}
