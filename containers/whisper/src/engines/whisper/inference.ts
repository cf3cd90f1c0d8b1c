import * as z from 'zod';
import type { Language } from '../../../../../core/call.ts';
import { DECODING, WITHOUT_FALLBACK } from './parameters.ts';

/** A piece of a word, as Whisper's vocabulary has it; a new word begins with a space. */
const Token = z.object({
  word: z.string(),
  start: z.number(),
  end: z.number(),
  probability: z.number(),
});
export type Token = z.infer<typeof Token>;

const Segment = z.object({
  text: z.string(),
  start: z.number(),
  end: z.number(),
  /** Mean over the tokens. Null, as JSON has it, for what is no number or no end of one. */
  avg_logprob: z.number().nullable(),
  no_speech_prob: z.number().nullable(),
  words: z.array(Token).default([]),
});

/** The verbose_json of whisper-server 1.9.1; times are seconds from the chunk's start. */
const Answer = z.object({
  /** The English name of the language that was transcribed. */
  language: z.string(),
  segments: z.array(Segment),
  language_probabilities: z.record(z.string(), z.number()).optional(),
});

const LANGUAGES: Readonly<Record<string, Language>> = { english: 'en', arabic: 'ar' };

/** What Whisper claims to have heard at one go; times are seconds from the chunk's start. */
export interface HeardSegment {
  text: string;
  start: number;
  end: number;
  logProbability: number;
  tokens: readonly Token[];
}

export interface Heard {
  /** Null for one that is neither English nor Arabic. */
  language: Language | null;
  segments: readonly HeardSegment[];
  /** What a question for the language finds out too. */
  detected: Detected | null;
}

export interface Detected {
  /** How likely each language is among all that Whisper knows, 0 to 1. */
  languages: Readonly<Record<Language, number>>;
  /** How likely it is that nobody speaks; null where nothing was heard at all. */
  noSpeechProbability: number | null;
}

export interface Question {
  /** `auto` finds it out, with two more passes of the encoder, and does not fall back. */
  language: Language | 'auto';
  signal: AbortSignal;
}

/** One hearing of one chunk. */
export interface Inference {
  hear(wav: Buffer, question: Question): Promise<Heard>;
}

/** The form that whisper-server's /inference takes. */
export function formOf(wav: Buffer, { language }: Pick<Question, 'language'>): FormData {
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(wav)], { type: 'audio/wav' }), 'chunk.wav');
  form.set('response_format', 'verbose_json');
  form.set('language', language);
  form.set('no_language_probabilities', String(language !== 'auto'));
  const decoding = language === 'auto' ? { ...DECODING, ...WITHOUT_FALLBACK } : DECODING;
  for (const [name, value] of Object.entries(decoding)) form.set(name, value);
  return form;
}

/**
 * The server's `no_speech_prob` counts only where it detected the language and decoded once: else
 * whisper.cpp 1.9.1 reads it from what it decoded last, another attempt or another chunk.
 * @throws ZodError or SyntaxError for what is no answer of whisper-server
 */
export function heardIn(json: string): Heard {
  const { language, segments, language_probabilities: likely } = Answer.parse(JSON.parse(json));
  return {
    language: LANGUAGES[language] ?? null,
    segments: segments.map(({ text, start, end, avg_logprob: logProbability, words }) => ({
      text: text.trim(),
      start,
      end,
      logProbability: logProbability ?? (words.length === 0 ? 0 : -Infinity),
      tokens: words,
    })),
    detected: likely === undefined ? null : detectedIn(likely, segments[0]?.no_speech_prob ?? null),
  };
}

/** The server leaves out languages under 0.001. */
const detectedIn = (
  likely: Readonly<Record<string, number>>,
  noSpeechProbability: number | null,
): Detected => ({
  languages: { en: likely['en'] ?? 0, ar: likely['ar'] ?? 0 },
  noSpeechProbability,
});
