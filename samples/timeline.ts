import { seeded } from '../core/seeded-random.ts';
import type { CallScript, Line } from './script.ts';
import { SAMPLE_RATE } from './wav.ts';

/** How long the line stays open after the last word, in seconds. */
const TAIL_SECONDS = 0.8;
/** Peak of the noise on an open line: about 60 dB under full scale. */
const NOISE_PEAK = 24;

interface Utterance extends Line {
  samples: Int16Array;
  /** In samples from the recording's start. */
  start: number;
  end: number;
}

/** A call as it was recorded: agent on the left, customer on the right. */
export interface RecordedCall {
  left: Int16Array;
  right: Int16Array;
  utterances: Utterance[];
}

/** Lays a script's lines on a time line, one channel a speaker, over faint line noise. */
export function record(script: CallScript, speak: (line: Line) => Int16Array): RecordedCall {
  const utterances = placed(script.lines, speak);
  const length = lastEnd(utterances) + Math.round(TAIL_SECONDS * SAMPLE_RATE);
  const left = comfortNoise(length, 1);
  const right = comfortNoise(length, 2);
  for (const { speaker, samples, start } of utterances) {
    const channel = speaker === 'agent' ? left : right;
    samples.forEach((sample, at) => {
      channel[start + at] = (channel[start + at] ?? 0) + sample;
    });
  }
  return { left, right, utterances };
}

function placed(lines: readonly Line[], speak: (line: Line) => Int16Array): Utterance[] {
  const utterances: Utterance[] = [];
  for (const line of lines) {
    const samples = speak(line);
    const start = lastEnd(utterances) + Math.round(line.pause * SAMPLE_RATE);
    utterances.push({ ...line, samples, start, end: start + samples.length });
  }
  return utterances;
}

const lastEnd = (utterances: readonly Utterance[]): number =>
  Math.max(0, ...utterances.map(({ end }) => end));

function comfortNoise(length: number, seed: number): Int16Array {
  const random = seeded(seed);
  return Int16Array.from({ length }, () => Math.round((random() * 2 - 1) * NOISE_PEAK));
}
