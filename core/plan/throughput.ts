import type { Language } from '../call.ts';

/** What one T4 does. Nothing here was measured on a T4 of ours. */
export interface Throughput {
  readonly row: 'expected' | 'pessimistic';
  /** Minutes of audio that Whisper hears in a minute, all engines of a card together. */
  readonly whisperRealTime: number;
  /** Calls of `REFERENCE_TOKENS` that a copy of JAIS reads in a minute, four or more at a time. */
  readonly jaisCallsPerMinute: number;
  /** The same, one at a time. */
  readonly jaisAloneCallsPerMinute: number;
}

/**
 * Whisper: 15.6 times real time with large-v3 on a T4 (sanchit-gandhi/whisper-jax, issue 186), 10
 * to 12 with large-v3-turbo and a detector in front, as read in 2026-11. JAIS, 4 bit: arithmetic of
 * 2026-11 from the T4's data sheet, 14 TFLOPS sustained and 65 % of its bandwidth; the pessimistic
 * row from 34 tokens/s written and 407 read with another 7 B model (casper-hansen/AutoAWQ, pull
 * request 92): prompts of four tasks share a prefix, four calls are read side by side.
 */
export const THROUGHPUTS = {
  expected: {
    row: 'expected',
    whisperRealTime: 15,
    jaisCallsPerMinute: 29.2,
    jaisAloneCallsPerMinute: 20.4,
  },
  pessimistic: {
    row: 'pessimistic',
    whisperRealTime: 10,
    jaisCallsPerMinute: 14.1,
    jaisAloneCallsPerMinute: 11.1,
  },
} as const satisfies Record<string, Throughput>;

/** Tokens of a transcript that `jaisCallsPerMinute` is stated for: a call of five minutes. */
export const REFERENCE_TOKENS = 1200;

/**
 * Tokens of a minute of a call. The rows count 1,200 for five minutes, of either language: JAIS's
 * own tokenizer has not been asked yet, in which Arabic may take more.
 */
export const TOKENS_PER_MINUTE: Readonly<Record<Language, number>> = { ar: 240, en: 240 };
