import type { Cancel, Clock } from '../../core/clock.ts';

interface Timer {
  due: number;
  action: () => void;
}

/** A clock that stands still until it is told to jump; timers run in order of their due time. */
export class JumpingClock implements Clock {
  #now: number;
  #timers = new Set<Timer>();

  constructor(start = Date.UTC(2026, 0, 5, 9)) {
    this.#now = start;
  }

  now(): number {
    return this.#now;
  }

  after(milliseconds: number, action: () => void): Cancel {
    const timer = { due: this.#now + milliseconds, action };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  /** Timers that wait at present. */
  get waiting(): number {
    return this.#timers.size;
  }

  /** Moves time forward, running what falls due on the way and letting its promises settle. */
  async jump(milliseconds: number): Promise<void> {
    const end = this.#now + milliseconds;
    await settle();
    for (let next = this.#next(end); next !== undefined; next = this.#next(end)) {
      this.#timers.delete(next);
      this.#now = Math.max(this.#now, next.due);
      next.action();
      await settle();
    }
    this.#now = end;
  }

  #next(end: number): Timer | undefined {
    return [...this.#timers]
      .filter((timer) => timer.due <= end)
      .sort((one, other) => one.due - other.due)[0];
  }
}

/** Lets promises that are ready to go on do so; enough turns for chains of awaits. */
export async function settle(turns = 20): Promise<void> {
  for (let turn = 0; turn < turns; turn++) {
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
}
