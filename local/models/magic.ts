import { open } from 'node:fs/promises';
import type { ModelKind } from '../../core/models/model.ts';

/** The first four bytes of a file: whisper.cpp's ggml (0x67676d6c, little-endian), and GGUF. */
const KINDS: Readonly<Record<string, ModelKind>> = { lmgg: 'speech', GGUF: 'language' };

/** What kind of model a file holds by its first bytes; null when it holds none. */
export async function kindOf(path: string): Promise<ModelKind | null> {
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return KINDS[buffer.toString('latin1')] ?? null;
  } finally {
    await file.close();
  }
}
