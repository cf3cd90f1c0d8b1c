import { layerOf, type Layer } from './layer.ts';
import { ModelUnreadable, onnxWeights, type Tensor } from './onnx-weights.ts';

/** The half of the model that is for 16 kHz; the other is for 8 kHz. */
const PREFIX = 'If_0_then_branch__Inline_0__';
export const WINDOW = 256;
export const BINS = WINDOW / 2 + 1;
/** Each convolution looks at one position before and one after. */
export const KERNEL = 3;
/** Channels into the first convolution, and out of each. */
const WIDTHS = [BINS, 128, 64, 64, 128];
/** Numbers that the recurrent cell remembers, twice. */
export const MEMORY = 128;

/** The weights, ready for use; any number of channels share them. */
export interface SileroWeights {
  window: Float32Array;
  encoder: readonly Layer[];
  cell: Layer;
  decoder: Layer;
}

/**
 * Silero VAD 5 as its ONNX file holds it.
 * @throws ModelUnreadable when the file holds another network
 */
export function sileroWeights(model: Uint8Array): SileroWeights {
  const tensors = onnxWeights(model);
  const tensor = (name: string, ...dimensions: number[]): Tensor => {
    const found = tensors.get(PREFIX + name);
    if (found?.dimensions.join() === dimensions.join()) return found;
    throw new ModelUnreadable(
      `expected ${name} [${dimensions.join()}], got [${found?.dimensions.join()}]`,
    );
  };
  // The first row of the Fourier basis is that of 0 Hz: a cosine of 1 under the window function.
  const { values: basis } = tensor('stft.forward_basis_buffer', 2 * BINS, 1, WINDOW);
  return {
    window: basis.slice(0, WINDOW),
    encoder: WIDTHS.slice(1).map((to, at) => {
      const from = WIDTHS[at] as number;
      const name = `encoder.${at}.reparam_conv`;
      return convolution(tensor(`${name}.weight`, to, from, KERNEL), tensor(`${name}.bias`, to));
    }),
    cell: cellOf(tensor),
    decoder: decoderOf(tensor),
  };
}

/** As a layer over three positions that lie one behind the other. */
function convolution({ dimensions, values }: Tensor, bias: Tensor): Layer {
  const from = dimensions[1] as number;
  return layerOf(bias.values, KERNEL * from, (row, column) => {
    const [position, channel] = [Math.floor(column / from), column % from];
    return values[(row * from + channel) * KERNEL + position] as number;
  });
}

type TensorNamed = (name: string, ...dimensions: number[]) => Tensor;

/** Input and memory side by side, so that one layer works out all four gates. */
function cellOf(tensor: TensorNamed): Layer {
  const gates = 4 * MEMORY;
  const { values: ofInput } = tensor('decoder.rnn.weight_ih', gates, MEMORY);
  const { values: ofMemory } = tensor('decoder.rnn.weight_hh', gates, MEMORY);
  const { values: one } = tensor('decoder.rnn.bias_ih', gates);
  const { values: other } = tensor('decoder.rnn.bias_hh', gates);
  const bias = one.map((value, at) => value + (other[at] as number));
  return layerOf(bias, 2 * MEMORY, (row, column) =>
    column < MEMORY
      ? (ofInput[row * MEMORY + column] as number)
      : (ofMemory[row * MEMORY + column - MEMORY] as number),
  );
}

function decoderOf(tensor: TensorNamed): Layer {
  const { values } = tensor('decoder.decoder.2.weight', 1, MEMORY, 1);
  const { values: bias } = tensor('decoder.decoder.2.bias', 1);
  return layerOf(bias, MEMORY, (_, column) => values[column] as number);
}
