import { describe, expect, it } from 'vitest';
import { embeddedMetrics } from '../../../containers/whisper/src/metrics.ts';
import type { RawTranscript } from '../../../core/transcript.ts';
import { JumpingClock } from '../../support/jumping-clock.ts';

const clock = new JumpingClock();

function aTranscript(given: Partial<RawTranscript> = {}): RawTranscript {
  const turn = {
    speaker: 'agent',
    channel: 0,
    start: 0,
    end: 1,
    text: 'my name is Zahra',
  } as const;
  return {
    schemaVersion: 1,
    callId: 'call-1',
    revision: 'version-1',
    durationSeconds: 100,
    channels: 2,
    engine: { name: 'whisper-tiny', model: 'tiny', modelSha256: null, version: '1' },
    turns: [
      { ...turn, index: 0, language: 'ar', confidence: 0.9 },
      { ...turn, index: 1, language: 'ar', confidence: 0.7 },
      { ...turn, index: 2, language: 'en', confidence: null },
    ],
    rejected: [{ channel: 0, start: 5, end: 6, text: 'thanks for watching', reason: 'phrase' }],
    redacted: false,
    ...given,
  };
}

interface Line {
  _aws: { Timestamp: number; CloudWatchMetrics: Directive[] };
  [field: string]: unknown;
}
interface Directive {
  Namespace: string;
  Dimensions: string[][];
  Metrics: { Name: string; Unit: string }[];
}

function written(transcript: RawTranscript): { line: Line; text: string } {
  let text = '';
  const stages = { downloadSeconds: 1, recogniseSeconds: 9 };
  embeddedMetrics(clock, (line) => (text += line))({ transcript, stages, parts: 4 });
  return { line: JSON.parse(text) as Line, text };
}

describe('the metrics of a job', () => {
  it('are one line that CloudWatch reads, every metric and dimension with its value', () => {
    const { line, text } = written(aTranscript());
    expect(text.match(/\n/g)).toHaveLength(1);
    expect(line._aws.Timestamp).toBe(clock.now());
    for (const { Namespace, Dimensions, Metrics } of line._aws.CloudWatchMetrics) {
      expect(Namespace).toBe('Sada');
      for (const name of Dimensions.flat()) expect(line[name]).toEqual(expect.any(String));
      for (const { Name } of Metrics) expect(line[Name]).toEqual(expect.any(Number));
    }
  });

  it('tell how fast each stage was, how much was rejected and how sure the engine was', () => {
    expect(written(aTranscript()).line).toMatchObject({
      Engine: 'whisper-tiny',
      Language: 'ar',
      AudioSeconds: 100,
      RealTimeFactor: 0.1,
      DownloadRealTimeFactor: 0.01,
      RecogniseRealTimeFactor: 0.09,
      FinishedParts: 4,
      Turns: 3,
      RejectedShare: 0.25,
      Confidence: expect.closeTo(0.8) as number,
    });
  });

  it('say nothing of confidence where the engine gives none', () => {
    const { line } = written(aTranscript({ turns: [] }));
    expect(line).not.toHaveProperty('Confidence');
    expect(line._aws.CloudWatchMetrics).toHaveLength(1);
  });

  it('hold no word that was said', () => {
    expect(written(aTranscript()).text).not.toMatch(/Zahra|thanks/);
  });
});
