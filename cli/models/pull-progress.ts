import type { Clock } from '../../core/clock.ts';
import type { ProgressStream } from '../process/progress.ts';

const BAR_WIDTH = 24;
/** How often a terminal's line is drawn anew, in milliseconds. */
const REDRAW_MS = 100;
/** Elsewhere a line stands for so much of the file. */
const STEP_PERCENT = 10;

/** Shows how far a download is: a bar on a terminal, elsewhere a line for every tenth. */
export class PullProgress {
  readonly #stream: ProgressStream;
  readonly #bytes: number;
  readonly #clock: Pick<Clock, 'now'>;
  /** Where this run began, as an earlier one may have brought a part. */
  #first: { here: number; at: number } | null = null;
  #drawnAt = 0;
  #step = 0;

  /** @param bytes of the whole file */
  constructor(stream: ProgressStream, bytes: number, clock: Pick<Clock, 'now'>) {
    this.#stream = stream;
    this.#bytes = bytes;
    this.#clock = clock;
  }

  /** @param here bytes of the file that are on the disk */
  at(here: number): void {
    const now = this.#clock.now();
    this.#first ??= { here, at: now };
    if (this.#stream.isTTY) this.#draw(here, now);
    else this.#line(here);
  }

  /** Takes the running line away. */
  end(): void {
    if (this.#stream.isTTY) this.#stream.write('\r\u001B[K');
  }

  #draw(here: number, now: number): void {
    if (now - this.#drawnAt < REDRAW_MS && here < this.#bytes) return;
    this.#drawnAt = now;
    const filled = Math.floor((here / this.#bytes) * BAR_WIDTH);
    const bar = '#'.repeat(filled).padEnd(BAR_WIDTH, '-');
    const line = `[${bar}] ${this.#text(here)}${this.#rate(here, now)}`;
    this.#stream.write(`\r\u001B[K${line.slice(0, (this.#stream.columns ?? 80) - 1)}`);
  }

  #line(here: number): void {
    const step = Math.floor(((here / this.#bytes) * 100) / STEP_PERCENT);
    if (step <= this.#step) return;
    this.#step = step;
    this.#stream.write(`  ${this.#text(here)}\n`);
  }

  #text(here: number): string {
    const percent = Math.floor((here / this.#bytes) * 100);
    return `${String(percent).padStart(3)} %  ${megabytes(here)} of ${megabytes(this.#bytes)} MB`;
  }

  #rate(here: number, now: number): string {
    const { here: first, at } = this.#first ?? { here, at: now };
    const perSecond = ((here - first) / Math.max(1, now - at)) * 1000;
    if (perSecond === 0) return '';
    const left = Math.ceil((this.#bytes - here) / perSecond);
    return `  ${(perSecond / 1e6).toFixed(1)} MB/s  ${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')} left`;
  }
}

const megabytes = (bytes: number): number => Math.round(bytes / 1e6);
