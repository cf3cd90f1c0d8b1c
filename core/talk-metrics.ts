import { holdLikeGaps } from './talk-metrics/hold-like-gaps.ts';
import { interruptions } from './talk-metrics/interruptions.ts';
import { intersection, length, union } from './talk-metrics/intervals.ts';
import { longestMonologues } from './talk-metrics/monologues.ts';
import { responseGaps } from './talk-metrics/response-gaps.ts';
import { rounded } from './talk-metrics/rounded.ts';
import { voiced } from './talk-metrics/voiced.ts';
import { countWords } from './text/tokens.ts';
import type { RawTranscript, Speaker, TalkMetrics, Turn } from './transcript.ts';

type Recorded = Pick<
  RawTranscript,
  'turns' | 'channels' | 'durationSeconds' | 'clockOffsetSeconds'
>;

/**
 * Who spoke how much, as docs/talk-metrics.md defines it. In stereo every number is known once the
 * channels have sides. One channel tells neither sides nor overlap, as its turns follow each other:
 * those are null.
 */
export function talkMetrics(recorded: Recorded): TalkMetrics {
  const { turns, channels, durationSeconds, clockOffsetSeconds = 0 } = recorded;
  const isStereo = channels === 2;
  const said = bySpeaker((speaker) => turns.filter((turn) => turn.speaker === speaker));
  const anySide = said.agent.length + said.customer.length > 0;
  const sides = anySide && said.unknown.length === 0 ? said : null;
  const talk = bySpeaker((speaker) => {
    const isKnown = speaker === 'unknown' ? said.unknown.length > 0 : anySide;
    return isKnown ? length(voiced(said[speaker])) : null;
  });
  const speech = union(voiced(turns));
  const silence = Math.max(0, durationSeconds - length(speech));
  const share = (seconds: number): number =>
    durationSeconds > 0 ? rounded(Math.min(1, seconds / durationSeconds)) : 0;
  return {
    talkSeconds: bySpeaker((speaker) => rounded(talk[speaker])),
    talkShare: bySpeaker((speaker) => (talk[speaker] === null ? null : share(talk[speaker]))),
    agentTalkShare: rounded(agentShareOf(talk)),
    silenceSeconds: rounded(silence),
    silenceShare: share(silence),
    overlapSeconds: isStereo ? rounded(overlap(turns)) : null,
    interruptions: isStereo && sides ? interruptions(sides) : null,
    longestMonologueSeconds: sides && longestMonologues(sides),
    responseGap: sides && responseGaps(sides),
    wordsPerMinute: bySpeaker((speaker) => wordsPerMinute(said[speaker], talk[speaker])),
    holdLikeGaps: holdLikeGaps(speech),
    clockOffsetSeconds: isStereo ? clockOffsetSeconds : null,
  };
}

function bySpeaker<Value>(of: (speaker: Speaker) => Value): Record<Speaker, Value> {
  return { agent: of('agent'), customer: of('customer'), unknown: of('unknown') };
}

function overlap(turns: readonly Turn[]): number {
  const channel = (number: number): Turn[] => turns.filter((turn) => turn.channel === number);
  return length(intersection(voiced(channel(0)), voiced(channel(1))));
}

function agentShareOf({ agent, customer }: Record<Speaker, number | null>): number | null {
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
