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

export interface RecogniseOptions {
  /** What the recorder says is spoken; null where it does not. */
  language: Language | null;
  signal: AbortSignal;
}

/** What turns speech into words. */
export interface SpeechEngine {
  /** As in keys of results and in the configuration. */
  readonly name: string;
  readonly languages: readonly Language[];
  /** @throws TranscriptionFailed ENGINE_UNAVAILABLE when a part of the engine is missing */
  description(): Promise<TranscriptionEngine>;
  /** @throws TranscriptionFailed ENGINE_FAILED or ENGINE_UNAVAILABLE */
  recognise(channels: readonly ChannelSpeech[], options: RecogniseOptions): Promise<Recognition>;
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
