import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { RecordingRejected, TranscriptionFailed } from '../errors.ts';
import { runProgram, type Limits } from '../run-program.ts';
import { SAFE_INPUT } from './containers.ts';
import { BYTES_PER_SECOND, SAMPLE_RATE } from './pcm.ts';
import type { AudioHeader } from './probe.ts';

/** Ten minutes of stereo take ffmpeg 0.8 s: this is for a machine a hundred times as busy. */
const SECONDS_ALLOWED = 600;

/** What ffmpeg says when the machine, not the recording, is at fault. */
const MACHINE_IN_TROUBLE = /No space left|Input\/output error|Cannot allocate/;

/** A recording as 16 kHz 16-bit samples without headers, one file a channel. */
export interface DecodedAudio {
  /** What was really there, whatever the headers say. */
  durationSeconds: number;
  /** Left first. */
  pcmFiles: readonly string[];
}

/**
 * Decodes a recording's channels into `folder` with ffmpeg.
 * @throws RecordingRejected EMPTY, NOT_AUDIO, TOO_MANY_CHANNELS or TOO_LONG
 * @throws TranscriptionFailed ENGINE_FAILED when the decoder crashed or the disk is full
 */
export async function decode(
  file: string,
  { channels }: Pick<AudioHeader, 'channels'>,
  options: Omit<Limits, 'seconds'> & { folder: string; longestSeconds: number },
): Promise<DecodedAudio> {
  if (channels > 2) throw new RecordingRejected('TOO_MANY_CHANNELS');
  const pcmFiles = Array.from({ length: channels }, (_, at) => join(options.folder, `${at}.pcm`));
  // One second more than allowed tells "too long" from "just as long as allowed".
  const most = Math.ceil((options.longestSeconds + 1) * BYTES_PER_SECOND);
  const ended = await runProgram('ffmpeg', arguments_(file, pcmFiles, most), {
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
  return { durationSeconds, pcmFiles };
}

/** `-nostdin` keeps ffmpeg from reading our own input as key strokes. */
function arguments_(file: string, pcmFiles: readonly string[], mostBytes: number): string[] {
  const resample = `[0:a:0]aresample=${SAMPLE_RATE}`;
  const filter =
    pcmFiles.length === 1
      ? `${resample}[c0]`
      : `${resample},channelsplit=channel_layout=stereo[c0][c1]`;
  const outputs = pcmFiles.flatMap((pcmFile, channel) => [
    ['-map', `[c${channel}]`, '-fs', String(mostBytes)],
    ['-f', 's16le', pcmFile],
  ]);
  const input = ['-nostdin', '-v', 'error', ...SAFE_INPUT, '-i', file, '-filter_complex', filter];
  return [...input, ...outputs.flat()];
}

async function longest(pcmFiles: readonly string[]): Promise<number> {
  const stats = await Promise.all(pcmFiles.map((pcmFile) => stat(pcmFile)));
  return Math.max(...stats.map(({ size }) => size)) / BYTES_PER_SECOND;
}
