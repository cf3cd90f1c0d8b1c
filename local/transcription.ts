import { availableParallelism } from 'node:os';
import { ENV } from '../core/contract.ts';
import { whisperEngine } from '../core/models/model.ts';
import type { InstalledModel } from './models/installed.ts';

/** What hears recordings here. */
export interface Transcription {
  /** The engine's name, as handlers and the worker are told: results are kept under it. */
  engine: string;
  /** What a Whisper runs with; null for the demo recogniser, which needs nothing more. */
  whisper: { model: string; server: string } | null;
}

/** The engine that hears recordings on a machine where no Whisper model is. */
export const DEMO_TRANSCRIPTION: Transcription = { engine: 'pocketsphinx-demo', whisper: null };

/** Servers that hold the model at once: a second one would take as much memory again. */
const ENGINES = 1;
/** As many threads as the worker lets a server have. */
const MOST_THREADS = 64;

/**
 * A Whisper model that lies here, run by whisper-server. An added model's engine name holds a part
 * of its sha256, since the same name may come to mean another file.
 */
export const whisperTranscription = (
  { name, sha256, path, added }: InstalledModel,
  server: string,
): Transcription => ({
  engine: whisperEngine(added ? `${name}-${sha256.slice(0, 8)}` : name),
  whisper: { model: path, server },
});

/** What the worker is told of its engine. */
export function transcriptionEnvironment(
  { engine, whisper }: Transcription,
  cores = availableParallelism(),
): Record<string, string> {
  if (whisper === null) return { [ENV.transcriptionEngine]: engine };
  const threads = Math.min(MOST_THREADS, Math.max(1, Math.floor(cores / ENGINES)));
  return {
    [ENV.transcriptionEngine]: engine,
    [ENV.whisperModel]: whisper.model,
    [ENV.whisperServer]: whisper.server,
    [ENV.whisperEngines]: String(ENGINES),
    [ENV.whisperThreads]: String(threads),
  };
}
