import { randomUUID } from 'node:crypto';
import type { Clock } from '../../../core/clock.ts';
import { JournalUnwritable, type Journal } from '../../journal/journal.ts';
import { ServiceError } from '../aws-json.ts';
import { EventBus, type EventListener, type Rule } from './bus.ts';
import type { Delivery } from './delivery.ts';
import { eventTime, type EventDraft, type EventEnvelope } from './envelope.ts';
import { Outbox, type AcceptedEvent } from './outbox.ts';
import {
  checkSize,
  draftOf,
  EntryError,
  type PutEventsEntry,
  type PutEventsResult,
} from './put-events.ts';

/** Every account has this one; the events of AWS's services go there. */
const DEFAULT_BUS = 'default';

export interface EventBusesOptions {
  readonly clock: Clock;
  readonly account: string;
  readonly region: string;
  /** Buses beside the default one. */
  readonly names: readonly string[];
  /** Where events are kept until they are delivered; in memory when left out. */
  readonly journal?: Journal<AcceptedEvent>;
}

/** Named buses. Wherever one is named that is not there, a ServiceError ResourceNotFoundException tells. */
export interface EventBuses {
  /**
   * PutEvents. Targets get the events after the answer, if need be after a restart.
   * EventBridge takes events for a bus that does not exist and loses them; here they are refused.
   */
  readonly put: (entries: readonly PutEventsEntry[]) => Promise<PutEventsResult>;
  /** Puts an event of a service of AWS. Rejects with JournalUnwritable when it is not accepted. */
  readonly putEvent: (bus: string, draft: EventDraft) => Promise<void>;
  /** Targets also get what an earlier process accepted for them. @throws EventPatternError */
  readonly addRule: (rule: Rule & { readonly bus: string }) => void;
  /** Tails a bus; the answer ends that. */
  readonly subscribe: (bus: string, listener: EventListener) => () => void;
  /** Settles once no event is on its way, retries included. */
  readonly idle: () => Promise<void>;
  /** Makes no further retry. */
  readonly close: () => void;
}

export function createEventBuses(options: EventBusesOptions): EventBuses {
  const { clock, account, region, names, journal = new Map<string, AcceptedEvent>() } = options;
  const buses = new Map([DEFAULT_BUS, ...names].map((name) => [name, new EventBus(clock)]));
  const outbox = new Outbox(journal);
  const underWay = new Set<Promise<void>>();

  const named = (nameOrArn: string): { name: string; bus: EventBus } => {
    const name = nameOrArn.replace(/^arn:aws:events:.*:event-bus\//, '');
    const bus = buses.get(name);
    if (bus !== undefined) return { name, bus };
    throw new ServiceError('ResourceNotFoundException', `Event bus ${name} does not exist.`);
  };

  const onItsWay = (action: () => Promise<unknown>): void => {
    const way = afterTheAnswer(action).finally(() => underWay.delete(way));
    underWay.add(way);
  };

  const bring = async (event: EventEnvelope, delivery: Delivery): Promise<void> => {
    const isDone = await delivery.accept(event);
    if (isDone) outbox.delivered(event.id, delivery.target);
  };

  const send = ({ name, bus }: ReturnType<typeof named>, draft: EventDraft): string => {
    const event: EventEnvelope = {
      version: '0',
      id: randomUUID(),
      'detail-type': draft['detail-type'],
      source: draft.source,
      account,
      time: draft.time ?? eventTime(clock.now()),
      region,
      resources: draft.resources ?? [],
      detail: draft.detail,
    };
    const deliveries = bus.deliveriesOf(event);
    outbox.accept({ bus: name, event, targets: deliveries.map(({ target }) => target) });
    onItsWay(() => {
      bus.tell(event);
      return Promise.all(deliveries.map((delivery) => bring(event, delivery)));
    });
    return event.id;
  };

  return {
    async put(entries) {
      checkSize(entries);
      const addressed = entries.map((entry) => ({
        entry,
        bus: named(entry.EventBusName ?? DEFAULT_BUS),
      }));
      return result(addressed.map(({ entry, bus }) => attempt(() => send(bus, draftOf(entry)))));
    },
    async putEvent(bus, draft) {
      send(named(bus), draft);
    },
    addRule({ bus: nameOrArn, ...rule }) {
      const { name, bus } = named(nameOrArn);
      for (const delivery of bus.addRule(rule)) {
        for (const event of outbox.waitingFor(name, delivery.target)) {
          onItsWay(() => bring(event, delivery));
        }
      }
    },
    subscribe: (bus, listener) => named(bus).bus.subscribe(listener),
    async idle() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
    close() {
      for (const bus of buses.values()) bus.close();
    },
  };
}

/** The answer to a request is written before the event loop turns. */
async function afterTheAnswer(action: () => Promise<unknown>): Promise<void> {
  await new Promise((resolve) => {
    setImmediate(resolve);
  });
  await action();
}

function attempt(put: () => string): PutEventsResult['Entries'][number] {
  try {
    return { EventId: put() };
  } catch (error) {
    if (error instanceof EntryError) return { ErrorCode: error.code, ErrorMessage: error.message };
    if (!(error instanceof JournalUnwritable)) throw error;
    return { ErrorCode: 'InternalFailure', ErrorMessage: error.message };
  }
}

function result(entries: PutEventsResult['Entries']): PutEventsResult {
  const failed = entries.filter(({ ErrorCode }) => ErrorCode !== undefined).length;
  return { FailedEntryCount: failed, Entries: entries };
}
