import { open, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { BYTES_PER_SAMPLE } from '../recording/pcm.ts';
import type { VoiceDetector } from './detector.ts';
import { CONTEXT_SAMPLES, sileroNetwork, STEP_SAMPLES } from './silero-network.ts';
import { sileroWeights, type SileroWeights } from './silero-weights.ts';

const STEP_BYTES = STEP_SAMPLES * BYTES_PER_SAMPLE;
/** Read at a time: two seconds, some 20 ms of work, after which others get their turn. */
const BLOCK_STEPS = 64;

/**
 * Loads Silero: the weights of `@ricky0123/vad-web`, worked out here. ONNX Runtime's WebAssembly
 * takes 150 MB to load and up to 330 MB at work, three times what the rest of a worker does.
 */
export async function loadSilero(): Promise<VoiceDetector> {
  const file = createRequire(import.meta.url).resolve('@ricky0123/vad-web/dist/silero_vad_v5.onnx');
  const weights = sileroWeights(await readFile(file));
  return { probabilities: (pcmFile, signal) => probabilities(weights, pcmFile, signal) };
}

async function probabilities(
  weights: SileroWeights,
  pcmFile: string,
  signal: AbortSignal,
): Promise<number[]> {
  const step = sileroNetwork(weights);
  const samples = new Float32Array(CONTEXT_SAMPLES + STEP_SAMPLES);
  const found: number[] = [];
  const file = await open(pcmFile);
  try {
    const block = Buffer.alloc(BLOCK_STEPS * STEP_BYTES);
    for (;;) {
      signal.throwIfAborted();
      const { bytesRead } = await file.read(block);
      if (bytesRead === 0) return found;
      block.fill(0, bytesRead);
      for (let at = 0; at < bytesRead; at += STEP_BYTES) {
        take(block, at, samples);
        found.push(step(samples));
      }
    }
  } finally {
    await file.close();
  }
}

/** The next samples behind the end of those before, which versions 5 and 6 expect there. */
function take(block: Buffer, from: number, samples: Float32Array): void {
  samples.copyWithin(0, STEP_SAMPLES);
  for (let at = 0; at < STEP_SAMPLES; at++) {
    samples[CONTEXT_SAMPLES + at] = block.readInt16LE(from + at * BYTES_PER_SAMPLE) / 32_768;
  }
}
