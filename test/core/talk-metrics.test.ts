import { describe, expect, it } from 'vitest';
import { talkMetrics } from '../../core/talk-metrics.ts';
import { TalkMetrics } from '../../core/transcript.ts';
import { harperValley } from './support/harper-valley.ts';
import { rawTranscript, type Line } from './support/transcripts.ts';

const metrics = (lines: Line[], durationSeconds = 20, channels = 2) =>
  talkMetrics(rawTranscript(lines, { durationSeconds, channels }));
const agent = (start: number, end: number, text = 'let me look at that for you'): Line => {
  return { speaker: 'agent', channel: 0, start, end, text };
};
const customer = (start: number, end: number, text = 'but I need it before Friday'): Line => {
  return { speaker: 'customer', channel: 1, start, end, text };
};
const mono = (lines: [start: number, end: number][]) =>
  metrics(
    lines.map(([start, end]) => ({ text: 'hello there', speaker: 'unknown', start, end })),
    20,
    1,
  );
const longestMonologues = (lines: Line[]) => metrics(lines, 100).longestMonologueSeconds;
const responseGaps = (lines: Line[]) => metrics(lines, 100).responseGap;
const cpuSeconds = (turns: number) => {
  const lines = Array.from({ length: turns }, (_, at) =>
    at % 2 === 0 ? agent(at * 3, at * 3 + 3.2) : customer(at * 3, at * 3 + 2.5),
  );
  const raw = rawTranscript(lines, { durationSeconds: turns * 3, channels: 2 });
  const before = process.cpuUsage();
  TalkMetrics.parse(talkMetrics(raw));
  return process.cpuUsage(before).user / 1e6;
};
const interruptions = (lines: Line[]) => metrics(lines).interruptions;

describe('talk metrics', () => {
  it('add up talk, silence and shares', () => {
    expect(metrics([agent(0, 6), customer(8, 10)])).toMatchObject({
      talkSeconds: { agent: 6, customer: 2, unknown: null },
      agentTalkShare: 0.75,
      silenceSeconds: 12,
      talkShare: { agent: 0.3, customer: 0.1, unknown: null },
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

  it('is no going on over a backchannel', () => {
    const aside = { ...customer(3, 4, 'yes I see'), backchannel: true as const };
    expect(interruptions([agent(0, 2.9), aside, agent(3.5, 9)])?.agent).toBe(0);
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

describe('a monologue', () => {
  it('lasts until the other takes over, pauses included', () => {
    expect(longestMonologues([agent(0, 6), agent(8, 10), customer(11, 14), agent(15, 20)])).toEqual(
      {
        agent: 10,
        customer: 3,
      },
    );
  });

  it('goes on over backchannels, and over what is said inside of it', () => {
    const aside = { ...customer(6.5, 7, 'mm-hm'), backchannel: true as const };
    expect(longestMonologues([agent(0, 6), aside, agent(8, 10)])).toEqual({
      agent: 10,
      customer: 0,
    });
    expect(longestMonologues([agent(0, 10), customer(4, 5, 'wait')])).toEqual({
      agent: 10,
      customer: 0,
    });
  });

  it('ends with a hold', () => {
    expect(longestMonologues([agent(0, 6), agent(11, 14)])?.agent).toBe(6);
    expect(longestMonologues([agent(0, 6), agent(10.9, 14)])?.agent).toBe(14);
  });
});

describe('a response gap', () => {
  it('is how long one side lets the other wait', () => {
    expect(
      responseGaps([
        customer(0, 4),
        agent(5, 8),
        customer(8.5, 9),
        agent(12, 14),
        customer(14.1, 15),
      ]),
    ).toEqual({
      agent: { count: 2, medianSeconds: 2, p95Seconds: 2.9 },
      customer: { count: 2, medianSeconds: 0.3, p95Seconds: 0.48 },
    });
  });

  it('is 0 where the answer comes early', () => {
    expect(responseGaps([customer(0, 4), agent(3, 8)])?.agent).toEqual({
      count: 1,
      medianSeconds: 0,
      p95Seconds: 0,
    });
  });

  it('is neither before nor after a backchannel', () => {
    const aside = { ...customer(4.5, 5, 'okay'), backchannel: true as const };
    expect(responseGaps([agent(0, 4), aside, agent(6, 9)])).toEqual({
      agent: null,
      customer: null,
    });
  });
});

describe('a hold-like gap', () => {
  it('is silence of five seconds and more between words', () => {
    expect(
      metrics([agent(10, 12), agent(17, 20), customer(24.9, 30), agent(62, 63)], 100).holdLikeGaps,
    ).toEqual({ count: 2, totalSeconds: 37, longestSeconds: 32 });
  });

  it('is known in mono', () => {
    expect(
      mono([
        [0, 3],
        [10, 12],
      ]).holdLikeGaps,
    ).toEqual({ count: 1, totalSeconds: 7, longestSeconds: 7 });
  });
});

describe('a call whose channels had different clocks', () => {
  const { callTimes, channelTimes, durationSeconds, clockOffsetSeconds } = harperValley();
  const linesOf = ([customers = [], agents = []]: typeof callTimes): Line[] => [
    ...customers.map(({ start, end, text }) => customer(start, end, text)),
    ...agents.map(({ start, end, text }) => agent(start, end, text)),
  ];

  it('measures as the call was once they agree, and says by how much they differed', () => {
    const lines = linesOf(callTimes);
    const known = talkMetrics(
      rawTranscript(lines, { durationSeconds, channels: 2, clockOffsetSeconds }),
    );
    expect(known).toMatchObject({
      talkShare: { agent: 0.24, customer: 0.165 },
      silenceShare: 0.595,
      overlapSeconds: 0,
      interruptions: { agent: 0, customer: 0 },
      clockOffsetSeconds: 2.051,
    });
  });

  it('would seem to be interrupted by the times of the file', () => {
    expect(metrics(linesOf(channelTimes), durationSeconds)).toMatchObject({
      overlapSeconds: 0.922,
      interruptions: { agent: 1, customer: 0 },
      clockOffsetSeconds: 0,
    });
  });
});

describe('what cannot be known', () => {
  it('is null in mono', () => {
    const oneChannel = mono([[0, 4]]);
    expect(oneChannel).toMatchObject({
      talkSeconds: { agent: null, customer: null, unknown: 4 },
      agentTalkShare: null,
      silenceSeconds: 16,
      overlapSeconds: null,
      interruptions: null,
      longestMonologueSeconds: null,
      responseGap: null,
      clockOffsetSeconds: null,
    });
    expect(oneChannel.wordsPerMinute).toEqual({ agent: null, customer: null, unknown: 30 });
  });

  it('is null where channels have no sides, except for their overlap', () => {
    const sideless = metrics([
      { ...agent(0, 6), speaker: 'unknown' },
      { ...customer(5, 9), speaker: 'unknown' },
    ]);
    expect(sideless.overlapSeconds).toBe(1);
    expect(sideless.interruptions).toBeNull();
    expect(sideless.agentTalkShare).toBeNull();
    expect(sideless.longestMonologueSeconds).toBeNull();
    expect(sideless.responseGap).toBeNull();
  });

  it('is silence alone in a call without turns', () => {
    expect(metrics([])).toMatchObject({
      silenceSeconds: 20,
      silenceShare: 1,
      agentTalkShare: null,
      responseGap: null,
      holdLikeGaps: { count: 0, totalSeconds: 0, longestSeconds: 0 },
    });
    expect(metrics([], 0)).toMatchObject({ silenceSeconds: 0, silenceShare: 0 });
  });

  it('is 0 for a side that keeps silent', () => {
    const monologue = metrics([agent(0, 5)]);
    expect(monologue.talkSeconds.customer).toBe(0);
    expect(monologue.agentTalkShare).toBe(1);
    expect(monologue.longestMonologueSeconds).toEqual({ agent: 5, customer: 0 });
    expect(monologue.responseGap).toEqual({ agent: null, customer: null });
  });

  it('is no negative silence where turns outlast the recording', () => {
    expect(metrics([agent(0, 30)])).toMatchObject({
      silenceSeconds: 0,
      silenceShare: 0,
      talkShare: { agent: 1 },
    });
  });
});

describe('the metrics of 20,000 turns', () => {
  it('take time in proportion', () => {
    const small = Math.min(cpuSeconds(2000), cpuSeconds(2000), cpuSeconds(2000));
    expect(cpuSeconds(20_000)).toBeLessThan(0.05 + 30 * small);
  });
});
