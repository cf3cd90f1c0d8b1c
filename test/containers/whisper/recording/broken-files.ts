import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pLimit from 'p-limit';
import { systemClock } from '../../../../containers/whisper/src/clock.ts';
import {
  RecordingRejected,
  TranscriptionFailed,
} from '../../../../containers/whisper/src/errors.ts';
import { ownProgress } from '../../../../containers/whisper/src/engines/engine.ts';
import { withScratchFolder } from '../../../../containers/whisper/src/scratch.ts';
import { stopwatch } from '../../../../containers/whisper/src/stopwatch.ts';
import { transcribe } from '../../../../containers/whisper/src/transcribe.ts';
import { loadSilero } from '../../../../containers/whisper/src/voice-activity/silero.ts';
import { AUDIO_FORMATS } from '../../../support/audio-formats.ts';
import { encode } from '../../../support/ffmpeg.ts';
import { firstSeconds } from '../../../support/wav.ts';
import { A_WORD, ScriptedEngine } from '../a-worker.ts';
import { mutated } from './mutations.ts';

const SAMPLE = new URL('../../../../samples/refund-resolved.wav', import.meta.url);
const SECONDS = 2;

/** How each broken file ended: `transcript`, a code of ours, or what it threw. */
export type Endings = Map<string, number>;

/** A clip in every format. */
export async function clips(): Promise<Buffer[]> {
  const wav = firstSeconds(await readFile(SAMPLE), SECONDS);
  const amr = ['call', 'call-wideband'].map((name) =>
    readFile(new URL(`../../../support/amr/${name}.amr`, import.meta.url)),
  );
  const limit = pLimit(2);
  const encoded = AUDIO_FORMATS.map(({ extension, options }) =>
    limit(() => encode(wav, extension, options)),
  );
  return [...(await Promise.all(encoded)), ...(await Promise.all(amr))];
}

/** Hears `count` broken files, formats in turn, two at a time, with all but a real engine. */
export async function hearBroken(files: readonly Buffer[], count: number): Promise<Endings> {
  const endings: Endings = new Map();
  const detector = await loadSilero();
  const parts = { engine: new ScriptedEngine(), detector, clock: systemClock, longestSeconds: 600 };
  const limit = pLimit(2);
  const hear = async (seed: number): Promise<void> => {
    const recording = mutated(files[seed % files.length] ?? Buffer.alloc(0), seed);
    const ending = await endingOf(recording, parts);
    endings.set(ending, (endings.get(ending) ?? 0) + 1);
  };
  await Promise.all(Array.from({ length: count }, (_, seed) => limit(() => hear(seed))));
  return endings;
}

async function endingOf(
  recording: Buffer,
  parts: Parameters<typeof transcribe>[1],
): Promise<string> {
  try {
    const { turns } = await withScratchFolder(async (folder) => {
      const file = join(folder, 'recording');
      await writeFile(file, recording);
      const hints = { language: null, agentChannel: null, durationSeconds: null };
      const signal = new AbortController().signal;
      const about = { callId: 'call', revision: '1', hints, signal, progress: ownProgress() };
      return transcribe({ ...about, file, folder, stages: stopwatch(systemClock) }, parts);
    });
    return turns[0]?.text === A_WORD.text ? 'transcript' : 'no turns';
  } catch (error) {
    if (error instanceof RecordingRejected) return error.code;
    if (error instanceof TranscriptionFailed) return `${error.code} ${error.message}`;
    return String(error);
  }
}
