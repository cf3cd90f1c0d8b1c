import { bytesOf, int32s, writeGgmlFile, type Tensor } from './ggml-file.ts';

/** What a Whisper model is made of, in the order of its file (`whisper_model_load`, whisper.cpp). */
export interface Shape {
  vocabulary: number;
  audioContext: number;
  audioState: number;
  audioHeads: number;
  audioLayers: number;
  textContext: number;
  textState: number;
  textHeads: number;
  textLayers: number;
  mels: number;
}

export interface GgmlModel {
  shape: Shape;
  /** The text of tokens from 0 on; the engine names the special ones itself. */
  texts: readonly Uint8Array[];
  tensors: Iterable<Tensor>;
}

/** Matrices are of 16-bit floats. */
const FTYPE_F16 = 1;
/** Half of a 400-sample window's spectrum, and its middle. */
const FFT_BINS = 201;

/** Writes a Whisper model; what was at that path stays until it is whole. */
export function writeGgml(path: string, { shape, texts, tensors }: GgmlModel): void {
  writeGgmlFile(path, Buffer.concat([header(shape), vocabulary(texts)]), tensors);
}

function header(shape: Shape): Uint8Array {
  const { vocabulary, audioContext, audioState, audioHeads, audioLayers } = shape;
  const { textContext, textState, textHeads, textLayers, mels } = shape;
  const audio = [audioContext, audioState, audioHeads, audioLayers];
  const text = [textContext, textState, textHeads, textLayers];
  const numbers = [vocabulary, ...audio, ...text, mels, FTYPE_F16, mels, FFT_BINS];
  return Buffer.concat([int32s(numbers), bytesOf(flatFilters(mels))]);
}

/** Every band hears the whole spectrum: loudness is all that such a model can tell apart. */
const flatFilters = (mels: number): Float32Array =>
  new Float32Array(mels * FFT_BINS).fill(1 / FFT_BINS);

function vocabulary(texts: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat([
    int32s([texts.length]),
    ...texts.flatMap((text) => [int32s([text.length]), text]),
  ]);
}
