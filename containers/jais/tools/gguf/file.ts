import { open, type FileHandle } from 'node:fs/promises';
import { entry, string, uint32, uint64, type Metadata } from './metadata.ts';
import { bytesIn, bytesOf, type Tensor } from './tensor.ts';
import { WEIGHT_TYPES } from './weight-types.ts';

/** What a GGUF file holds. */
export interface Gguf {
  metadata: Metadata;
  tensors: readonly Tensor[];
}

const VERSION = 3;
/** Every tensor starts at a multiple of it: the default of `general.alignment`. */
const ALIGNMENT = 32;

const padding = (length: number): Buffer =>
  Buffer.alloc((ALIGNMENT - (length % ALIGNMENT)) % ALIGNMENT);

/**
 * Writes a GGUF file with random weights; the same seed writes the same bytes.
 * @see https://github.com/ggml-org/ggml/blob/master/docs/gguf.md
 */
export async function writeGguf(path: string, gguf: Gguf, seed: number): Promise<void> {
  const file = await open(path, 'w');
  try {
    const head = headOf(gguf);
    await append(file, head);
    await append(file, padding(head.length));
    for (const [at, tensor] of gguf.tensors.entries()) {
      for (const bytes of bytesIn(tensor, seed + at)) await append(file, bytes);
      await append(file, padding(bytesOf(tensor)));
    }
  } finally {
    await file.close();
  }
}

const append = (file: FileHandle, bytes: Buffer): Promise<void> => file.appendFile(bytes);

function headOf({ metadata, tensors }: Gguf): Buffer {
  const entries = Object.entries(metadata);
  return Buffer.concat([
    Buffer.from('GGUF'),
    uint32(VERSION),
    uint64(tensors.length),
    uint64(entries.length),
    ...entries.map(([key, value]) => entry(key, value)),
    ...tensorTable(tensors),
  ]);
}

function tensorTable(tensors: readonly Tensor[]): Buffer[] {
  let offset = 0;
  return tensors.map((tensor) => {
    const { name, shape, type } = tensor;
    const sizes = [uint32(shape.length), ...shape.map(uint64)];
    const row = [string(name), ...sizes, uint32(WEIGHT_TYPES[type].id), uint64(offset)];
    const length = bytesOf(tensor);
    offset += length + padding(length).length;
    return Buffer.concat(row);
  });
}
