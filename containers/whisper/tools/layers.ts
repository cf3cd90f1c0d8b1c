import { f16, f32, type TensorShape } from './ggml-file.ts';
import type { Shape } from './ggml-writer.ts';

/** Everything but the token and position embeddings and the decoder's last norm. */
export function layerTensors(shape: Shape): TensorShape[] {
  const { audioState, audioContext, audioLayers, textState, textLayers, mels } = shape;
  return [
    f32('encoder.positional_embedding', audioState, audioContext),
    f16('encoder.conv1.weight', 3, mels, audioState),
    f32('encoder.conv1.bias', 1, audioState),
    f16('encoder.conv2.weight', 3, audioState, audioState),
    f32('encoder.conv2.bias', 1, audioState),
    ...norm('encoder.ln_post', audioState),
    ...blocks('encoder', audioLayers, audioState, ['attn']),
    ...blocks('decoder', textLayers, textState, ['attn', 'cross_attn']),
  ];
}

const norm = (name: string, state: number): TensorShape[] => [
  f32(`${name}.weight`, state),
  f32(`${name}.bias`, state),
];

function blocks(part: string, layers: number, state: number, attentions: string[]): TensorShape[] {
  return Array.from({ length: layers }, (_, layer) => `${part}.blocks.${layer}`).flatMap(
    (block) => [
      ...norm(`${block}.mlp_ln`, state),
      f16(`${block}.mlp.0.weight`, state, 4 * state),
      f32(`${block}.mlp.0.bias`, 4 * state),
      f16(`${block}.mlp.2.weight`, 4 * state, state),
      f32(`${block}.mlp.2.bias`, state),
      ...attentions.flatMap((name) => attention(`${block}.${name}`, state)),
    ],
  );
}

const attention = (name: string, state: number): TensorShape[] => [
  ...norm(`${name}_ln`, state),
  f16(`${name}.query.weight`, state, state),
  f32(`${name}.query.bias`, state),
  f16(`${name}.key.weight`, state, state),
  f16(`${name}.value.weight`, state, state),
  f32(`${name}.value.bias`, state),
  f16(`${name}.out.weight`, state, state),
  f32(`${name}.out.bias`, state),
];
