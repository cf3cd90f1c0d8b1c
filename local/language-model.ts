import { access, constants, stat } from 'node:fs/promises';
import type { Clock } from '../core/clock.ts';
import { ENV } from '../core/contract.ts';
import { shortHash } from '../core/short-hash.ts';
import { LanguageModelServer, type ModelFile } from './language-model-server.ts';
import { MODEL_COMPONENT, MODEL_ENDPOINT } from './names.ts';
import { freePort } from './services/http.ts';
import type { Container } from './services/sagemaker-runtime/container.ts';

/** The file of a language model cannot be read. */
export class LanguageModelUnreadable extends Error {
  override readonly name = 'LanguageModelUnreadable';

  /** @param reason the operating system's code, for example `ENOENT` */
  constructor(file: string, reason: string) {
    super(`the language model ${file} cannot be read (${reason}), expected a GGUF file`);
  }
}

/** What reads transcripts here: a file, or a server that already runs. */
export type LocalLanguageModel = ModelFile | Container;

/**
 * The server behind the endpoint, not started yet where it is this system's own.
 * @throws LanguageModelUnreadable
 */
export async function containerOf(
  model: LocalLanguageModel,
  clock: Clock,
): Promise<Container | LanguageModelServer> {
  if (!('file' in model)) return model;
  return serverOf(model, clock);
}

/**
 * A server for a model's file, not started yet.
 * @throws LanguageModelUnreadable
 */
export async function serverOf(model: ModelFile, clock: Clock): Promise<LanguageModelServer> {
  return new LanguageModelServer(model, await identityOf(model.file), await freePort(), clock);
}

/** A file under the same name may be another model the next time: its size and time tell. */
async function identityOf(file: string): Promise<string> {
  try {
    await access(file, constants.R_OK);
    const { size, mtimeMs } = await stat(file);
    return shortHash([file, size, mtimeMs]);
  } catch (error) {
    throw new LanguageModelUnreadable(file, (error as NodeJS.ErrnoException).code ?? 'unknown');
  }
}

/** The inference component that a container is, as the cloud names one after its content. */
export const componentOf = (container: Container | null): string =>
  container?.identity === undefined ? MODEL_COMPONENT : `${MODEL_COMPONENT}-${container.identity}`;

/** What handlers are told where there is a model; the baseline analyses where there is none. */
export const modelEnvironment = (container: Container | null): Record<string, string> =>
  container === null
    ? {}
    : {
        [ENV.analysisEngine]: 'jais',
        [ENV.modelEndpoint]: MODEL_ENDPOINT,
        [ENV.modelComponent]: componentOf(container),
      };

/** The file that a person's environment names, and how many threads it may have. */
export function modelFileIn(
  environment: Readonly<Record<string, string | undefined>>,
): ModelFile | null {
  const file = environment[ENV.languageModel];
  const threads = Number(environment[ENV.modelThreads]);
  return file ? { file, ...(threads > 0 && { threads }) } : null;
}
