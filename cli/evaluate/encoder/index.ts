import { basename, resolve } from 'node:path';
import type { TextEncoder } from '../../../core/evaluation/bertscore.ts';
import { encoderFiles } from './files.ts';
import { openNetwork } from './network.ts';
import { openTokenizer } from './tokenizer.ts';

/** Which encoder, and which of its layers. */
export interface EncoderChoice {
  readonly folder: string;
  /** 0 is the embeddings; null the last. */
  readonly layer: number | null;
}

/**
 * Lends a local encoder.
 * @throws Misuse with the reason when the folder holds none that can be run
 */
export async function withEncoder<T>(
  choice: EncoderChoice | null,
  use: (encoder: TextEncoder | null) => Promise<T>,
): Promise<T> {
  if (choice === null) return use(null);
  const { folder, layer } = choice;
  const files = await encoderFiles(folder);
  const tokensOf = await openTokenizer(files);
  const network = await openNetwork(files.model, layer);
  try {
    return await use({
      name: `${basename(resolve(folder))}, layer ${layer ?? 'last'}, sha256 ${files.sha256.slice(0, 12)}`,
      encode: (text) => network.vectorsOf(tokensOf(text)),
    });
  } finally {
    await network.close();
  }
}
