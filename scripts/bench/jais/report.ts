/* oxlint-disable no-console -- a program for people */
import type { Timing } from './statistics.ts';

const ms = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} ms`;

/** A table of figures, printed as they come. */
export class Report {
  /** Limits that were not met. */
  readonly missed: string[] = [];

  begin(machine: string): void {
    console.log(`${machine}\n\n| figure | limit | measured |\n| --- | --- | --- |`);
  }

  row(figure: string, limit: string, measured: string): void {
    console.log(`| ${figure} | ${limit} | ${measured} |`);
  }

  timing(figure: string, { mean, p50, p95 }: Timing): void {
    this.row(figure, '', `mean ${ms(mean)}, p50 ${ms(p50)}, p95 ${ms(p95)}`);
  }

  /** A ratio that must not be lower. */
  atLeast(figure: string, limit: number, measured: number): void {
    this.#held(figure, `>= ${limit}`, measured.toFixed(2), measured >= limit);
  }

  /** A number that must not be higher. */
  atMost(figure: string, limit: number, measured: number, unit = ''): void {
    const shown = `${measured.toFixed(2)}${unit}`;
    this.#held(figure, `<= ${limit}${unit}`, shown, measured <= limit);
  }

  #held(figure: string, limit: string, measured: string, holds: boolean): void {
    if (!holds) this.missed.push(figure);
    this.row(figure, limit, holds ? measured : `${measured} (missed)`);
  }
}
