import type { Clock } from '../../../../../core/clock.ts';
import type { TranscriptionEngine } from '../../../../../core/transcript.ts';
import type { SpeechEngine } from '../engine.ts';
import { sha256Of } from '../model-file.ts';
import { CHUNK, DECODING, DISBELIEF, LANGUAGE, WHISPER_CPP_VERSION } from './parameters.ts';
import { recogniseSpeech } from './recognise.ts';
import { ServerPool } from './server-pool.ts';

export interface WhisperSettings {
  /** `whisper-` and the model's name. */
  name: string;
  /** The whisper-server program. */
  server: string;
  /** Path of the ggml model. */
  model: string;
  /** How many servers hold the model at once. */
  servers: number;
  /** Threads of each server. */
  threads: number;
  gpuRequired: boolean;
}

export const WHISPER_PREFIX = 'whisper-';

/**
 * Whisper by whisper.cpp, in servers that keep the model loaded. English and Arabic, word times,
 * confidences.
 */
export function whisper(settings: WhisperSettings, clock: Clock): SpeechEngine {
  const { name, server: program, servers, ...model } = settings;
  const pool = new ServerPool(servers, { program, clock, ...model });
  let description: Promise<TranscriptionEngine> | undefined;
  return {
    name,
    parameters: JSON.stringify({ WHISPER_CPP_VERSION, DECODING, DISBELIEF, LANGUAGE, CHUNK }),
    languages: ['en', 'ar'],
    description: () => (description ??= describe(settings)),
    start: () => pool.start(),
    recognise: (channels, options) => recogniseSpeech(channels, options, pool),
    close: () => pool.close(),
  };
}

async function describe({ name, model }: WhisperSettings): Promise<TranscriptionEngine> {
  return {
    name,
    model: name.slice(WHISPER_PREFIX.length),
    modelSha256: await sha256Of(model, 'the Whisper model cannot be read'),
    version: `whisper.cpp ${WHISPER_CPP_VERSION}`,
  };
}
