import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';

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

/** A tensor's numbers, and its dimensions with the fastest first. */
export interface Tensor {
  name: string;
  dimensions: readonly number[];
  type: 'f32' | 'f16';
  /** The whole tensor, or piece by piece; 16-bit floats by their bits. */
  data: Iterable<Float32Array | Uint16Array>;
}

export interface GgmlModel {
  shape: Shape;
  /** The text of tokens from 0 on; the engine names the special ones itself. */
  texts: readonly Uint8Array[];
  tensors: Iterable<Tensor>;
}

const MAGIC = 0x67676d6c;
/** Matrices are of 16-bit floats. */
const FTYPE_F16 = 1;
const TYPE = { f32: 0, f16: 1 } as const;
/** Half of a 400-sample window's spectrum, and its middle. */
const FFT_BINS = 201;

/** Writes a model file of whisper.cpp's ggml format; what was at that path stays until it is whole. */
export function writeGgml(path: string, { shape, texts, tensors }: GgmlModel): void {
  const part = `${path}.part`;
  const file = openSync(part, 'w');
  try {
    writeSync(file, header(shape));
    writeSync(file, vocabulary(texts));
    for (const tensor of tensors) writeTensor(file, tensor);
    closeSync(file);
    renameSync(part, path);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

function header(shape: Shape): Uint8Array {
  const { vocabulary, audioContext, audioState, audioHeads, audioLayers } = shape;
  const { textContext, textState, textHeads, textLayers, mels } = shape;
  const audio = [audioContext, audioState, audioHeads, audioLayers];
  const text = [textContext, textState, textHeads, textLayers];
  const numbers = [MAGIC, vocabulary, ...audio, ...text, mels, FTYPE_F16, mels, FFT_BINS];
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

function writeTensor(file: number, { name, dimensions, type, data }: Tensor): void {
  const label = Buffer.from(name);
  writeSync(file, int32s([dimensions.length, label.length, TYPE[type], ...dimensions]));
  writeSync(file, label);
  for (const piece of data) writeSync(file, bytesOf(piece));
}

const int32s = (numbers: readonly number[]): Uint8Array => bytesOf(Int32Array.from(numbers));

/** The bytes of numbers, as they lie in memory: little-endian on every machine that Node runs on. */
const bytesOf = ({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);
