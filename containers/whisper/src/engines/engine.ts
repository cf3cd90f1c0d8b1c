import type { Language } from '../../../../core/call.ts';
import type { RejectedSpeech, TranscriptionEngine, Word } from '../../../../core/transcript.ts';
import { TranscriptionFailed } from '../errors.ts';
import type { SpeechSegment } from '../voice-activity/segments.ts';

/** One channel of a recording, and where on it somebody speaks. */
export interface ChannelSpeech {
  /** 0 is left. */
  channel: number;
  /** 16 kHz 16-bit samples without a header. */
  pcmFile: string;
  segments: readonly SpeechSegment[];
}

/** What was heard in one segment; times are seconds from the recording's start. */
export interface RecognisedSegment {
  channel: number;
  language: Language;
  words: readonly Word[];
}

/** What an engine heard in a recording. */
export interface Recognition {
  segments: readonly RecognisedSegment[];
  /** What the engine claimed and its own rules disbelieved. */
  rejected: readonly RejectedSpeech[];
}

/**
 * What is finished of a recording, part by part, so that another worker can go on from there.
 * Results are plain JSON.
 */
export interface Progress {
  /** What was kept for that part; undefined while it is yet to be done. */
  find(part: string): unknown;
  keep(part: string, result: unknown): void;
}

/** The work of a recording that nobody else will go on with. */
export function ownProgress(): Progress {
  const parts = new Map<string, unknown>();
  return { find: (part) => parts.get(part), keep: (part, result) => void parts.set(part, result) };
}

export interface RecogniseOptions {
  /** What the recorder says is spoken; null where it does not. */
  language: Language | null;
  signal: AbortSignal;
  progress: Progress;
}

/** What turns speech into words. */
export interface SpeechEngine {
  /** As in keys of results and in the configuration; a Whisper's name holds its model's. */
  readonly name: string;
  /** Changes with whatever changes what is heard: rules, thresholds, decoding parameters. */
  readonly parameters: string;
  readonly languages: readonly Language[];
  /** @throws TranscriptionFailed ENGINE_UNAVAILABLE when a part of the engine is missing */
  description(): Promise<TranscriptionEngine>;
  /** @throws TranscriptionFailed ENGINE_FAILED or ENGINE_UNAVAILABLE */
  recognise(channels: readonly ChannelSpeech[], options: RecogniseOptions): Promise<Recognition>;
  /**
   * Loads what stays loaded; without it there is nothing to load.
   * @throws TranscriptionFailed ENGINE_UNAVAILABLE
   */
  start?(): Promise<void>;
  /** Ends the programs that the engine keeps running; without it there are none. */
  close?(): Promise<void>;
}

/**
 * Refuses a language before any work: words of the wrong language would be gibberish.
 * @throws TranscriptionFailed ENGINE_UNAVAILABLE
 */
export function requireLanguage(engine: SpeechEngine, language: Language | null): void {
  if (language === null || engine.languages.includes(language)) return;
  throw new TranscriptionFailed(
    'ENGINE_UNAVAILABLE',
    `${engine.name} knows ${engine.languages.join(', ')}, asked for ${language}`,
  );
}
