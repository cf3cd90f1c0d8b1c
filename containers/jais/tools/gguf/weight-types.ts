import { halfOf } from './half.ts';
import type { Random } from '../../src/random.ts';

/** How the numbers of a tensor lie in a file (ggml.h, ggml-quants.h). */
export interface WeightType {
  /** `ggml_type` */
  id: number;
  /** Numbers of one block; a row is a whole number of blocks. */
  blockLength: number;
  blockBytes: number;
  /** Fills one block with random numbers of this standard deviation. */
  fill(block: Buffer, deviation: number, random: Random): void;
}

/** Uniform numbers in [-1, 1] deviate by 1/sqrt(3). */
const UNIFORM = Math.sqrt(3);
const uniform = (deviation: number, random: Random): number =>
  (random() * 2 - 1) * UNIFORM * deviation;

const F32: WeightType = {
  id: 0,
  blockLength: 1,
  blockBytes: 4,
  fill: (block, deviation, random) => void block.writeFloatLE(uniform(deviation, random)),
};

const F16: WeightType = {
  id: 1,
  blockLength: 1,
  blockBytes: 2,
  fill: (block, deviation, random) => void block.writeUInt16LE(halfOf(uniform(deviation, random))),
};

/** A scale, then 32 integers; `spread` is the deviation of uniform ones. */
const quantized = (id: number, bytes: number, spread: number): WeightType => ({
  id,
  blockLength: 32,
  blockBytes: 2 + bytes,
  fill(block, deviation, random) {
    block.writeUInt16LE(halfOf(deviation / spread));
    for (let at = 2; at < block.length; at++) block[at] = Math.floor(random() * 256);
  },
});

export const WEIGHT_TYPES = {
  f32: F32,
  f16: F16,
  /** Four bits, 0 to 15, less 8. */
  q4_0: quantized(2, 16, Math.sqrt((16 ** 2 - 1) / 12)),
  /** Eight bits with their sign. */
  q8_0: quantized(8, 32, Math.sqrt((256 ** 2 - 1) / 12)),
} as const;
export type WeightTypeName = keyof typeof WEIGHT_TYPES;
