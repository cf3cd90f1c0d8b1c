import type { ChildProcess } from 'node:child_process';
import type { Clock } from '../core/clock.ts';
import { ended, startProgram, stopProgram, type Program } from './child-process.ts';

const FIRST_RESTART_MS = 500;
const LAST_RESTART_MS = 30_000;
/** A worker that lived this long was well: its next death is a first one again. */
const WELL_MS = 60_000;

/** Keeps one worker program running, as ECS keeps its service's task: a dead one is replaced. */
export class Worker {
  readonly #program: Program;
  readonly #clock: Clock;
  #child: ChildProcess | null = null;
  #restartMs = FIRST_RESTART_MS;
  #stopping = false;

  constructor(program: Program, clock: Clock) {
    this.#program = program;
    this.#clock = clock;
  }

  /** The process id of the one at work, for those who measure or, in tests, kill. */
  get pid(): number | null {
    return this.#child?.pid ?? null;
  }

  async start(): Promise<void> {
    const startedAt = this.#clock.now();
    const child = await startProgram(this.#program);
    this.#child = child;
    void ended(child).then(() => {
      this.#child = null;
      if (!this.#stopping) this.#restart(this.#clock.now() - startedAt);
    });
  }

  /** @param graceMs how long it may finish what it has, in milliseconds */
  async stop(graceMs: number): Promise<void> {
    this.#stopping = true;
    if (this.#child) await stopProgram(this.#child, graceMs);
  }

  #restart(livedMs: number): void {
    if (livedMs > WELL_MS) this.#restartMs = FIRST_RESTART_MS;
    this.#clock.after(this.#restartMs, () => {
      if (!this.#stopping) void this.start();
    });
    this.#restartMs = Math.min(this.#restartMs * 2, LAST_RESTART_MS);
  }
}
