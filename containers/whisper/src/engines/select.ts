import type { Clock } from '../../../../core/clock.ts';
import type { SpeechEngine } from './engine.ts';
import { POCKETSPHINX, pocketsphinx } from './pocketsphinx.ts';

/** What the configuration may name: the demo recogniser, or Whisper and which model of it. */
export const ENGINE_NAME = /^(pocketsphinx-demo|whisper-[a-z0-9][a-z0-9._-]{0,60})$/;

/** Which engine, and what a Whisper needs to run; the demo recogniser needs nothing more. */
export interface EngineSettings {
  name: string;
  /** The whisper-server program. */
  server: string;
  /** Path of the ggml model; null where none is named. */
  model: string | null;
  /** How many servers hold the model at once. */
  servers: number;
  /** Threads of each server. */
  threads: number;
  gpuRequired: boolean;
}

/** The demo recogniser, as a person without a configuration gets it. */
export const DEMO: EngineSettings = {
  name: POCKETSPHINX,
  server: 'whisper-server',
  model: null,
  servers: 1,
  threads: 1,
  gpuRequired: false,
};

/** The engine of that name, with nothing loaded yet. */
export function selectEngine(_settings: EngineSettings, clock: Clock): SpeechEngine {
  return pocketsphinx(clock);
}
