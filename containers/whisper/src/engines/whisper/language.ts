import type { Language } from '../../../../../core/call.ts';
import type { Heard, Inference } from './inference.ts';
import { LANGUAGE } from './parameters.ts';

/** A chunk as heard in the language that it is in. */
export interface HeardIn {
  language: Language;
  heard: Heard;
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
    const answer = this.#isSettled
      ? await this.#hearSettled(wav, signal)
      : await this.#hearUnsettled(wav, signal);
    this.#keep(answer);
    return answer;
  }

  /** Goes on after a chunk that was heard in `language` before. */
  resume(language: Language): void {
    this.#changeTo(language);
    this.#isSettled = true;
  }

  /** Asks for the likelihoods as well: one pass of the encoder instead of a question of its own. */
  async #hearUnsettled(wav: Buffer, signal: AbortSignal): Promise<HeardIn> {
    const language = this.#language;
    const heard = await this.#inference.hear(wav, { language, withLanguages: true, signal });
    const found = likelier(heard);
    if (found === undefined) return { language, heard };
    this.#detections++;
    this.#isSettled =
      found.share >= LANGUAGE.settledShare || this.#detections >= LANGUAGE.mostDetections;
    if (found.language === language) return { language, heard };
    const question = { language: found.language, withLanguages: false, signal };
    return { language: found.language, heard: await this.#inference.hear(wav, question) };
  }

  async #hearSettled(wav: Buffer, signal: AbortSignal): Promise<HeardIn> {
    const language = this.#language;
    const heard = await this.#inference.hear(wav, { language, withLanguages: false, signal });
    if (!this.#isUnsure(heard)) return { language, heard };
    // One hearing answers both: whether it is the other language, and what was said if it is.
    const other = language === 'en' ? 'ar' : 'en';
    const inOther = await this.#inference.hear(wav, {
      language: other,
      withLanguages: true,
      signal,
    });
    const found = likelier(inOther);
    const changed = found?.language === other && found.share >= LANGUAGE.settledShare;
    return changed ? { language: other, heard: inOther } : { language, heard };
  }

  #isUnsure(heard: Heard): boolean {
    const confidence = meanLogProbability(heard);
    if (confidence === undefined) return false;
    const usual = mean(this.#confidences);
    const hasFallen = usual !== undefined && confidence < usual - LANGUAGE.fall;
    return hasFallen || confidence < LANGUAGE.unsureLogProbability;
  }

  #keep({ language, heard }: HeardIn): void {
    this.#changeTo(language);
    const confidence = meanLogProbability(heard);
    if (confidence !== undefined) this.#confidences.push(confidence);
  }

  #changeTo(language: Language): void {
    if (language !== this.#language) this.#confidences = [];
    this.#language = language;
  }
}

/** The likelier of the two and its share of their probability, 0.5 to 1. */
function likelier({ languages }: Heard): { language: Language; share: number } | undefined {
  if (languages === null || languages.en + languages.ar === 0) return undefined;
  const language = languages.ar > languages.en ? 'ar' : 'en';
  return { language, share: languages[language] / (languages.en + languages.ar) };
}

/** Weighted by tokens; undefined where nothing was heard. */
function meanLogProbability({ segments }: Heard): number | undefined {
  return mean(segments.flatMap(({ logProbability, tokens }) => tokens.map(() => logProbability)));
}

function mean(values: readonly number[]): number | undefined {
  if (values.length === 0) return undefined;
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
