import { readFile } from 'node:fs/promises';
import { ROOT } from './project-files.ts';
import { wavHeader } from './wav.ts';

const HEADER_BYTES = 44;
const SECONDS = 6;
const BYTES_PER_SECOND = 32_000;

/** The first seconds of a sample: there is speech in them, and they are heard quickly. */
export async function spoken(): Promise<Buffer> {
  const sample = await readFile(`${ROOT}samples/refund-resolved-mono.wav`);
  const sound = sample.subarray(HEADER_BYTES, HEADER_BYTES + SECONDS * BYTES_PER_SECOND);
  return Buffer.concat([wavHeader(sound.length), sound]);
}
