import type { Metadata } from './metadata.ts';
import type { Random } from '../../src/random.ts';
import { ARABIC_LETTERS, ENGLISH_LETTERS, WORDS } from './words.ts';

/** A byte-level BPE vocabulary: what GPT-2's and JAIS's tokenizers read. */
export interface Vocabulary {
  tokens: readonly string[];
  merges: readonly string[];
}

export const END_OF_TEXT = '<|endoftext|>';

/** Token types of llama.cpp. */
const NORMAL = 1;
const CONTROL = 3;

/**
 * Every byte, every letter of both scripts, words of calls, then syllables up to `size` tokens.
 * @throws RangeError when `size` is below what bytes and letters need
 */
export function makeVocabulary(size: number, random: Random): Vocabulary {
  const builder = new VocabularyBuilder(size);
  for (const letter of ARABIC_LETTERS) builder.add(Array.from(unitsOf(letter)));
  if (builder.full) throw new RangeError(`size is ${size}, expected at least 320`);
  for (const word of WORDS) builder.add(Array.from(word).map(unitsOf));
  while (!builder.full) builder.add(syllable(random));
  return builder;
}

/** A letter or three to six of one script. */
function syllable(random: Random): string[] {
  const letters = random() < 0.5 ? ENGLISH_LETTERS : ARABIC_LETTERS;
  const length = 2 + Math.floor(random() * 4);
  const pick = (): string => letters[Math.floor(random() * letters.length)] ?? '';
  return Array.from({ length }, () => unitsOf(pick()));
}

class VocabularyBuilder implements Vocabulary {
  readonly tokens: string[] = [END_OF_TEXT, ...BYTE_UNITS];
  readonly merges: string[] = [];
  readonly #known = new Set<string>(this.tokens);
  readonly #size: number;

  constructor(size: number) {
    this.#size = size;
  }

  get full(): boolean {
    return this.tokens.length >= this.#size;
  }

  /** Joins parts from the left, so that every beginning of a word is a token too. */
  add(parts: readonly string[]): void {
    parts.reduce((left, right) => {
      const joined = left + right;
      if (!this.#known.has(joined) && !this.full) {
        this.#known.add(joined);
        this.tokens.push(joined);
        this.merges.push(`${left} ${right}`);
      }
      return joined;
    });
  }
}

const visible = (byte: number): boolean =>
  (byte >= 33 && byte <= 126) || (byte >= 161 && byte !== 173);

/**
 * The character that stands for each byte in byte-level BPE: itself where it can be seen, else one
 * from U+0100 on (GPT-2's `bytes_to_unicode`).
 */
const BYTE_UNITS: readonly string[] = (() => {
  let next = 256;
  return Array.from({ length: 256 }, (_, byte) =>
    String.fromCodePoint(visible(byte) ? byte : next++),
  );
})();

const unitsOf = (text: string): string =>
  [...Buffer.from(text)].map((byte) => BYTE_UNITS[byte] ?? '').join('');

/** The vocabulary as llama.cpp reads it, with the rules by which JAIS splits text. */
export const tokenizerMetadata = ({ tokens, merges }: Vocabulary): Metadata => ({
  'tokenizer.ggml.model': { string: 'gpt2' },
  'tokenizer.ggml.pre': { string: 'jais' },
  'tokenizer.ggml.tokens': { strings: tokens },
  'tokenizer.ggml.token_type': {
    int32s: tokens.map((token) => (token === END_OF_TEXT ? CONTROL : NORMAL)),
  },
  'tokenizer.ggml.merges': { strings: merges },
  'tokenizer.ggml.bos_token_id': { uint32: 0 },
  'tokenizer.ggml.eos_token_id': { uint32: 0 },
});
