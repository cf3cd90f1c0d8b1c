import { open, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import * as ort from 'onnxruntime-web';
import { BYTES_PER_SAMPLE, SAMPLE_RATE } from '../recording/pcm.ts';
import { FRAME_SECONDS, type VoiceDetector } from './detector.ts';

const FRAME_SAMPLES = FRAME_SECONDS * SAMPLE_RATE;
/** The end of the frame before, which versions 5 and 6 expect in front of each frame. */
const CONTEXT_SAMPLES = 64;
const FRAME_BYTES = FRAME_SAMPLES * BYTES_PER_SAMPLE;
/** Read at a time: two seconds, some 20 ms of work, after which others get their turn. */
const BLOCK_FRAMES = 64;

/** Loads Silero: the weights of `@ricky0123/vad-web` on WebAssembly, one thread. */
export async function loadSilero(): Promise<VoiceDetector> {
  ort.env.wasm.numThreads = 1;
  const weights = createRequire(import.meta.url).resolve(
    '@ricky0123/vad-web/dist/silero_vad_v5.onnx',
  );
  const session = await ort.InferenceSession.create(await readFile(weights));
  return { probabilities: (pcmFile, signal) => probabilities(session, pcmFile, signal) };
}

async function probabilities(
  session: ort.InferenceSession,
  pcmFile: string,
  signal: AbortSignal,
): Promise<number[]> {
  const step = stepper(session);
  const found: number[] = [];
  const file = await open(pcmFile);
  try {
    const block = Buffer.alloc(BLOCK_FRAMES * FRAME_BYTES);
    for (;;) {
      signal.throwIfAborted();
      const { bytesRead } = await file.read(block);
      if (bytesRead === 0) return found;
      block.fill(0, bytesRead);
      for (let at = 0; at < bytesRead; at += FRAME_BYTES) {
        found.push(await step(block.subarray(at, at + FRAME_BYTES)));
      }
    }
  } finally {
    await file.close();
  }
}

/** One frame after the other: the network keeps its state, and the context, in between. */
function stepper(session: ort.InferenceSession): (frame: Buffer) => Promise<number> {
  const sr = new ort.Tensor('int64', BigInt64Array.of(BigInt(SAMPLE_RATE)));
  const samples = new Float32Array(CONTEXT_SAMPLES + FRAME_SAMPLES);
  let state: ort.Tensor = new ort.Tensor('float32', new Float32Array(2 * 128), [2, 1, 128]);
  return async (frame) => {
    samples.copyWithin(0, FRAME_SAMPLES);
    for (let at = 0; at < FRAME_SAMPLES; at++) {
      samples[CONTEXT_SAMPLES + at] = frame.readInt16LE(at * BYTES_PER_SAMPLE) / 32_768;
    }
    const input = new ort.Tensor('float32', samples, [1, samples.length]);
    const { output, stateN } = await session.run({ input, state, sr });
    if (output === undefined || stateN === undefined) throw new TypeError('not a Silero model');
    state = stateN;
    return Number(output.data[0]);
  };
}
