import Table from 'cli-table3';
import { basename } from 'node:path';
import type { CallResult } from './result.ts';

const NARROW = { sentiment: 10, outcome: 18, score: 8, duration: 10 };
const NAME_WIDTH = 34;
const LEAST_SUMMARY_WIDTH = 30;
/** Borders and padding of six columns. */
const FRAME = 19;

/**
 * The results as a table for people.
 * @param width of the terminal, in characters
 */
export function resultTable(results: readonly CallResult[], width: number): string {
  const narrow = Object.values(NARROW).reduce((sum, column) => sum + column, 0);
  const rest = width - NAME_WIDTH - narrow - FRAME;
  const table = new Table({
    head: ['recording', 'sentiment', 'outcome', 'score', 'duration', 'summary'],
    colWidths: [
      NAME_WIDTH,
      NARROW.sentiment + 2,
      NARROW.outcome + 2,
      NARROW.score + 2,
      NARROW.duration + 2,
      Math.max(rest, LEAST_SUMMARY_WIDTH),
    ],
    wordWrap: true,
    style: { head: [], border: [] },
  });
  for (const result of results) {
    table.push([
      basename(result.file),
      result.sentiment ?? '-',
      result.outcome ?? '-',
      scoreText(result),
      result.durationSeconds === null ? '-' : minutes(result.durationSeconds),
      result.error
        ? `${result.status} ${result.error.code}: ${result.error.message}`
        : (result.summary ?? '-'),
    ]);
  }
  return table.toString();
}

/** A score for people, and whether a critical question failed it: `73 failed`. */
export function scoreText({ score, passed }: Pick<CallResult, 'score' | 'passed'>): string {
  if (passed === false) return `${score ?? ''} failed`.trim();
  return score === null ? '-' : String(score);
}

/** Seconds as minutes and seconds, for example `4:05`. */
export function minutes(seconds: number): string {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
