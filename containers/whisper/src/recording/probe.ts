import * as z from 'zod';
import { RecordingRejected } from '../errors.ts';
import { runProgram, type Limits } from '../run-program.ts';
import { SAFE_INPUT } from './containers.ts';

const Probed = z.object({
  streams: z.array(
    z.object({ codec_name: z.string().optional(), channels: z.number().int().positive() }),
  ),
  format: z.object({ duration: z.coerce.number().optional() }).optional(),
});

/** What a file's headers say of its sound. */
export interface AudioHeader {
  channels: number;
  codec: string;
  /** Null where the headers do not say. */
  durationSeconds: number | null;
}

/**
 * Reads a file's headers with ffprobe.
 * @throws RecordingRejected NOT_AUDIO when no sound is found in it
 * @throws TranscriptionFailed when ffprobe is missing or hangs
 */
export async function probe(file: string, limits: Omit<Limits, 'seconds'>): Promise<AudioHeader> {
  const args = ['-v', 'error', ...SAFE_INPUT, '-select_streams', 'a:0', '-of', 'json'];
  const entries = ['-show_entries', 'stream=codec_name,channels:format=duration'];
  const { status, stdout } = await runProgram('ffprobe', [...args, ...entries, '-i', file], {
    ...limits,
    seconds: 60,
  });
  if (status !== 0) throw new RecordingRejected('NOT_AUDIO');
  const { streams, format } = Probed.parse(JSON.parse(stdout));
  const [stream] = streams;
  if (stream === undefined) throw new RecordingRejected('NOT_AUDIO');
  return {
    channels: stream.channels,
    codec: stream.codec_name ?? 'unknown',
    durationSeconds: format?.duration ?? null,
  };
}
