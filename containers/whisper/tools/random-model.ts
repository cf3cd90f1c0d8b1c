import type { Tensor, TensorShape } from './ggml-file.ts';
import { writeGgml, type Shape } from './ggml-writer.ts';
import { layerTensors } from './layers.ts';
import { tokenise, type Script } from './script.ts';
import { seededWhole } from '../../../core/seeded-random.ts';
import { speechTensors } from './speech.ts';
import { specialTokens } from './tokens.ts';

/** Dimensions of the published models (openai/whisper, `model.py` and the model card). */
const shape = (
  vocabulary: number,
  mels: number,
  state: number,
  heads: number,
  [audioLayers, textLayers]: readonly [number, number],
): Shape => ({
  vocabulary,
  mels,
  audioContext: 1500,
  audioState: state,
  audioHeads: heads,
  audioLayers,
  textContext: 448,
  textState: state,
  textHeads: heads,
  textLayers,
});

export const SHAPES = {
  tiny: shape(51_865, 80, 384, 6, [4, 4]),
  base: shape(51_865, 80, 512, 8, [6, 6]),
  small: shape(51_865, 80, 768, 12, [12, 12]),
  'large-v3-turbo': shape(51_866, 128, 1280, 20, [32, 4]),
} as const;
export type ShapeName = keyof typeof SHAPES;

/** 100 tokens in 28 s, as many as in lively speech: words of four letters at most are one each. */
const LIVELY_SPEECH: Script = {
  language: 'en',
  script: [
    'good day to you how can I help',
    'my line has been down for two days',
    'I am very sad to hear this sir',
    'let me look at it for you now',
    'can you tell me the code on it',
    'yes it is four nine two and six',
    'that is fine now wait a bit here',
    'we will send a man by noon then',
    'okay and do I need to pay this',
    'no it is all free for you bye',
  ].map((text, at) => ({ text, start: at * 2.8, end: (at + 1) * 2.8 })),
};

/** Numbers that tensors take their weights from, each from a place of its own. */
const POOL = 2 ** 20;
const PIECE = 2 ** 17;

/**
 * Writes a model of a published shape with random 16-bit weights, the same bytes for a seed. Speed
 * depends on shape and tokens alone, and what it says is scripted, so it takes as long as a true
 * model that hears as many tokens, without fallbacks.
 */
export function writeRandomModel(
  path: string,
  name: ShapeName,
  seed: number,
  script: Script = LIVELY_SPEECH,
): void {
  const shape = SHAPES[name];
  const random = seededWhole(seed);
  const special = specialTokens(shape.vocabulary);
  const tokenised = tokenise(script.script, special);
  const signs = Uint16Array.from({ length: POOL }, () => sign(random));
  const weights = signs.map((one) => one ^ smallWeight(random));
  const rows = drawn(signs, shape.vocabulary * shape.textState, random);
  writeGgml(path, {
    shape,
    texts: tokenised.texts,
    tensors: [
      ...layerTensors(shape).map((tensor) => filled(tensor, weights, random)),
      ...speechTensors({ shape, script, tokenised, special, rows }),
    ],
  });
}

/** +1 or -1 as a 16-bit float. */
const sign = (random: () => number): number => (random() & 1 ? 0x3c00 : 0xbc00);

/** What makes a random number from 1/64 to 1/32 of a 1: as small as trained weights are. */
const smallWeight = (random: () => number): number => 0x3c00 ^ (9 << 10) ^ (random() & 0x3ff);

/** Matrices are random; norms leave things as they are and biases add nothing. */
function filled(tensor: TensorShape, weights: Uint16Array, random: () => number): Tensor {
  const count = tensor.dimensions.reduce((all, one) => all * one, 1);
  if (tensor.type === 'f16') return { ...tensor, data: pieces(weights, count, random) };
  const value = tensor.name.endsWith('.weight') ? 1 : 0;
  return { ...tensor, data: [new Float32Array(count).fill(value)] };
}

function drawn(pool: Uint16Array, count: number, random: () => number): Uint16Array {
  const all = new Uint16Array(count);
  let at = 0;
  for (const piece of pieces(pool, count, random)) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

function* pieces(pool: Uint16Array, count: number, random: () => number): Generator<Uint16Array> {
  for (let left = count; left > 0; left -= PIECE) {
    const from = random() % (POOL - PIECE);
    yield pool.subarray(from, from + Math.min(PIECE, left));
  }
}
