import type { Clock } from '../../../core/clock.ts';
import { Delivery, type Target } from './delivery.ts';
import type { EventEnvelope } from './envelope.ts';
import { compilePattern, type Matcher } from './pattern.ts';

/** Which events go where. */
export interface Rule {
  readonly name: string;
  readonly pattern: object;
  readonly targets: readonly Target[];
}

export type EventListener = (event: EventEnvelope) => void;

interface Route {
  readonly rule: string;
  readonly matches: Matcher;
  readonly deliveries: readonly Delivery[];
}

/** One bus: an event goes to the targets of every rule that matches it. */
export class EventBus {
  readonly #clock: Clock;
  readonly #routes: Route[] = [];
  readonly #listeners = new Set<EventListener>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /**
   * @returns what delivers to its targets
   * @throws EventPatternError, or Error when the bus has a rule of that name
   */
  addRule({ name, pattern, targets }: Rule): readonly Delivery[] {
    if (this.#routes.some(({ rule }) => rule === name)) {
      throw new Error(`expected a new rule name, got ${name} again`);
    }
    const deliveries = targets.map((target) => new Delivery(this.#clock, name, target));
    this.#routes.push({ rule: name, matches: compilePattern(pattern), deliveries });
    return deliveries;
  }

  /** @returns an end to the listening */
  subscribe(listener: EventListener): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /** What delivers to the targets of every rule that matches. */
  deliveriesOf(event: EventEnvelope): Delivery[] {
    const routes = this.#routes.filter(({ matches }) => matches(event));
    return routes.flatMap((route) => route.deliveries);
  }

  tell(event: EventEnvelope): void {
    for (const listener of this.#listeners) listener(event);
  }

  /** Makes no further retry. */
  close(): void {
    for (const { deliveries } of this.#routes) for (const delivery of deliveries) delivery.close();
  }
}
