import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../../containers/whisper/src/clock.ts';
import { ownProgress, type SpeechEngine } from '../../../containers/whisper/src/engines/engine.ts';
import { whisper } from '../../../containers/whisper/src/engines/whisper/whisper.ts';
import { stopwatch } from '../../../containers/whisper/src/stopwatch.ts';
import { transcribe, type Transcriber } from '../../../containers/whisper/src/transcribe.ts';
import { loadSilero } from '../../../containers/whisper/src/voice-activity/silero.ts';
import type { VoiceDetector } from '../../../containers/whisper/src/voice-activity/detector.ts';
import type { RawTranscript } from '../../../core/transcript.ts';
import { whisperServerProgram } from '../../../local/whisper-cpp.ts';

/** How a recording was heard, in seconds. */
export interface Hearing {
  transcript: RawTranscript;
  wallSeconds: number;
  /** CPU of this process: the detector, and all that goes around it and the programs it runs. */
  detectorCpuSeconds: number;
  orchestrationCpuSeconds: number;
}

/** A worker without its queue, its model loaded. */
export interface WarmWorker {
  hear(file: string): Promise<Hearing>;
  close(): Promise<void>;
}

export async function warmWorker(
  model: string,
  { servers, threads }: { servers: number; threads: number },
): Promise<WarmWorker> {
  const engine = await startedEngine(model, { servers, threads });
  const detector = timed(await loadSilero());
  const transcriber = { engine, detector, clock: systemClock, longestSeconds: 4 * 60 * 60 };
  return {
    hear: (file) => heard(file, { ...transcriber }, detector),
    close: async () => engine.close?.(),
  };
}

async function startedEngine(
  model: string,
  given: { servers: number; threads: number },
): Promise<SpeechEngine> {
  const server = whisperServerProgram();
  if (server === undefined) throw new Error('whisper-server is not built; run: npm run setup:all');
  const settings = { name: 'whisper-bench', server, model, gpuRequired: false, ...given };
  const engine = whisper(settings, systemClock);
  await engine.start?.();
  return engine;
}

type TimedDetector = VoiceDetector & { cpuSeconds: number };

/** Its stage runs alone in this process, so all CPU that passes meanwhile is its own. */
function timed(detector: VoiceDetector): TimedDetector {
  const measured: TimedDetector = {
    cpuSeconds: 0,
    async probabilities(pcmFile, signal) {
      const before = process.cpuUsage();
      const found = await detector.probabilities(pcmFile, signal);
      measured.cpuSeconds += secondsSince(before);
      return found;
    },
  };
  return measured;
}

async function heard(
  file: string,
  transcriber: Transcriber,
  detector: TimedDetector,
): Promise<Hearing> {
  const folder = await mkdtemp(join(tmpdir(), 'sada-bench-'));
  const cpu = process.cpuUsage();
  const detectorBefore = detector.cpuSeconds;
  const started = performance.now();
  const transcript = await transcribe(
    {
      file,
      folder,
      callId: 'bench',
      revision: '1',
      hints: { language: 'en', agentChannel: null, durationSeconds: null },
      signal: new AbortController().signal,
      progress: ownProgress(),
      stages: stopwatch(systemClock),
    },
    transcriber,
  );
  const wallSeconds = (performance.now() - started) / 1000;
  const detectorCpuSeconds = detector.cpuSeconds - detectorBefore;
  const orchestrationCpuSeconds = secondsSince(cpu) - detectorCpuSeconds;
  await rm(folder, { recursive: true });
  return { transcript, wallSeconds, detectorCpuSeconds, orchestrationCpuSeconds };
}

function secondsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}
