import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Line } from './script.ts';

/** The two flite voices that a recogniser still tells apart from noise over the telephone. */
const VOICES: Readonly<Record<Line['speaker'], string>> = { agent: 'rms', customer: 'awb' };

/** A little faster than flite's own pace, which is slower than people on the telephone. */
const PACE = ['--setf', 'duration_stretch=0.94'];

/** Below this a sample is flite's own silence before and after the words. */
const AUDIBLE = 40;

/** The program that speaks is not on this machine. */
export class VoicesMissing extends Error {
  override readonly name = 'VoicesMissing';
}

/**
 * Speaks a line at 16 kHz, without silence around it.
 * @throws VoicesMissing when flite is not installed
 */
export function speak({ speaker, text }: Pick<Line, 'speaker' | 'text'>): Int16Array {
  const folder = mkdtempSync(join(tmpdir(), 'sada-voice-'));
  try {
    const file = join(folder, 'line.wav');
    runFlite(['-voice', VOICES[speaker], ...PACE, '-t', text, '-o', file]);
    return trimmed(samplesOf(readFileSync(file)));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function runFlite(args: string[]): void {
  const { error, status, stderr } = spawnSync('flite', args, { encoding: 'utf8' });
  if (error && 'code' in error && error.code === 'ENOENT') {
    throw new VoicesMissing('flite is not installed; run: npm run setup:all');
  }
  if (error) throw error;
  if (status !== 0) throw new Error(`flite ended with status ${status}: ${stderr.trim()}`);
}

/** flite writes the plain 44-byte header: 16-bit PCM, one channel. */
function samplesOf(file: Buffer): Int16Array {
  const data = file.subarray(44);
  return Int16Array.from({ length: data.length >> 1 }, (_, at) => data.readInt16LE(at * 2));
}

const audible = (sample: number): boolean => Math.abs(sample) > AUDIBLE;

function trimmed(samples: Int16Array): Int16Array {
  return samples.slice(samples.findIndex(audible), samples.findLastIndex(audible) + 1);
}
