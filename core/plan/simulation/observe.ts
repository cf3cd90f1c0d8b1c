import type { EventQueue } from './event-queue.ts';
import type { Fleet } from './fleet.ts';
import type { Parked } from './parked.ts';

/** What there is at one time. */
export interface Observation {
  /** Seconds since the week began. */
  readonly at: number;
  readonly waitingForWorkers: number;
  readonly waitingForCopies: number;
  readonly workers: number;
  readonly copies: number;
}

const EVERY_SECONDS = 600;

/** Looks every ten minutes until `endSeconds`; the list grows as the simulation runs. */
export function observe(
  events: EventQueue,
  { workers, copies, parked }: { workers: Fleet; copies: Fleet; parked: Parked },
  endSeconds: number,
): readonly Observation[] {
  const seen: Observation[] = [];
  const look = (): void => {
    seen.push({
      at: events.now,
      waitingForWorkers: workers.waiting,
      waitingForCopies: copies.waiting + parked.length,
      workers: workers.paid,
      copies: copies.paid,
    });
    if (events.now + EVERY_SECONDS <= endSeconds) events.after(EVERY_SECONDS, look);
  };
  look();
  return seen;
}
