import type { TranscriptionJob } from '../../../core/job.ts';
import type { Word } from '../../../core/transcript.ts';
import type {
  RecogniseOptions,
  SpeechEngine,
} from '../../../containers/whisper/src/engines/engine.ts';
import { jsonLog } from '../../../containers/whisper/src/log.ts';
import { embeddedMetrics } from '../../../containers/whisper/src/metrics.ts';
import { JumpingClock } from '../../support/jumping-clock.ts';
import { tone, wavOf } from '../../support/wav.ts';
import {
  InMemoryQueue,
  InMemoryRecordings,
  InMemoryTokens,
  InMemoryWorkArea,
  RecordedProtection,
} from './in-memory.ts';

/** A job for the one recording that `aWorker` holds. */
export function aJob(given: Partial<TranscriptionJob> = {}): TranscriptionJob {
  return {
    schemaVersion: 1,
    taskToken: 'token-1',
    callId: 'call-1',
    revision: 'version-1',
    bucket: 'recordings',
    key: 'recordings/+966 50 123 4567.wav',
    versionId: 'version-1',
    hints: { durationSeconds: 1, channels: 1, language: 'en', agentChannel: null },
    ...given,
  };
}

export const A_WORD: Word = { text: 'hello', start: 0.1, end: 0.4, confidence: 0.9 };

/** An engine that hears one word, at once or when it is told to. */
export class ScriptedEngine implements SpeechEngine {
  readonly name = 'scripted';
  parameters = '';
  readonly languages = ['en'] as const;
  /** How many recordings it is busy with, and the most it ever was. */
  busy = 0;
  busiest = 0;
  /** How many recordings it was given. */
  heard = 0;
  trouble: Error | undefined;
  #held = false;
  #letGo: (() => void)[] = [];
  #arrivals: (() => void)[] = [];

  /** From now on recognition waits for `letGo`. */
  hold(): void {
    this.#held = true;
  }

  letGo(): void {
    for (const resolve of this.#letGo.splice(0)) resolve();
  }

  /** Settles once `count` recordings are being heard. */
  async hears(count: number): Promise<void> {
    while (this.busy < count) {
      await new Promise<void>((resolve) => {
        this.#arrivals.push(resolve);
      });
    }
  }

  async description() {
    return { name: this.name, model: 'none', modelSha256: null, version: '1' };
  }

  async recognise(_: unknown, { signal }: RecogniseOptions) {
    this.busy++;
    this.heard++;
    this.busiest = Math.max(this.busiest, this.busy);
    for (const resolve of this.#arrivals.splice(0)) resolve();
    try {
      if (this.trouble !== undefined) throw this.trouble;
      if (this.#held) await this.#released(signal);
      return { segments: [{ channel: 0, language: 'en' as const, words: [A_WORD] }], rejected: [] };
    } finally {
      this.busy--;
    }
  }

  #released(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#letGo.push(resolve);
      signal.addEventListener('abort', () => reject(signal.reason as Error));
    });
  }
}

/** All that a worker needs, in memory, with one recording of one second that decodes for real. */
export function aWorker() {
  const clock = new JumpingClock();
  const lines: string[] = [];
  const recordings = new InMemoryRecordings();
  recordings.stored.set(aJob().key, wavOf(tone(1)));
  const engine = new ScriptedEngine();
  const write = (line: string) => void lines.push(line);
  const detector = { probabilities: async () => Array.from({ length: 31 }, () => 1) };
  return {
    clock,
    recordings,
    engine,
    queue: new InMemoryQueue(),
    tokens: new InMemoryTokens(),
    transcriber: { engine, detector, clock, longestSeconds: 60 },
    work: new InMemoryWorkArea(),
    protection: new RecordedProtection(),
    log: jsonLog(clock, write),
    metrics: embeddedMetrics(clock, write),
    lines,
    visibilitySeconds: 60,
    graceSeconds: 100,
    concurrency: 1,
    idleMinutes: null,
  };
}
