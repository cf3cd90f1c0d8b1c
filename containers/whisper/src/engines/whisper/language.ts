import type { Language } from '../../../../../core/call.ts';
import type { Heard, HeardSegment, Inference } from './inference.ts';
import { LANGUAGE } from './parameters.ts';

/** A chunk as heard in the language that it is in. */
export interface HeardIn {
  language: Language;
  segments: readonly HeardSegment[];
  /** Null where nobody asked: the words were sure enough. */
  noSpeechProbability: number | null;
}

/**
 * Hears the chunks of one channel, one after the other, each in its language: the recorder's hint,
 * or the likelier of English and Arabic in the first chunks. Where confidence falls, a chunk is
 * heard in the other language too, so that a caller who changes language is followed. Languages
 * that are neither are never considered.
 */
export class LanguageFollower {
  readonly #inference: Inference;
  #language: Language;
  #isSettled: boolean;
  #detections = 0;
  #confidences: number[] = [];

  constructor(inference: Inference, hint: Language | null) {
    this.#inference = inference;
    this.#language = hint ?? 'en';
    this.#isSettled = hint !== null;
  }

  async hear(wav: Buffer, signal: AbortSignal): Promise<HeardIn> {
    const answer = await this.#hear(wav, signal);
    if (answer.language !== this.#language) this.#confidences = [];
    this.#language = answer.language;
    const confidence = meanLogProbability(answer);
    if (confidence !== undefined) this.#confidences.push(confidence);
    return answer;
  }

  /** Goes on after a chunk that was heard in `language` before. */
  resume(language: Language): void {
    this.#language = language;
    this.#isSettled = true;
  }

  async #hear(wav: Buffer, signal: AbortSignal): Promise<HeardIn> {
    if (!this.#isSettled) return this.#detect(wav, signal);
    const language = this.#language;
    const { segments } = await this.#inference.hear(wav, { language, signal });
    const heard = { language, segments, noSpeechProbability: null };
    return this.#isUnsure(heard) ? this.#hearUnsure(heard, wav, signal) : heard;
  }

  async #detect(wav: Buffer, signal: AbortSignal): Promise<HeardIn> {
    const found = await this.#inference.hear(wav, { language: 'auto', signal });
    const { language, share } = likelier(found);
    this.#detections++;
    this.#isSettled = share >= LANGUAGE.settledShare || this.#detections >= LANGUAGE.mostDetections;
    return this.#in(language, found, wav, signal);
  }

  /** Low confidence has two causes: another language, or nobody who speaks. One question for both. */
  async #hearUnsure(heard: HeardIn, wav: Buffer, signal: AbortSignal): Promise<HeardIn> {
    const found = await this.#inference.hear(wav, { language: 'auto', signal });
    const { language, share } = likelier(found);
    const changed = language !== heard.language && share >= LANGUAGE.settledShare;
    if (changed) return this.#in(language, found, wav, signal);
    return { ...heard, noSpeechProbability: found.detected?.noSpeechProbability ?? null };
  }

  /** What was found, heard again where Whisper took it for a language that is neither. */
  async #in(language: Language, found: Heard, wav: Buffer, signal: AbortSignal): Promise<HeardIn> {
    const { segments } =
      found.language === language ? found : await this.#inference.hear(wav, { language, signal });
    const noSpeechProbability = found.detected?.noSpeechProbability ?? null;
    return { language, segments, noSpeechProbability };
  }

  #isUnsure(heard: HeardIn): boolean {
    const confidence = meanLogProbability(heard);
    if (confidence === undefined) return false;
    const usual = mean(this.#confidences);
    const hasFallen = usual !== undefined && confidence < usual - LANGUAGE.fall;
    return hasFallen || confidence < LANGUAGE.unsureLogProbability;
  }
}

/** The likelier of the two and its share of their probability, 0.5 to 1. */
function likelier({ detected }: Heard): { language: Language; share: number } {
  const { en, ar } = detected?.languages ?? { en: 0, ar: 0 };
  const language = ar > en ? 'ar' : 'en';
  return { language, share: Math.max(en, ar) / (en + ar || 1) };
}

/** Weighted by tokens; undefined where nothing was heard. */
function meanLogProbability({ segments }: HeardIn): number | undefined {
  return mean(segments.flatMap(({ logProbability, tokens }) => tokens.map(() => logProbability)));
}

function mean(values: readonly number[]): number | undefined {
  if (values.length === 0) return undefined;
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
