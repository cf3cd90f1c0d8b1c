import { describe, expect, it } from 'vitest';
import { talkMetrics } from '../../core/talk-metrics.ts';
import { rawTranscript, type Line } from './support/transcripts.ts';

const metrics = (lines: Line[], durationSeconds = 20, channels = 2) =>
  talkMetrics(rawTranscript(lines, { durationSeconds, channels }));
const agent = (start: number, end: number, text = 'let me look at that for you'): Line => {
  return { speaker: 'agent', channel: 0, start, end, text };
};
const customer = (start: number, end: number, text = 'but I need it before Friday'): Line => {
  return { speaker: 'customer', channel: 1, start, end, text };
};
const interruptions = (lines: Line[]) => metrics(lines).interruptions;

describe('talk metrics', () => {
  it('add up talk, silence and shares', () => {
    expect(metrics([agent(0, 6), customer(8, 10)])).toMatchObject({
      talkSeconds: { agent: 6, customer: 2, unknown: null },
      agentTalkShare: 0.75,
      silenceSeconds: 12,
      silenceShare: 0.6,
      overlapSeconds: 0,
    });
  });

  it('count time that one speaker covers twice once', () => {
    expect(metrics([agent(0, 6), agent(4, 8)]).talkSeconds.agent).toBe(8);
  });

  it('count overlap between the channels, and no silence in it', () => {
    const both = metrics([agent(0, 6), customer(5, 9)]);
    expect(both.overlapSeconds).toBe(1);
    expect(both.silenceSeconds).toBe(11);
  });

  it('take times from words where there are some', () => {
    const words = [
      { text: 'one', start: 0, end: 1, confidence: null },
      { text: 'moment', start: 1.2, end: 2, confidence: null },
      { text: 'please', start: 9, end: 10, confidence: null },
    ];
    const [silent] = [metrics([{ ...agent(0, 10, 'one moment please'), words }], 10)];
    expect(silent.talkSeconds.agent).toBe(3);
    expect(silent.silenceSeconds).toBe(7);
  });

  it('count words over voiced time, not over the call', () => {
    const spoken = metrics([agent(0, 6, Array(20).fill('word').join(' '))], 600);
    expect(spoken.wordsPerMinute).toEqual({ agent: 200, customer: null, unknown: null });
  });
});

describe('an interruption', () => {
  it('begins while the other speaks and holds the floor', () => {
    expect(interruptions([agent(0, 6), customer(4, 8)])).toEqual({ agent: 0, customer: 1 });
    expect(interruptions([customer(0, 6), agent(4, 8)])).toEqual({ agent: 1, customer: 0 });
  });

  it('is no "okay" or "نعم"', () => {
    expect(
      interruptions([agent(0, 9), customer(2, 3.2, 'okay, yes'), customer(5, 6.1, 'نعم')]),
    ).toEqual({ agent: 0, customer: 0 });
  });

  it('is no backchannel, whatever its words are', () => {
    const aside = { ...customer(2, 3.2, 'restart it'), backchannel: true as const };
    expect(interruptions([agent(0, 9), customer(2, 3.2, 'restart it')])?.customer).toBe(1);
    expect(interruptions([agent(0, 9), aside])?.customer).toBe(0);
  });

  it('is no false start', () => {
    expect(interruptions([agent(0, 6), customer(3, 3.5, 'but what')])).toEqual({
      agent: 0,
      customer: 0,
    });
  });

  it('is no early answer', () => {
    expect(interruptions([agent(0, 6), customer(5.9, 9)])).toEqual({ agent: 0, customer: 0 });
  });
});

describe('what cannot be known', () => {
  it('is null in mono', () => {
    const mono = metrics([{ text: 'hello there', speaker: 'unknown', start: 0, end: 4 }], 20, 1);
    expect(mono).toMatchObject({
      talkSeconds: { agent: null, customer: null, unknown: 4 },
      agentTalkShare: null,
      silenceSeconds: 16,
      overlapSeconds: null,
      interruptions: null,
    });
    expect(mono.wordsPerMinute).toEqual({ agent: null, customer: null, unknown: 30 });
  });

  it('is null where channels have no sides, except for their overlap', () => {
    const sideless = metrics([
      { ...agent(0, 6), speaker: 'unknown' },
      { ...customer(5, 9), speaker: 'unknown' },
    ]);
    expect(sideless.overlapSeconds).toBe(1);
    expect(sideless.interruptions).toBeNull();
    expect(sideless.agentTalkShare).toBeNull();
  });

  it('is silence alone in a call without turns', () => {
    expect(metrics([])).toMatchObject({
      silenceSeconds: 20,
      silenceShare: 1,
      agentTalkShare: null,
    });
    expect(metrics([], 0)).toMatchObject({ silenceSeconds: 0, silenceShare: 0 });
  });

  it('is 0 for a side that keeps silent', () => {
    const monologue = metrics([agent(0, 5)]);
    expect(monologue.talkSeconds.customer).toBe(0);
    expect(monologue.agentTalkShare).toBe(1);
  });

  it('is no negative silence where turns outlast the recording', () => {
    expect(metrics([agent(0, 30)])).toMatchObject({ silenceSeconds: 0, silenceShare: 0 });
  });
});
