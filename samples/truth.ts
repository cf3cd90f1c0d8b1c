import type { CallScript } from './script.ts';
import type { RecordedCall } from './timeline.ts';
import { SAMPLE_RATE } from './wav.ts';

/** What was said in a sample, when and by whom, and what an analysis should find in it. */
export interface Truth {
  schemaVersion: 1;
  /** The sample that this one was made from, when it is a variant. */
  variantOf?: string;
  durationSeconds: number;
  channels: 1 | 2;
  language: 'en';
  turns: {
    speaker: 'agent' | 'customer';
    channel: 0 | 1;
    /** Seconds from the recording's start. */
    start: number;
    end: number;
    text: string;
  }[];
  labels: CallScript['labels'];
}

/** The truth of a stereo recording of `script`. */
export function truthOf(script: CallScript, call: RecordedCall): Truth {
  return {
    schemaVersion: 1,
    durationSeconds: seconds(call.left.length),
    channels: 2,
    language: 'en',
    turns: call.utterances.map(({ speaker, start, end, text }) => ({
      speaker,
      channel: speaker === 'agent' ? 0 : 1,
      start: seconds(start),
      end: seconds(end),
      text,
    })),
    labels: script.labels,
  };
}

/** The truth of the same call with both speakers on one channel. */
export function monoTruth(truth: Truth, variantOf: string): Truth {
  const turns = truth.turns.map((turn) => ({ ...turn, channel: 0 as const }));
  return { ...truth, variantOf, channels: 1, turns };
}

/** To the millisecond. */
const seconds = (samples: number): number => Math.round((samples / SAMPLE_RATE) * 1000) / 1000;
