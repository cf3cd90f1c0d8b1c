import type { Shown } from '../shown.ts';
import { NO_CUSTOMER_WORDS, type Unavailable } from '../unavailable.ts';
import { customerTurns, QUARTERS, quarterOf, wordsIn } from './quarters.ts';
import { SentimentLabel, type Sentiment } from './result.ts';

const LONGEST_EVIDENCE = 3;

interface Window {
  readonly shown: Shown;
  readonly value: Sentiment;
}

/** Windows as one: each counts as much as those say in it whose feelings are meant. */
export function overWindows(windows: readonly Window[]): Sentiment | Unavailable {
  const weights = windows.map(({ shown }) => wordsIn(customerTurns(shown).map(([, turn]) => turn)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return NO_CUSTOMER_WORDS;
  // Shares of one may add up to a little more.
  const share = (label: SentimentLabel): number =>
    Math.min(1, mean(windows.map(({ value }, at) => [value.scores[label], weights[at] ?? 0])) ?? 0);
  const scores = Object.fromEntries(
    SentimentLabel.options.map((label) => [label, share(label)]),
  ) as Sentiment['scores'];
  const label = likeliestOf(scores);
  const customer = spokeAs('customer', windows) ? label : null;
  return {
    label,
    scores,
    bySpeaker: { agent: agentOver(windows), customer },
    trend: QUARTERS.map((quarter) => trendIn(quarter, windows)),
    evidence: evidenceOf(label, windows),
  };
}

/** A window's polarity in a quarter weighs as much as the customer says there. */
function trendIn(quarter: number, windows: readonly Window[]): number | null {
  const told = windows.flatMap(({ shown, value }): [number, number][] => {
    const polarity = value.trend[quarter] ?? null;
    const turns = customerTurns(shown).map(([, turn]) => turn);
    const said = turns.filter((turn) => quarterOf(turn) === quarter);
    return polarity === null ? [] : [[polarity, wordsIn(said)]];
  });
  const polarity = mean(told);
  return polarity === null ? null : Math.round(polarity * 1000) / 1000;
}

/** The label that most of the agent's words were given. */
function agentOver(windows: readonly Window[]): SentimentLabel | null {
  const votes = { positive: 0, neutral: 0, negative: 0 };
  for (const { shown, value } of windows) {
    const { agent } = value.bySpeaker;
    const turns = [...shown.turns.values()].filter(({ speaker }) => speaker === 'agent');
    if (agent !== null) votes[agent] += wordsIn(turns);
  }
  return Object.values(votes).some((words) => words > 0) ? likeliestOf(votes) : null;
}

/** What showed this label in the windows that had it: those at the end, as they count for most. */
const evidenceOf = (label: SentimentLabel, windows: readonly Window[]): number[] =>
  windows
    .flatMap(({ value }) => (value.label === label ? value.evidence : []))
    .slice(-LONGEST_EVIDENCE);

const spokeAs = (speaker: 'agent' | 'customer', windows: readonly Window[]): boolean =>
  windows.some(({ shown }) => [...shown.turns.values()].some((turn) => turn.speaker === speaker));

const likeliestOf = (scores: Readonly<Record<SentimentLabel, number>>): SentimentLabel =>
  SentimentLabel.options.toSorted((one, other) => scores[other] - scores[one])[0] ?? 'neutral';

/** Of values with their weights; null where nothing weighs. */
function mean(weighted: readonly (readonly [value: number, weight: number])[]): number | null {
  const total = weighted.reduce((sum, [, weight]) => sum + weight, 0);
  if (total === 0) return null;
  return weighted.reduce((sum, [value, weight]) => sum + value * (weight / total), 0);
}
