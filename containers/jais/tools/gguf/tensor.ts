import { randomFrom } from '../../src/random.ts';
import { WEIGHT_TYPES, type WeightTypeName } from './weight-types.ts';

export interface Tensor {
  name: string;
  /** Innermost first, as ggml counts: a matrix from `in` to `out` numbers is [in, out]. */
  shape: readonly number[];
  type: WeightTypeName;
  /** Standard deviation of random weights, or the one number that fills the tensor. */
  values: { deviation: number } | { constant: number };
}

export function bytesOf({ shape, type }: Tensor): number {
  const { blockLength, blockBytes } = WEIGHT_TYPES[type];
  return (shape.reduce((product, one) => product * one, 1) / blockLength) * blockBytes;
}

/** Random blocks that are made once a tensor; a longer tensor repeats them. */
const POOL_BLOCKS = 65_521;

/** The tensor's bytes, in pieces. The pool's length is prime, so that rows do not repeat. */
export function* bytesIn(tensor: Tensor, seed: number): Generator<Buffer> {
  const { values, type } = tensor;
  if ('constant' in values) {
    yield constant(tensor, values.constant);
    return;
  }
  const weights = WEIGHT_TYPES[type];
  const { blockBytes } = weights;
  const total = bytesOf(tensor);
  const pool = Buffer.alloc(Math.min(total, POOL_BLOCKS * blockBytes));
  const random = randomFrom(seed);
  for (let at = 0; at < pool.length; at += blockBytes) {
    weights.fill(pool.subarray(at, at + blockBytes), values.deviation, random);
  }
  for (let left = total; left > 0; left -= pool.length) yield pool.subarray(0, left);
}

/** @throws RangeError for a type other than f32, the one that constants are kept in */
function constant(tensor: Tensor, value: number): Buffer {
  if (tensor.type !== 'f32') throw new RangeError(`${tensor.name} is ${tensor.type}, expected f32`);
  const bytes = Buffer.alloc(bytesOf(tensor));
  new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4).fill(value);
  return bytes;
}
