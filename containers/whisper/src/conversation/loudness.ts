import { open, type FileHandle } from 'node:fs/promises';
import { BYTES_PER_SAMPLE, SAMPLE_RATE } from '../recording/pcm.ts';

/** Long words are claimed where an engine lost its place; more of them would tell nothing more. */
const LONGEST_SECONDS = 2;

const FULL_SCALE = 32_768;

/** A stretch of a recording, in seconds from its start. */
interface Span {
  start: number;
  end: number;
}

/** Reads how loud stretches of one channel are, and nothing but those stretches. */
export interface LoudnessMeter {
  /** The RMS in decibels of full scale; -Infinity in digital silence and past the end. */
  decibels(span: Span): Promise<number>;
  close(): Promise<void>;
}

/** @param pcmFile 16 kHz 16-bit samples without a header, little-endian as the machine */
export async function openLoudnessMeter(pcmFile: string): Promise<LoudnessMeter> {
  const file = await open(pcmFile);
  const samples = new Int16Array(LONGEST_SECONDS * SAMPLE_RATE);
  return {
    async decibels(span) {
      const read = await readInto(samples, file, span);
      return 10 * Math.log10(meanSquare(samples.subarray(0, read)) / FULL_SCALE ** 2);
    },
    close: () => file.close(),
  };
}

/** @returns how many samples there were */
async function readInto(samples: Int16Array, file: FileHandle, span: Span): Promise<number> {
  const wanted = Math.ceil((span.end - span.start) * SAMPLE_RATE);
  const { bytesRead } = await file.read(new Uint8Array(samples.buffer), {
    length: Math.min(samples.length, Math.max(1, wanted)) * BYTES_PER_SAMPLE,
    position: Math.floor(span.start * SAMPLE_RATE) * BYTES_PER_SAMPLE,
  });
  return Math.floor(bytesRead / BYTES_PER_SAMPLE);
}

function meanSquare(samples: Int16Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return samples.length === 0 ? 0 : sum / samples.length;
}
