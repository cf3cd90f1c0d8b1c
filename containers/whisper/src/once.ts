import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import type { TranscriptionJob } from '../../../core/job.ts';
import type { RawTranscript } from '../../../core/transcript.ts';
import { Misuse } from './arguments.ts';
import { systemClock } from './clock.ts';
import { LONGEST_SECONDS } from './config.ts';
import { ownProgress } from './engines/engine.ts';
import { selectEngine, type EngineSettings } from './engines/select.ts';
import { withScratchFolder } from './scratch.ts';
import { stopwatch } from './stopwatch.ts';
import { transcribe } from './transcribe.ts';
import { loadSilero } from './voice-activity/silero.ts';

/** What a person asks for. */
export interface OnceOptions {
  file: string;
  engine: EngineSettings;
  language: TranscriptionJob['hints']['language'];
  agentChannel: TranscriptionJob['hints']['agentChannel'];
}

/**
 * Hears one recording on disk, without a queue.
 * @throws Misuse when there is no such file; RecordingRejected, TranscriptionFailed
 */
export async function transcribeOnce(options: OnceOptions): Promise<RawTranscript> {
  await requireFile(options.file);
  const clock = systemClock;
  const engine = selectEngine(options.engine, clock);
  const detector = await loadSilero();
  const transcriber = { engine, detector, clock, longestSeconds: LONGEST_SECONDS };
  const { language, agentChannel } = options;
  try {
    await engine.start?.();
    return await withScratchFolder((folder) =>
      transcribe(
        {
          file: options.file,
          folder,
          callId: randomUUID(),
          revision: 'once',
          hints: { language, agentChannel, durationSeconds: null },
          signal: new AbortController().signal,
          progress: ownProgress(),
          stages: stopwatch(clock),
        },
        transcriber,
      ),
    );
  } finally {
    await engine.close?.();
  }
}

async function requireFile(file: string): Promise<void> {
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) throw new Misuse(`expected --once FILE, got ${file}, which is no file`);
}

/** A transcript as lines for people: `0:01.2  agent     good morning`. */
export function readable({ turns, engine }: RawTranscript): string {
  const lines = turns.map(
    ({ start, speaker, text }) => `${minutes(start).padStart(8)}  ${speaker.padEnd(8)}  ${text}`,
  );
  return [...lines, `(heard by ${engine.name})`, ''].join('\n');
}

function minutes(seconds: number): string {
  const tenths = Math.round(seconds * 10);
  return `${Math.floor(tenths / 600)}:${((tenths % 600) / 10).toFixed(1).padStart(4, '0')}`;
}
