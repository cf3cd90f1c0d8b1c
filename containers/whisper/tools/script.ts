import type { Language, SpecialTokens } from './tokens.ts';

/** Something that a scripted model hears. */
export interface Phrase {
  text: string;
  /** Seconds from the window's start. */
  start: number;
  end: number;
  /**
   * Probability of each of its tokens, down to 0.02 (default: 1). The model wavers between as many
   * equal tokens of the same text, so that no temperature makes it any surer.
   */
  confidence?: number;
}

/** What a model hears in every window of 30 s, whatever the sound. */
export interface Script {
  language: Language;
  script: readonly Phrase[];
  /** How sure it is of the language; the rest goes to the other one (default: 1). */
  languageProbability?: number;
  /** What it claims at the start of a transcript, where Whisper does (default: 0). */
  noSpeechProbability?: number;
}

/** The script cannot be said by a model of whisper.cpp. */
export class ScriptImpossible extends Error {
  override readonly name = 'ScriptImpossible';
}

/** whisper.cpp lets no window begin later (`max_initial_ts`). */
const LATEST_START = 1;
const WINDOW = 30;
/** Half of the text context, less four: where whisper.cpp ends a window. */
const MOST_TOKENS = 220;
/**
 * Bytes of text that a token holds: fewer than most words have, and an odd number, so that words
 * fall into pieces and Arabic letters in two, as in real vocabularies.
 */
const TOKEN_BYTES = 5;
/** whisper.cpp asks for it. */
const SPACE = Buffer.from(' ');

/** A script as tokens. */
export interface Tokenised {
  /** For each place of the script, tokens that are equally likely; the first is taken. */
  places: readonly (readonly number[])[];
  /** The texts of tokens from 0 on. */
  texts: readonly Uint8Array[];
}

/** @throws ScriptImpossible saying which rule of the engine it breaks */
export function tokenise(script: readonly Phrase[], special: SpecialTokens): Tokenised {
  checkTimes(script);
  const texts = new Texts();
  const places = script.flatMap(({ text, start, end, confidence = 1 }) => [
    [special.timestamp(start)],
    ...piecesOf(text).map((piece) => texts.tokensOf(piece, Math.round(1 / confidence))),
    [special.timestamp(end)],
  ]);
  if (places.length >= MOST_TOKENS) {
    throw new ScriptImpossible(`${places.length} tokens, expected less than ${MOST_TOKENS}`);
  }
  return { places: [...places, [special.endOfText]], texts: texts.all };
}

/** The texts of a vocabulary, each with as many tokens as the model is to waver between. */
class Texts {
  readonly all: Uint8Array[] = [SPACE];
  readonly #known = new Map<string, readonly number[]>();

  tokensOf(piece: Buffer, choices: number): readonly number[] {
    const key = `${choices} ${piece.toString('hex')}`;
    const tokens =
      this.#known.get(key) ?? Array.from({ length: choices }, () => this.all.push(piece) - 1);
    this.#known.set(key, tokens);
    return tokens;
  }
}

/** Each word with the space before it, in pieces of a few bytes. */
function piecesOf(text: string): Buffer[] {
  return text.split(' ').flatMap((word) => {
    const bytes = Buffer.from(` ${word}`);
    const count = Math.ceil(bytes.length / TOKEN_BYTES);
    return Array.from({ length: count }, (_, at) =>
      bytes.subarray(at * TOKEN_BYTES, (at + 1) * TOKEN_BYTES),
    );
  });
}

function checkTimes(script: readonly Phrase[]): void {
  const first = script[0]?.start ?? Infinity;
  if (first > LATEST_START) {
    throw new ScriptImpossible(`begins at ${first} s, expected ${LATEST_START} s at the latest`);
  }
  script.forEach(({ start, end, confidence = 1 }, at) => {
    const earliest = script[at - 1]?.end ?? 0;
    if (start < earliest || end <= start || end > WINDOW) {
      throw new ScriptImpossible(
        `phrase ${at} is at ${start}-${end} s, expected after ${earliest} and up to ${WINDOW}`,
      );
    }
    if (confidence > 1 || confidence < 0.02) {
      throw new ScriptImpossible(`phrase ${at} has confidence ${confidence}, expected 0.02 to 1`);
    }
  });
}
