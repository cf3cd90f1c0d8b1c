import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../../../containers/whisper/src/clock.ts';
import type { ChannelSpeech } from '../../../../containers/whisper/src/engines/engine.ts';
import { decode } from '../../../../containers/whisper/src/recording/decode.ts';
import { probe } from '../../../../containers/whisper/src/recording/probe.ts';
import type { VoiceDetector } from '../../../../containers/whisper/src/voice-activity/detector.ts';
import { speechSegments } from '../../../../containers/whisper/src/voice-activity/segments.ts';

/** What decoding and voice detection make of a recording. */
export interface Listened {
  durationSeconds: number;
  channels: ChannelSpeech[];
}

export interface ListenOptions {
  detector: VoiceDetector;
  /** Where the channels stay, as `<name>-<channel>.pcm`. */
  folder: string;
  name: string;
  noiseReduction?: boolean;
}

/** Listens to a recording as the worker does, up to the engine. */
export async function listen(
  recording: Buffer,
  { detector, folder, name, noiseReduction = false }: ListenOptions,
): Promise<Listened> {
  const own = await mkdtemp(join(tmpdir(), 'listen-'));
  const limits = { clock: systemClock, signal: new AbortController().signal };
  try {
    const file = join(own, 'recording');
    await writeFile(file, recording);
    const options = { ...limits, folder: own, longestSeconds: 14_400, noiseReduction };
    const audio = await decode(file, await probe(file, limits), options);
    const channels: ChannelSpeech[] = [];
    for (const [channel, decoded] of audio.pcmFiles.entries()) {
      const pcmFile = join(folder, `${name}-${channel}.pcm`);
      await rename(decoded, pcmFile);
      const probabilities = await detector.probabilities(pcmFile, limits.signal);
      const segments = speechSegments(probabilities, audio.durationSeconds);
      channels.push({ channel, pcmFile, segments });
    }
    return { durationSeconds: audio.durationSeconds, channels };
  } finally {
    await rm(own, { recursive: true });
  }
}
