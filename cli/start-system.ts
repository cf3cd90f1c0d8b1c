import { cpus } from 'node:os';
import { performance } from 'node:perf_hooks';
import { DEFAULT_SETTINGS_FOLDER, loadSettings } from '../environments/settings.ts';
import type { Ports } from '../local/ports.ts';
import { startLocalSystem, type LocalSystem } from '../local/runtime.ts';
import { sharesOf } from '../local/shares.ts';
import { chooseLanguageModel } from './choose-language-model.ts';
import { chooseTranscription } from './choose-transcription.ts';

export interface StartOptions {
  stateDirectory: string;
  maxMinutes: number;
  /** The model that hears the calls; the best that is here unless it is named. */
  model?: string | undefined;
  /** The folder that says what is asked of each call; the default's unless it is named. */
  settings?: string | undefined;
  ports?: Ports;
  /** A cloud assembly to run instead of the sources. */
  assembly?: string | undefined;
}

/** One recording is heard, by all cores, while the next one is decoded. */
const WHISPER_CONCURRENCY = 2;

/** A system that runs in this process. */
export interface StartedSystem {
  system: LocalSystem;
  /** How long it took to come up. */
  seconds: number;
  /** What people are told of the engine that hears their calls. */
  notice: string;
}

/**
 * Starts the local system with as much at a time as this machine has cores for.
 * @throws Misuse when the model that was asked for cannot be used
 * @throws SettingsUnreadable, SettingsInvalid
 */
export async function startSystem({
  stateDirectory,
  maxMinutes,
  model,
  settings,
  ports,
  assembly,
}: StartOptions): Promise<StartedSystem> {
  const before = performance.now();
  const chosen = loadSettings(settings ?? DEFAULT_SETTINGS_FOLDER);
  const { transcription, notice } = await chooseTranscription(model);
  const languageModel = await chooseLanguageModel();
  const system = await startLocalSystem({
    stateDirectory,
    maxDurationSeconds: maxMinutes * 60,
    settings: chosen,
    transcription,
    ...sharesOf(cpus().length),
    ...(transcription.whisper !== null && { workerConcurrency: WHISPER_CONCURRENCY }),
    ...(languageModel && { languageModel }),
    ...(ports && { ports }),
    ...(assembly !== undefined && { assembly }),
  });
  return { system, seconds: (performance.now() - before) / 1000, notice };
}
