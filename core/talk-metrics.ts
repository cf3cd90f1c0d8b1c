import { countInterruptions } from './talk-metrics/interruptions.ts';
import { intersection, length, union } from './talk-metrics/intervals.ts';
import { voiced } from './talk-metrics/voiced.ts';
import { countWords } from './text/tokens.ts';
import type { RawTranscript, Speaker, TalkMetrics, Turn } from './transcript.ts';

type Recorded = Pick<RawTranscript, 'turns' | 'channels' | 'durationSeconds'>;

/**
 * Who spoke how much. In stereo every number is known once the channels have sides. One channel
 * tells neither sides nor overlap, as its turns follow each other: those are null.
 */
export function talkMetrics({ turns, channels, durationSeconds }: Recorded): TalkMetrics {
  const by = (speaker: Speaker): Turn[] => turns.filter((turn) => turn.speaker === speaker);
  const sides = { agent: by('agent'), customer: by('customer'), unknown: by('unknown') };
  const known = sides.agent.length + sides.customer.length > 0;
  const talk = {
    agent: known ? length(voiced(sides.agent)) : null,
    customer: known ? length(voiced(sides.customer)) : null,
    unknown: sides.unknown.length > 0 ? length(voiced(sides.unknown)) : null,
  };
  const silence = Math.max(0, durationSeconds - length(union(voiced(turns))));
  return {
    talkSeconds: {
      agent: rounded(talk.agent),
      customer: rounded(talk.customer),
      unknown: rounded(talk.unknown),
    },
    agentTalkShare: rounded(shareOf(talk.agent, talk.customer)),
    silenceSeconds: rounded(silence),
    silenceShare: durationSeconds > 0 ? rounded(silence / durationSeconds) : 0,
    overlapSeconds: channels === 2 ? rounded(overlap(turns)) : null,
    interruptions:
      channels === 2 && known && sides.unknown.length === 0 ? interruptions(sides) : null,
    wordsPerMinute: {
      agent: wordsPerMinute(sides.agent, talk.agent),
      customer: wordsPerMinute(sides.customer, talk.customer),
      unknown: wordsPerMinute(sides.unknown, talk.unknown),
    },
  };
}

function overlap(turns: readonly Turn[]): number {
  const channel = (number: number): Turn[] => turns.filter((turn) => turn.channel === number);
  return length(intersection(voiced(channel(0)), voiced(channel(1))));
}

function interruptions(sides: { agent: Turn[]; customer: Turn[] }): TalkMetrics['interruptions'] {
  return {
    agent: countInterruptions(sides.agent, voiced(sides.customer)),
    customer: countInterruptions(sides.customer, voiced(sides.agent)),
  };
}

function shareOf(agent: number | null, customer: number | null): number | null {
  if (agent === null || customer === null || agent + customer === 0) return null;
  return agent / (agent + customer);
}

/** Over voiced time: over the call's time a talkative but slow speaker would seem fast. */
function wordsPerMinute(turns: readonly Turn[], seconds: number | null): number | null {
  if (seconds === null || seconds === 0) return null;
  const words = turns.reduce(
    (sum, { text, words }) => sum + (words?.length ?? countWords(text)),
    0,
  );
  return Math.round((words * 60) / seconds);
}

function rounded(value: number): number;
function rounded(value: number | null): number | null;
/** To a thousandth: recognisers' times are no finer than a hundredth of a second. */
function rounded(value: number | null): number | null {
  return value === null ? null : Math.round(value * 1000) / 1000;
}
