/** Places in whisper.cpp's list of languages. */
const LANGUAGE_INDEX = { en: 0, ar: 13 } as const;
export type Language = keyof typeof LANGUAGE_INDEX;
export const LANGUAGES = Object.keys(LANGUAGE_INDEX) as Language[];

/** 0.00 s to 30.00 s by 0.02 s: the last tokens of every vocabulary. */
const TIMESTAMPS = 1501;

/** Tokens that mean something to the engine, in a multilingual vocabulary of that size. */
export interface SpecialTokens {
  endOfText: number;
  noSpeech: number;
  language: (language: Language) => number;
  /** Of seconds from the window's start. */
  timestamp: (seconds: number) => number;
}

export function specialTokens(vocabulary: number): SpecialTokens {
  const firstTimestamp = vocabulary - TIMESTAMPS;
  return {
    endOfText: 50_257,
    noSpeech: firstTimestamp - 2,
    // The one before the first language starts a transcript.
    language: (language) => 50_259 + LANGUAGE_INDEX[language],
    timestamp: (seconds) => firstTimestamp + Math.round(seconds / 0.02),
  };
}
