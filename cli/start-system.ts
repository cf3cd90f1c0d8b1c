import { cpus } from 'node:os';
import { performance } from 'node:perf_hooks';
import { modelFileIn } from '../local/language-model.ts';
import type { Ports } from '../local/ports.ts';
import { startLocalSystem, type LocalSystem } from '../local/runtime.ts';
import { sharesOf } from '../local/shares.ts';

export interface StartOptions {
  stateDirectory: string;
  maxMinutes: number;
  ports?: Ports;
  /** A cloud assembly to run instead of the sources. */
  assembly?: string | undefined;
}

/** What people are told of the engine that hears their calls. */
export const ENGINE_NOTICE =
  'Transcribing with the demo recogniser (pocketsphinx): English only, made for clear speech. A Whisper model hears real calls and Arabic.';

/**
 * Starts the local system with as much at a time as this machine has cores for.
 * @returns the system, and how long it took to come up, in seconds
 */
export async function startSystem({
  stateDirectory,
  maxMinutes,
  ports,
  assembly,
}: StartOptions): Promise<{ system: LocalSystem; seconds: number }> {
  const before = performance.now();
  const languageModel = modelFileIn(process.env);
  const system = await startLocalSystem({
    stateDirectory,
    maxDurationSeconds: maxMinutes * 60,
    ...sharesOf(cpus().length),
    ...(languageModel && { languageModel }),
    ...(ports && { ports }),
    ...(assembly !== undefined && { assembly }),
  });
  return { system, seconds: (performance.now() - before) / 1000 };
}
