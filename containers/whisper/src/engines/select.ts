import type { Clock } from '../../../../core/clock.ts';
import { ENV } from '../../../../core/contract.ts';
import { TranscriptionFailed } from '../errors.ts';
import type { SpeechEngine } from './engine.ts';
import { POCKETSPHINX, pocketsphinx } from './pocketsphinx.ts';
import { WHISPER_PREFIX, whisper, type WhisperSettings } from './whisper/whisper.ts';

/** What the configuration may name: the demo recogniser, or Whisper and which model of it. */
export const ENGINE_NAME = /^(pocketsphinx-demo|whisper-[a-z0-9][a-z0-9._-]{0,60})$/;

/** Which engine, and what a Whisper needs to run; the demo recogniser needs nothing more. */
export type EngineSettings = Omit<WhisperSettings, 'model'> & {
  /** Null where none is named. */
  model: string | null;
};

/** The demo recogniser, as a person without a configuration gets it. */
export const DEMO: EngineSettings = {
  name: POCKETSPHINX,
  server: 'whisper-server',
  model: null,
  servers: 1,
  threads: 1,
  gpuRequired: false,
};

/**
 * The engine of that name, with nothing loaded yet.
 * @throws TranscriptionFailed ENGINE_UNAVAILABLE for a Whisper without a model
 */
export function selectEngine(settings: EngineSettings, clock: Clock): SpeechEngine {
  if (!settings.name.startsWith(WHISPER_PREFIX)) return pocketsphinx(clock);
  const { model, ...rest } = settings;
  if (model !== null) return whisper({ ...rest, model }, clock);
  throw new TranscriptionFailed(
    'ENGINE_UNAVAILABLE',
    `${settings.name} needs the path of its model in ${ENV.whisperModel}`,
  );
}
