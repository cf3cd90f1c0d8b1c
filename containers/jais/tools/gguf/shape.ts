import type { WeightTypeName } from './weight-types.ts';

/** The sizes of a model, in the field's own names. */
export interface Shape {
  embedding: number;
  layers: number;
  heads: number;
  feedForward: number;
  vocabulary: number;
  context: number;
  /** Of matrices; vectors are always f32. */
  weights: WeightTypeName;
}

export const SHAPES = {
  /** Two layers: loads in milliseconds. */
  tiny: {
    embedding: 64,
    layers: 2,
    heads: 4,
    feedForward: 160,
    vocabulary: 2048,
    context: 2048,
    weights: 'f16',
  },
  /** 214 million weights: large enough that evaluation outweighs all else. */
  small: {
    embedding: 1024,
    layers: 16,
    heads: 16,
    feedForward: 2816,
    vocabulary: 4096,
    context: 2048,
    weights: 'q4_0',
  },
  /** JAIS family 6.7 B as it is converted: its 10,922 wide feed-forward padded to whole blocks. */
  '6p7b': {
    embedding: 4096,
    layers: 32,
    heads: 32,
    feedForward: 11_008,
    vocabulary: 84_992,
    context: 2048,
    weights: 'q4_0',
  },
} as const satisfies Readonly<Record<string, Shape>>;
export type ShapeName = keyof typeof SHAPES;
