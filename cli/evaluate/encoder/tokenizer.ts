import type { Tokenizer } from '@huggingface/tokenizers';
import { Misuse } from '../../misuse.ts';
import type { EncoderFiles } from './files.ts';
import { longestInput } from './longest-input.ts';

/** A text as a model reads it. */
export interface TokenIds {
  readonly ids: readonly number[];
  /** Which of them are the text's own, and not put around it. */
  readonly own: readonly boolean[];
}

/**
 * The tokenizer of a model's folder. What is too long for the model is cut off at the end of the
 * text, as its authors' `bert_score` does.
 * @throws Misuse where there is none that can be used
 */
export async function openTokenizer(files: EncoderFiles): Promise<(text: string) => TokenIds> {
  const tokenizer = await tokenizerOf(files);
  const most = longestInput(files);
  return (text) => {
    const trimmed = text.trim();
    const all = tokenizer.encode(trimmed).ids;
    const content = tokenizer.encode(trimmed, { add_special_tokens: false }).ids;
    const before = placeOf(content, all);
    const around = all.length - content.length;
    const kept = content.slice(0, Math.max(0, most - around));
    return {
      ids: [...all.slice(0, before), ...kept, ...all.slice(before + content.length)],
      own: [
        ...repeated(false, before),
        ...repeated(true, kept.length),
        ...repeated(false, around - before),
      ],
    };
  };
}

async function tokenizerOf({ tokenizer, tokenizerConfig }: EncoderFiles): Promise<Tokenizer> {
  const { Tokenizer } = await import('@huggingface/tokenizers').catch(() => {
    throw new Misuse('--encoder: @huggingface/tokenizers is not installed; npm install brings it');
  });
  try {
    const opened = new Tokenizer(tokenizer, tokenizerConfig);
    opened.encode('a');
    return opened;
  } catch (error) {
    throw new Misuse(`--encoder: tokenizer.json cannot be used: ${(error as Error).message}`);
  }
}

/** Where the text's own tokens stand among all. */
function placeOf(content: readonly number[], all: readonly number[]): number {
  for (let before = 0; before <= all.length - content.length; before++) {
    if (content.every((id, at) => all[before + at] === id)) return before;
  }
  return 0;
}

const repeated = (value: boolean, times: number): boolean[] => Array<boolean>(times).fill(value);
