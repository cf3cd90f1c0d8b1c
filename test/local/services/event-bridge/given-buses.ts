import {
  createEventBuses,
  type EventBuses,
} from '../../../../local/services/event-bridge/buses.ts';
import type { Target } from '../../../../local/services/event-bridge/delivery.ts';
import { JumpingClock } from '../../../support/jumping-clock.ts';

export const SECOND = 1000;
export const HOUR = 3600 * SECOND;
export const EVERYTHING = { source: [{ exists: true }] };
export const ENTRY = {
  Source: 'sada.calls',
  DetailType: 'Call Analysed',
  Detail: '{"callId":"c1"}',
};

export function givenBuses(): { buses: EventBuses; clock: JumpingClock } {
  const clock = new JumpingClock();
  const region = 'eu-central-1';
  return {
    buses: createEventBuses({ clock, account: '111122223333', region, names: ['sada'] }),
    clock,
  };
}

/** A bus with one rule for everything and one target. */
export function givenTarget(target: Omit<Target, 'name'>): {
  buses: EventBuses;
  clock: JumpingClock;
} {
  const given = givenBuses();
  const targets = [{ name: 'target', ...target }];
  given.buses.addRule({ bus: 'sada', name: 'everything', pattern: EVERYTHING, targets });
  return given;
}

export const put = (buses: EventBuses, Detail = ENTRY.Detail) =>
  buses.put([{ ...ENTRY, Detail, EventBusName: 'sada' }]);
