import * as z from 'zod';
import { JournalUnwritable, type Journal } from '../../journal/journal.ts';
import { EventEnvelope } from './envelope.ts';

/** An event that was accepted, and the targets that are not done with it. */
export const AcceptedEvent = z.object({
  bus: z.string(),
  event: EventEnvelope,
  /** As deliveries name themselves. */
  targets: z.array(z.string()),
});
export type AcceptedEvent = z.infer<typeof AcceptedEvent>;

/** What was accepted and is not delivered: kept until every target is done with it. */
export class Outbox {
  readonly #journal: Journal<AcceptedEvent>;

  constructor(journal: Journal<AcceptedEvent>) {
    this.#journal = journal;
  }

  /** @throws JournalUnwritable, and then the event is not accepted */
  accept(accepted: AcceptedEvent): void {
    if (accepted.targets.length > 0) this.#journal.set(accepted.event.id, accepted);
  }

  delivered(eventId: string, target: string): void {
    const accepted = this.#journal.get(eventId);
    if (accepted === undefined) return;
    const targets = accepted.targets.filter((one) => one !== target);
    try {
      if (targets.length === 0) this.#journal.delete(eventId);
      else this.#journal.set(eventId, { ...accepted, targets });
    } catch (error) {
      // Delivered once more after a restart, then: at least once is what is promised.
      if (!(error instanceof JournalUnwritable)) throw error;
    }
  }

  waitingFor(bus: string, target: string): EventEnvelope[] {
    return [...this.#journal.values()]
      .filter((accepted) => accepted.bus === bus && accepted.targets.includes(target))
      .map(({ event }) => event);
  }
}
