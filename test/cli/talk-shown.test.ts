import { describe, expect, it } from 'vitest';
import { talkShown } from '../../cli/talk-shown.ts';
import { talkMetrics } from '../../core/talk-metrics.ts';
import { harperValley } from '../core/support/harper-valley.ts';
import { rawTranscript } from '../core/support/transcripts.ts';

const shown = (...of: Parameters<typeof rawTranscript>) =>
  talkShown(talkMetrics(rawTranscript(...of))).map((fact) => fact.join(': '));

describe('what is shown of who spoke', () => {
  it('is every figure that the recording tells', () => {
    const { callTimes, durationSeconds, clockOffsetSeconds } = harperValley();
    const lines = callTimes.flatMap((said, side) =>
      said.map((turn) => ({
        ...turn,
        speaker: side === 0 ? ('customer' as const) : ('agent' as const),
      })),
    );
    expect(shown(lines, { durationSeconds, clockOffsetSeconds })).toEqual([
      'talk: agent 0:12 (24 %, 230 words/min), customer 0:08 (17 %, 234 words/min)',
      'silence: 0:30 (60 %)',
      'overlap: 0.0 s; interruptions: agent 0, customer 0',
      'longest: agent 0:06, customer 0:07',
      'waits: for agent 2.0 s (p95 3.4 s), for customer 1.9 s (p95 3.0 s)',
      'clocks: right channel 2.1 s late, corrected',
    ]);
  });

  it('leaves out what one channel cannot tell', () => {
    const line = { text: 'hello there', speaker: 'unknown' as const };
    const lines = [
      { ...line, start: 0, end: 4 },
      { ...line, start: 14, end: 16 },
    ];
    expect(shown(lines, { durationSeconds: 20, channels: 1 })).toEqual([
      'talk: unknown 0:06 (30 %, 40 words/min)',
      'silence: 0:14 (70 %); 1 hold-like: 0:10, longest 0:10',
    ]);
  });

  it('is silence alone where nobody speaks', () => {
    expect(shown([], { durationSeconds: 20, channels: 1 })).toEqual(['silence: 0:20 (100 %)']);
  });
});
