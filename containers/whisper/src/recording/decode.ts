import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { RecordingRejected, TranscriptionFailed } from '../errors.ts';
import { runProgram, type Limits } from '../run-program.ts';
import { SAFE_INPUT } from './containers.ts';
import { channelsAreIdentical } from './identical-channels.ts';
import { BYTES_PER_SECOND, SAMPLE_RATE } from './pcm.ts';
import type { AudioHeader } from './probe.ts';

/** Ten minutes of stereo take ffmpeg 0.8 s: this is for a machine a hundred times as busy. */
const SECONDS_ALLOWED = 600;

/**
 * What ffmpeg says when the machine, not the recording, is at fault. An input/output error counts
 * where it wrote: it calls a last frame that was cut short by that name too.
 */
const MACHINE_IN_TROUBLE = /No space left|Disk quota|Cannot allocate|writ\w*.*Input\/output error/i;

/**
 * ffmpeg's spectral noise gate: 12 dB off steady noise, whose floor it is told, since it cannot
 * follow noise that is there from the start (measured: 1.4 dB off with `track_noise`).
 * `docs/benchmarks/whisper.md` has what it does to the words.
 */
const NOISE_REDUCTION = 'afftdn=noise_reduction=12:noise_floor=-30';

/** A recording as 16 kHz 16-bit samples without headers, one file a channel. */
export interface DecodedAudio {
  /** What was really there, whatever the headers say. */
  durationSeconds: number;
  /** Left first; one alone where both are the same sound. */
  pcmFiles: readonly string[];
}

/** How a recording is to be decoded. */
export interface DecodeOptions extends Omit<Limits, 'seconds'> {
  folder: string;
  longestSeconds: number;
  noiseReduction: boolean;
}

/**
 * Decodes a recording's channels into `folder` with ffmpeg.
 * @throws RecordingRejected EMPTY, NOT_AUDIO, TOO_MANY_CHANNELS or TOO_LONG
 * @throws TranscriptionFailed ENGINE_FAILED when the decoder crashed or the disk is full
 */
export async function decode(
  file: string,
  { channels }: Pick<AudioHeader, 'channels'>,
  options: DecodeOptions,
): Promise<DecodedAudio> {
  if (channels > 2) throw new RecordingRejected('TOO_MANY_CHANNELS');
  const pcmFiles = Array.from({ length: channels }, (_, at) => join(options.folder, `${at}.pcm`));
  const ended = await runProgram('ffmpeg', arguments_(file, pcmFiles, options), {
    ...options,
    seconds: SECONDS_ALLOWED,
  });
  if (ended.status === null || MACHINE_IN_TROUBLE.test(ended.stderr)) {
    throw new TranscriptionFailed('ENGINE_FAILED', 'ffmpeg crashed or could not write');
  }
  if (ended.status !== 0) throw new RecordingRejected('NOT_AUDIO');
  const durationSeconds = await longest(pcmFiles);
  if (durationSeconds === 0) throw new RecordingRejected('EMPTY');
  if (durationSeconds > options.longestSeconds) throw new RecordingRejected('TOO_LONG');
  return { durationSeconds, pcmFiles: await distinct(pcmFiles, options.signal) };
}

/** Channels that differ: a copy is no second speaker, and would double the work. */
async function distinct(pcmFiles: readonly string[], signal: AbortSignal): Promise<string[]> {
  const [left, right] = pcmFiles;
  if (left === undefined || right === undefined) return [...pcmFiles];
  if (!(await channelsAreIdentical([left, right], signal))) return [left, right];
  await rm(right);
  return [left];
}

/** `-nostdin` keeps ffmpeg from reading our own input as key strokes. */
function arguments_(
  file: string,
  pcmFiles: readonly string[],
  { longestSeconds, noiseReduction }: DecodeOptions,
): string[] {
  const filters = [`aresample=${SAMPLE_RATE}`, ...(noiseReduction ? [NOISE_REDUCTION] : [])];
  const split = pcmFiles.length === 1 ? '[c0]' : ',channelsplit=channel_layout=stereo[c0][c1]';
  // One second more than allowed tells "too long" from "just as long as allowed".
  const most = Math.ceil((longestSeconds + 1) * BYTES_PER_SECOND);
  const outputs = pcmFiles.flatMap((pcmFile, channel) => [
    ['-map', `[c${channel}]`, '-fs', String(most)],
    ['-f', 's16le', pcmFile],
  ]);
  const input = ['-nostdin', '-y', '-v', 'error', ...SAFE_INPUT, '-i', file];
  return [...input, '-filter_complex', `[0:a:0]${filters.join()}${split}`, ...outputs.flat()];
}

async function longest(pcmFiles: readonly string[]): Promise<number> {
  const stats = await Promise.all(pcmFiles.map((pcmFile) => stat(pcmFile)));
  return Math.max(...stats.map(({ size }) => size)) / BYTES_PER_SECOND;
}
