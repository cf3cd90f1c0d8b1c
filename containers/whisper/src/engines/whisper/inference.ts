import * as z from 'zod';
import type { Language } from '../../../../../core/call.ts';
import { DECODING } from './parameters.ts';

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
  /** Mean over the tokens; null where the segment has none. */
  avg_logprob: z.number().nullable().default(null),
  no_speech_prob: z.number(),
  words: z.array(Token).default([]),
});

/** The verbose_json of whisper-server 1.9.1; times are seconds from the chunk's start. */
const Answer = z.object({
  segments: z.array(Segment),
  language_probabilities: z.record(z.string(), z.number()).optional(),
});

/** What Whisper claims to have heard at one go; times are seconds from the chunk's start. */
export interface HeardSegment {
  text: string;
  start: number;
  end: number;
  logProbability: number;
  noSpeechProbability: number;
  tokens: readonly Token[];
}

export interface Heard {
  segments: readonly HeardSegment[];
  /** How likely each language is, 0 to 1; null where that was not asked. */
  languages: Readonly<Record<Language, number>> | null;
}

export interface Question {
  language: Language;
  /** Costs one more pass of the encoder. */
  withLanguages: boolean;
  signal: AbortSignal;
}

/** One hearing of one chunk. */
export interface Inference {
  hear(wav: Buffer, question: Question): Promise<Heard>;
}

/** The form that whisper-server's /inference takes. */
export function formOf(
  wav: Buffer,
  { language, withLanguages }: Omit<Question, 'signal'>,
): FormData {
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(wav)], { type: 'audio/wav' }), 'chunk.wav');
  form.set('response_format', 'verbose_json');
  form.set('language', language);
  form.set('no_language_probabilities', String(!withLanguages));
  for (const [name, value] of Object.entries(DECODING)) form.set(name, value);
  return form;
}

/** @throws ZodError or SyntaxError for what is no answer of whisper-server */
export function heardIn(json: string): Heard {
  const { segments, language_probabilities: likely } = Answer.parse(JSON.parse(json));
  return {
    segments: segments.map((segment) => ({
      text: segment.text.trim(),
      start: segment.start,
      end: segment.end,
      logProbability: segment.avg_logprob ?? 0,
      noSpeechProbability: segment.no_speech_prob,
      tokens: segment.words,
    })),
    // The server leaves out what is under 0.001.
    languages: likely === undefined ? null : { en: likely['en'] ?? 0, ar: likely['ar'] ?? 0 },
  };
}
