import { readFileSync } from 'node:fs';
import type { Interval } from '../../../core/talk-metrics/intervals.ts';

interface Segment {
  speaker: 'agent' | 'customer';
  /** 1 is the customer's, 2 the agent's. */
  channel: 1 | 2;
  callStart: number;
  channelStart: number;
  seconds: number;
  text: string;
}

interface SaidSegment extends Interval {
  readonly text: string;
}

const FILE = new URL('../clock-offset/harper-valley.json', import.meta.url);

/** What its writers call sounds that are no speech. */
const NOISE = '[noise]';

/** A real call: what customer and agent say by the clock of the call, and by their channel's own. */
export function harperValley() {
  const { segments, ...call } = JSON.parse(readFileSync(FILE, 'utf8')) as {
    segments: Segment[];
    durationSeconds: number;
    clockOffsetSeconds: number;
  };
  const by = (clock: 'callStart' | 'channelStart'): SaidSegment[][] =>
    [1, 2].map((channel) =>
      segments
        .filter((segment) => segment.channel === channel && segment.text !== NOISE)
        .map((segment) => {
          const { [clock]: start, seconds, text } = segment;
          return { start, end: start + seconds, text };
        }),
    );
  return { ...call, callTimes: by('callStart'), channelTimes: by('channelStart') };
}
