import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';

/** A tensor's numbers, and its dimensions with the fastest first. */
export interface Tensor {
  name: string;
  dimensions: readonly number[];
  type: 'f32' | 'f16';
  /** The whole tensor, or piece by piece; 16-bit floats by their bits. */
  data: Iterable<Float32Array | Uint16Array>;
}

/** A tensor before it has numbers. */
export type TensorShape = Pick<Tensor, 'name' | 'dimensions' | 'type'>;

export const f32 = (name: string, ...dimensions: number[]): TensorShape => ({
  name,
  dimensions,
  type: 'f32',
});
export const f16 = (name: string, ...dimensions: number[]): TensorShape => ({
  name,
  dimensions,
  type: 'f16',
});

const MAGIC = 0x67676d6c;
const TYPE = { f32: 0, f16: 1 } as const;

/** Writes a model's header and tensors in ggml's format; what was at that path stays until all is whole. */
export function writeGgmlFile(path: string, header: Uint8Array, tensors: Iterable<Tensor>): void {
  const part = `${path}.part`;
  const file = openSync(part, 'w');
  try {
    writeSync(file, int32s([MAGIC]));
    writeSync(file, header);
    for (const tensor of tensors) writeTensor(file, tensor);
    closeSync(file);
    renameSync(part, path);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

function writeTensor(file: number, { name, dimensions, type, data }: Tensor): void {
  const label = Buffer.from(name);
  writeSync(file, int32s([dimensions.length, label.length, TYPE[type], ...dimensions]));
  writeSync(file, label);
  for (const piece of data) writeSync(file, bytesOf(piece));
}

export const int32s = (numbers: readonly number[]): Uint8Array => bytesOf(Int32Array.from(numbers));

/** The bytes of numbers, as they lie in memory: little-endian on every machine that Node runs on. */
export const bytesOf = ({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);
