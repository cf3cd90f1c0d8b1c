import Table from 'cli-table3';
import { basename } from 'node:path';
import type { CallResult } from './result.ts';

const NARROW = { sentiment: 10, outcome: 18, duration: 10 };
const NAME_WIDTH = 34;
const LEAST_SUMMARY_WIDTH = 30;
/** Borders and padding of five columns. */
const FRAME = 16;

/**
 * The results as a table for people.
 * @param width of the terminal, in characters
 */
export function resultTable(results: readonly CallResult[], width: number): string {
  const rest = width - NAME_WIDTH - NARROW.sentiment - NARROW.outcome - NARROW.duration - FRAME;
  const table = new Table({
    head: ['recording', 'sentiment', 'outcome', 'duration', 'summary'],
    colWidths: [
      NAME_WIDTH,
      NARROW.sentiment + 2,
      NARROW.outcome + 2,
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
      result.durationSeconds === null ? '-' : minutes(result.durationSeconds),
      result.error
        ? `${result.status} ${result.error.code}: ${result.error.message}`
        : (result.summary ?? '-'),
    ]);
  }
  return table.toString();
}

/** Seconds as minutes and seconds, for example `4:05`. */
export function minutes(seconds: number): string {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
