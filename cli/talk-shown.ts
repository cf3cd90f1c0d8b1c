import type { ResponseGap, TalkMetrics } from '../core/transcript.ts';
import { minutes } from './process/table.ts';

/** A name, and what is told under it. */
export type Fact = readonly [name: string, value: string];

/** Who spoke how much, for people; what the recording cannot tell is left out. */
export function talkShown(metrics: TalkMetrics): Fact[] {
  const facts: (Fact | null)[] = [
    talk(metrics),
    silence(metrics),
    overlap(metrics),
    monologues(metrics),
    waits(metrics),
    clocks(metrics),
  ];
  return facts.filter((fact) => fact !== null);
}

function talk({ talkSeconds, talkShare, wordsPerMinute }: TalkMetrics): Fact | null {
  const spoken = (['agent', 'customer', 'unknown'] as const).flatMap((speaker) => {
    const seconds = talkSeconds[speaker];
    if (seconds === null) return [];
    const share = talkShare?.[speaker] ?? null;
    const rate = wordsPerMinute[speaker];
    const more = [
      ...(share === null ? [] : [percent(share)]),
      ...(rate === null ? [] : [`${rate} words/min`]),
    ];
    return [`${speaker} ${minutes(seconds)}${more.length > 0 ? ` (${more.join(', ')})` : ''}`];
  });
  return spoken.length > 0 ? ['talk', spoken.join(', ')] : null;
}

function silence({ silenceSeconds, silenceShare, holdLikeGaps }: TalkMetrics): Fact {
  const { count = 0, totalSeconds = 0, longestSeconds = 0 } = holdLikeGaps ?? {};
  const holds =
    count > 0
      ? `; ${count} hold-like: ${minutes(totalSeconds)}, longest ${minutes(longestSeconds)}`
      : '';
  return ['silence', `${minutes(silenceSeconds)} (${percent(silenceShare)})${holds}`];
}

function overlap({ overlapSeconds, interruptions }: TalkMetrics): Fact | null {
  if (overlapSeconds === null) return null;
  const by = interruptions
    ? `; interruptions: agent ${interruptions.agent}, customer ${interruptions.customer}`
    : '';
  return ['overlap', `${seconds(overlapSeconds)}${by}`];
}

function monologues({ longestMonologueSeconds: longest }: TalkMetrics): Fact | null {
  if (!longest) return null;
  return ['longest', `agent ${minutes(longest.agent)}, customer ${minutes(longest.customer)}`];
}

function waits({ responseGap }: TalkMetrics): Fact | null {
  const told = (['agent', 'customer'] as const).flatMap((side) => {
    const gap = responseGap?.[side];
    return gap ? [`for ${side} ${wait(gap)}`] : [];
  });
  return told.length > 0 ? ['waits', told.join(', ')] : null;
}

function wait({ medianSeconds, p95Seconds }: ResponseGap): string {
  return `${seconds(medianSeconds)} (p95 ${seconds(p95Seconds)})`;
}

function clocks({ clockOffsetSeconds }: TalkMetrics): Fact | null {
  if (!clockOffsetSeconds) return null;
  const late = clockOffsetSeconds > 0 ? 'right' : 'left';
  return ['clocks', `${late} channel ${seconds(Math.abs(clockOffsetSeconds))} late, corrected`];
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;
const seconds = (value: number): string => `${value.toFixed(1)} s`;
