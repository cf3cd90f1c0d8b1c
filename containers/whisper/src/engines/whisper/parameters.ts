/** The whisper.cpp that the worker is built and tested with. */
export const WHISPER_CPP_VERSION = '1.9.1';

/**
 * How whisper-server decodes: OpenAI's published defaults (beam of 5, temperature fallback in
 * steps of 0.2 when the mean log-probability is under -1 or a text repeats itself), without text of
 * the chunk before as context, which is how invented text spreads.
 */
export const DECODING = {
  temperature: '0.0',
  temperature_inc: '0.2',
  beam_size: '5',
  best_of: '5',
  entropy_thold: '2.4',
  logprob_thold: '-1.0',
  // Never reached: silence is ours to reject, with its text, instead of the server's to hide.
  no_speech_thold: '1.0',
  max_context: '0',
  no_context: 'true',
  suppress_nst: 'true',
  // Segments as Whisper ends them; by default the server cuts them into lines of 60 characters.
  max_len: '1000',
} as const;

/** Rules by which a segment is not believed. Sources: `disbelief.ts`. */
export const DISBELIEF = {
  noSpeechProbability: 0.6,
  logProbability: -1,
  unlikelyLogProbability: -2,
  compressionRatio: 2.4,
  wordsPerSecond: 8,
  repeats: 3,
} as const;

/** When a channel's language is looked at again. */
export const LANGUAGE = {
  /** Share of the likelier of the two languages from which a channel's is known. */
  settledShare: 0.8,
  /** Chunks after which the last answer is taken for the channel's language. */
  mostDetections: 3,
  /** Mean log-probability under which a chunk may be in the other language. */
  unsureLogProbability: -1,
  /** A fall below the channel's own mean by which it may be, too. */
  fall: 0.5,
} as const;

/** Seconds. */
export const CHUNK = {
  /** Whisper hears 30 s at a time and pays for all of them. */
  longest: 28,
  /** Between two stretches of speech that were apart, so that their words stay apart. */
  gap: 0.2,
} as const;
