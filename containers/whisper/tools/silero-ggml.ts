import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { onnxWeights, type Tensor as OnnxTensor } from '../src/voice-activity/onnx-weights.ts';
import { f16, f32, int32s, writeGgmlFile, type Tensor, type TensorShape } from './ggml-file.ts';
import { halves } from './half.ts';

/** Weights of another network than Silero's of versions 5 and 6. */
export class NotSilero extends Error {
  override readonly name = 'NotSilero';
}

const WEIGHTS = '@ricky0123/vad-web/dist/silero_vad_v5.onnx';
/** The network holds a network for 8 kHz too: where the rate is 16,000 it takes this branch. */
const BRANCH_OF_16_KHZ = 'If_0_then_branch__Inline_0__';

const KIND = 'silero-16k';
/** The file does not tell the rest, which whisper.cpp only logs. */
const VERSION = [5, 0, 0];
const WINDOW_SAMPLES = 512;
const CONTEXT_SAMPLES = 64;
const FFT_SAMPLES = 256;
const FFT_BINS = 129;
/** Channels in and out of each convolution. */
const ENCODER = [
  [FFT_BINS, 128],
  [128, 64],
  [64, 64],
  [64, 128],
] as const;
const KERNEL = 3;
const LSTM_STATE = 128;
/** PyTorch's order: input, forget, cell, output. ONNX's other order is made as the network runs. */
const LSTM_GATES = 4 * LSTM_STATE;

/** As `whisper_vad_init_with_params` of whisper.cpp expects them. */
const TENSORS: readonly TensorShape[] = [
  ...ENCODER.flatMap(([from, to], layer) => [
    f16(`encoder.${layer}.reparam_conv.weight`, KERNEL, from, to),
    f32(`encoder.${layer}.reparam_conv.bias`, to),
  ]),
  f32('decoder.rnn.weight_ih', LSTM_STATE, LSTM_GATES),
  f32('decoder.rnn.weight_hh', LSTM_STATE, LSTM_GATES),
  f32('decoder.rnn.bias_ih', LSTM_GATES),
  f32('decoder.rnn.bias_hh', LSTM_GATES),
  f16('decoder.decoder.2.weight', LSTM_STATE),
  f32('decoder.decoder.2.bias', 1),
  f16('stft.forward_basis_buffer', FFT_SAMPLES, 1, 2 * FFT_BINS),
];

/**
 * Writes the weights that our own detector uses as a model for `whisper-cli --vad`.
 * @param onnx another file of weights than the package's
 * @throws NotSilero | ModelUnreadable on weights that this was not made for
 */
export function writeSileroGgml(path: string, onnx = packageWeights()): void {
  const constants = onnxWeights(readFileSync(onnx));
  const tensors = TENSORS.map((tensor) =>
    filled(tensor, constants.get(`${BRANCH_OF_16_KHZ}${tensor.name}`)),
  );
  writeGgmlFile(path, header(), tensors);
}

const packageWeights = (): string => createRequire(import.meta.url).resolve(WEIGHTS);

const header = (): Uint8Array =>
  Buffer.concat([
    int32s([KIND.length]),
    Buffer.from(KIND),
    int32s([...VERSION, WINDOW_SAMPLES, CONTEXT_SAMPLES, ENCODER.length]),
    int32s(ENCODER.flatMap(([from, to]) => [from, to, KERNEL])),
    int32s([LSTM_STATE, LSTM_STATE, LSTM_STATE, 1]),
  ]);

/** Both formats keep numbers in the same order, they only name dimensions the other way round. */
function filled({ name, dimensions, type }: TensorShape, found: OnnxTensor | undefined): Tensor {
  const got = found?.dimensions.toReversed();
  if (found === undefined || !got || !sameButOnes(got, dimensions)) {
    throw new NotSilero(
      `expected ${name} of ${dimensions.join('x')}, got ${got?.join('x') ?? 'none'}`,
    );
  }
  const data = [type === 'f16' ? halves(found.values) : found.values];
  return { name: `_model.${name}`, dimensions, type, data };
}

const sameButOnes = (some: readonly number[], others: readonly number[]): boolean =>
  withoutOnes(some).join() === withoutOnes(others).join();

const withoutOnes = (dimensions: readonly number[]): number[] =>
  dimensions.filter((one) => one !== 1);
