import { applyLayer, type Layer } from './layer.ts';
import { BINS, KERNEL, MEMORY, WINDOW, type SileroWeights } from './silero-weights.ts';
import { spectrumOf } from './spectrum.ts';

/** Samples of one step at 16 kHz: 64 of the step before, then 512 new ones. */
export const CONTEXT_SAMPLES = 64;
export const STEP_SAMPLES = 512;

const HOP = 128;
/** Positions that go into each convolution: every second one is left out on the way. */
const POSITIONS = [4, 4, 2, 1] as const;
const STRIDES = [1, 2, 2, 1] as const;

/** Speech probability of `CONTEXT_SAMPLES + STEP_SAMPLES` samples between -1 and 1. */
export type Step = (samples: Float32Array) => number;

/** A network that has heard nothing yet; each step goes on from the one before. */
export function sileroNetwork(weights: SileroWeights): Step {
  const encode = encoderOf(weights);
  const cell = memoryCell(weights.cell);
  const decoded = new Float32Array(weights.decoder.rows);
  const hidden = new Float32Array(MEMORY);
  return (samples) => {
    hidden.set(cell(encode(samples)));
    rectify(hidden);
    applyLayer(weights.decoder, hidden, 0, decoded, 0);
    return sigmoid(decoded[0] as number);
  };
}

/** Short-time spectra, then four convolutions that make one position of them. */
function encoderOf({ window, encoder }: SileroWeights): (samples: Float32Array) => Float32Array {
  const spectrum = spectrumOf(window);
  const padded = new Float32Array(CONTEXT_SAMPLES + STEP_SAMPLES + WINDOW / 4);
  // One empty position on either side of those that are there.
  const inputs = encoder.map(
    ({ columns }, at) => new Float32Array((columns / KERNEL) * ((POSITIONS[at] as number) + 2)),
  );
  const encoded = new Float32Array(MEMORY);
  return (samples) => {
    reflectEnd(samples, padded);
    const [spectra] = inputs as [Float32Array];
    for (let at = 0; at < POSITIONS[0]; at++) spectrum(padded, at * HOP, spectra, (at + 1) * BINS);
    encoder.forEach((layer, at) => {
      const stride = (STRIDES[at] as number) * (layer.columns / KERNEL);
      const input = inputs[at] as Float32Array;
      const next = inputs[at + 1];
      const [output, first] = next ? [next, layer.rows] : [encoded, 0];
      const steps = (POSITIONS[at] as number) / (STRIDES[at] as number);
      for (let position = 0; position < steps; position++) {
        applyLayer(layer, input, position * stride, output, first + position * layer.rows);
      }
      rectify(output);
    });
    return encoded;
  };
}

function reflectEnd(samples: Float32Array, padded: Float32Array): void {
  padded.set(samples);
  const last = samples.length - 1;
  for (let at = samples.length; at < padded.length; at++) {
    padded[at] = samples[2 * last - at] as number;
  }
}

/** Long short-term memory (Hochreiter and Schmidhuber, 1997), gates in PyTorch's order. */
function memoryCell(layer: Layer): (input: Float32Array) => Float32Array {
  const inputAndHidden = new Float32Array(2 * MEMORY);
  const hidden = inputAndHidden.subarray(MEMORY);
  const state = new Float32Array(MEMORY);
  const gates = new Float32Array(layer.rows);
  return (input) => {
    inputAndHidden.set(input);
    applyLayer(layer, inputAndHidden, 0, gates, 0);
    for (let at = 0; at < MEMORY; at++) {
      const letIn = sigmoid(gates[at] as number);
      const keep = sigmoid(gates[MEMORY + at] as number);
      const candidate = Math.tanh(gates[2 * MEMORY + at] as number);
      const show = sigmoid(gates[3 * MEMORY + at] as number);
      state[at] = keep * (state[at] as number) + letIn * candidate;
      hidden[at] = show * Math.tanh(state[at] as number);
    }
    return hidden;
  };
}

function rectify(values: Float32Array): void {
  for (let at = 0; at < values.length; at++) {
    if ((values[at] as number) < 0) values[at] = 0;
  }
}

const sigmoid = (value: number): number => 1 / (1 + Math.exp(-value));
