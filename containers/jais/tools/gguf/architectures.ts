import type { Metadata } from './metadata.ts';
import type { Shape } from './shape.ts';
import type { Tensor } from './tensor.ts';

/** What llama.cpp wants to find in a file of one architecture. */
export interface Architecture {
  metadata: (this: void, shape: Shape) => Metadata;
  tensors: (this: void, shape: Shape) => Tensor[];
}

/** Logits of this deviation: a few tokens are likely, as after real training. */
const LOGIT_DEVIATION = 3;

const matrix = (name: string, from: number, to: number, { weights }: Shape, gain = 1): Tensor => ({
  name: `${name}.weight`,
  shape: [from, to],
  type: weights,
  values: { deviation: gain / Math.sqrt(from) },
});

const vector = (name: string, length: number, values: Tensor['values']): Tensor => ({
  name,
  shape: [length],
  type: 'f32',
  values,
});

const scale = (name: string, length: number): Tensor =>
  vector(`${name}.weight`, length, { constant: 1 });
const bias = (name: string, length: number): Tensor =>
  vector(`${name}.bias`, length, { deviation: 0.02 });

const sizes = (name: string, shape: Shape): Metadata => ({
  [`${name}.block_count`]: { uint32: shape.layers },
  [`${name}.context_length`]: { uint32: shape.context },
  [`${name}.embedding_length`]: { uint32: shape.embedding },
  [`${name}.feed_forward_length`]: { uint32: shape.feedForward },
  [`${name}.attention.head_count`]: { uint32: shape.heads },
});

const inEachLayer = ({ layers }: Shape, tensors: (block: string) => Tensor[]): Tensor[] =>
  Array.from({ length: layers }, (_, at) => tensors(`blk.${at}`)).flat();

const ends = (shape: Shape): Tensor[] => [
  { ...matrix('token_embd', shape.embedding, shape.vocabulary, shape), values: { deviation: 1 } },
  matrix('output', shape.embedding, shape.vocabulary, shape, LOGIT_DEVIATION),
  scale('output_norm', shape.embedding),
];

/** Layer norms with bias, fused queries, keys and values, gated feed-forward, ALiBi. */
const jais: Architecture = {
  metadata: (shape) => ({
    ...sizes('jais', shape),
    'jais.attention.layer_norm_epsilon': { float32: 1e-5 },
    'jais.attention.max_alibi_bias': { float32: 8 },
  }),
  tensors(shape) {
    const { embedding: wide, feedForward } = shape;
    const biased = (name: string, from: number, to: number): Tensor[] => [
      matrix(name, from, to, shape),
      bias(name, to),
    ];
    const norm = (name: string): Tensor[] => [scale(name, wide), bias(name, wide)];
    const layers = inEachLayer(shape, (block) => [
      ...norm(`${block}.attn_norm`),
      ...biased(`${block}.attn_qkv`, wide, 3 * wide),
      ...biased(`${block}.attn_output`, wide, wide),
      ...norm(`${block}.ffn_norm`),
      ...biased(`${block}.ffn_gate`, wide, feedForward),
      ...biased(`${block}.ffn_up`, wide, feedForward),
      ...biased(`${block}.ffn_down`, feedForward, wide),
    ]);
    return [...ends(shape), bias('output_norm', wide), ...layers];
  },
};

/** RMS norms, rotary positions, no bias: what most open models share. */
const llama: Architecture = {
  metadata: (shape) => ({
    ...sizes('llama', shape),
    'llama.attention.layer_norm_rms_epsilon': { float32: 1e-5 },
    'llama.rope.dimension_count': { uint32: shape.embedding / shape.heads },
  }),
  tensors(shape) {
    const { embedding: wide, feedForward } = shape;
    const layers = inEachLayer(shape, (block) => [
      scale(`${block}.attn_norm`, wide),
      ...['attn_q', 'attn_k', 'attn_v', 'attn_output'].map((name) =>
        matrix(`${block}.${name}`, wide, wide, shape),
      ),
      scale(`${block}.ffn_norm`, wide),
      matrix(`${block}.ffn_gate`, wide, feedForward, shape),
      matrix(`${block}.ffn_up`, wide, feedForward, shape),
      matrix(`${block}.ffn_down`, feedForward, wide, shape),
    ]);
    return [...ends(shape), ...layers];
  },
};

export const ARCHITECTURES = { jais, llama } as const;
export type ArchitectureName = keyof typeof ARCHITECTURES;
