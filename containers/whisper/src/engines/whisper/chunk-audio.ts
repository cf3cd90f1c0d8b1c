import { open } from 'node:fs/promises';
import { BYTES_PER_SAMPLE, BYTES_PER_SECOND, SAMPLE_RATE } from '../../recording/pcm.ts';
import { secondsOf, type Chunk } from './chunks.ts';

const HEADER_BYTES = 44;

/** A chunk as a WAV file: its pieces of the decoded channel, with silence in the gaps. */
export async function wavOfChunk(pcmFile: string, chunk: Chunk): Promise<Buffer> {
  const wav = Buffer.alloc(HEADER_BYTES + bytes(secondsOf(chunk)));
  writeHeader(wav);
  const file = await open(pcmFile);
  try {
    for (const { start, end, at } of chunk.pieces) {
      const target = HEADER_BYTES + bytes(at);
      const length = Math.min(bytes(end - start), wav.length - target);
      await file.read(wav, target, length, bytes(start));
    }
  } finally {
    await file.close();
  }
  return wav;
}

const bytes = (seconds: number): number => Math.round(seconds * SAMPLE_RATE) * BYTES_PER_SAMPLE;

/** RIFF, PCM, one channel (Multimedia Programming Interface and Data Specifications 1.0). */
function writeHeader(wav: Buffer): void {
  wav.write('RIFF', 0, 'latin1');
  wav.writeUInt32LE(wav.length - 8, 4);
  wav.write('WAVEfmt ', 8, 'latin1');
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(SAMPLE_RATE, 24);
  wav.writeUInt32LE(BYTES_PER_SECOND, 28);
  wav.writeUInt16LE(BYTES_PER_SAMPLE, 32);
  wav.writeUInt16LE(8 * BYTES_PER_SAMPLE, 34);
  wav.write('data', 36, 'latin1');
  wav.writeUInt32LE(wav.length - HEADER_BYTES, 40);
}
