interface Event {
  at: number;
  /** Of two events at one time the one that was scheduled first comes first. */
  order: number;
  action: () => void;
}

/** Simulated time: actions in the order of their times, by a binary heap. */
export class EventQueue {
  /** Seconds since the simulation's start. */
  now = 0;
  readonly #heap: Event[] = [];
  #scheduled = 0;

  /** Runs `action` in so many seconds. */
  after(seconds: number, action: () => void): void {
    this.at(this.now + seconds, action);
  }

  at(time: number, action: () => void): void {
    this.#rise({ at: Math.max(time, this.now), order: this.#scheduled++, action });
  }

  /** Runs what is scheduled, and what that schedules, while `goesOn`. */
  run(goesOn: () => boolean): void {
    while (goesOn()) {
      const next = this.#take();
      if (next === undefined) return;
      this.now = next.at;
      next.action();
    }
  }

  #rise(event: Event): void {
    const heap = this.#heap;
    let place = heap.push(event) - 1;
    while (place > 0) {
      const above = (place - 1) >> 1;
      const parent = heap[above];
      if (parent === undefined || !isBefore(event, parent)) break;
      heap[place] = parent;
      place = above;
    }
    heap[place] = event;
  }

  #take(): Event | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (last !== undefined && heap.length > 0) this.#sink(last);
    return first;
  }

  #sink(event: Event): void {
    const heap = this.#heap;
    let place = 0;
    for (;;) {
      const left = 2 * place + 1;
      const [one, other] = [heap[left], heap[left + 1]];
      if (one === undefined) break;
      const child = other !== undefined && isBefore(other, one) ? other : one;
      if (!isBefore(child, event)) break;
      heap[place] = child;
      place = child === one ? left : left + 1;
    }
    heap[place] = event;
  }
}

const isBefore = (one: Event, other: Event): boolean =>
  one.at < other.at || (one.at === other.at && one.order < other.order);
