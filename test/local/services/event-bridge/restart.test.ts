import { describe, expect, it } from 'vitest';
import {
  createEventBuses,
  type EventBuses,
} from '../../../../local/services/event-bridge/buses.ts';
import type { Target } from '../../../../local/services/event-bridge/delivery.ts';
import { AcceptedEvent } from '../../../../local/services/event-bridge/outbox.ts';
import type { Journal } from '../../../../local/journal/journal.ts';
import { FillingJournal, journalFile } from '../../../support/journal-file.ts';
import { JumpingClock, settle } from '../../../support/jumping-clock.ts';
import { EVERYTHING, HOUR, put, SECOND } from './given-buses.ts';

function givenStarts() {
  const clock = new JumpingClock();
  const open = journalFile(AcceptedEvent);
  const start = (journal: Journal<AcceptedEvent> = open()): EventBuses =>
    createEventBuses({
      clock,
      account: '111122223333',
      region: 'eu-central-1',
      names: ['sada'],
      journal,
    });
  return { clock, open, start };
}

function addRule(buses: EventBuses, deliver: Target['deliver'], name = 'target'): void {
  const targets = [{ name, deliver }];
  buses.addRule({ bus: 'sada', name: `rule-of-${name}`, pattern: EVERYTHING, targets });
}

const never = () => new Promise<void>(() => {});

/** A target that takes everything, and what it took. */
function taking() {
  const taken: object[] = [];
  return { taken, deliver: async (event: object) => void taken.push(event) };
}

describe('after a restart, an event that was accepted', () => {
  it('is brought to the target that had not taken it, the same in every field', async () => {
    const { start } = givenStarts();
    const before = taking();
    const buses = start();
    addRule(buses, before.deliver, 'quick');
    addRule(buses, never, 'slow');
    await put(buses, '{"callId":"c1","text":"صدى"}');
    await settle();

    const [quick, slow] = [taking(), taking()];
    const after = start();
    addRule(after, quick.deliver, 'quick');
    addRule(after, slow.deliver, 'slow');
    await after.idle();

    expect(slow.taken).toEqual(before.taken);
    expect(quick.taken).toEqual([]);
  });

  it('is brought even when the kill came before anything was tried', async () => {
    const { start } = givenStarts();
    const buses = start();
    addRule(buses, never);
    await put(buses);

    const { taken, deliver } = taking();
    const after = start();
    addRule(after, deliver);
    await after.idle();

    expect(taken).toMatchObject([{ detail: { callId: 'c1' } }]);
  });

  it('comes before what is put later, and only once', async () => {
    const { start } = givenStarts();
    const first = start();
    addRule(first, never);
    await put(first, '{"n":1}');
    await put(first, '{"n":2}');

    const { taken, deliver } = taking();
    const second = start();
    addRule(second, deliver);
    await put(second, '{"n":3}');
    await second.idle();
    const third = start();
    addRule(third, deliver);
    await third.idle();

    expect(taken).toMatchObject([{ detail: { n: 1 } }, { detail: { n: 2 } }, { detail: { n: 3 } }]);
  });

  it('is tried anew for a target that failed, however long nothing ran', async () => {
    const { start, clock } = givenStarts();
    const buses = start();
    addRule(buses, () => Promise.reject(new Error('busy')));
    await put(buses);
    await clock.jump(10 * SECOND);
    buses.close();
    await buses.idle();
    await clock.jump(72 * HOUR);

    let tries = 0;
    const after = start();
    addRule(after, async () => {
      if (++tries < 3) throw new Error('still busy');
    });
    await clock.jump(10 * SECOND);
    await after.idle();

    expect(tries).toBe(3);
  });

  it('waits on for a target that is not there', async () => {
    const { start } = givenStarts();
    const first = start();
    addRule(first, never);
    await put(first);
    await start().idle();

    const { taken, deliver } = taking();
    const third = start();
    addRule(third, deliver);
    await third.idle();

    expect(taken).toHaveLength(1);
  });

  it('is not kept when no rule wants it, nor once it is delivered', async () => {
    const { start, open } = givenStarts();
    const buses = start();
    await put(buses);
    addRule(buses, taking().deliver);
    await put(buses);
    await buses.idle();
    expect(open().size).toBe(0);
  });
});

describe('a bus whose disk is full', () => {
  it('refuses an entry, and brings it to nobody', async () => {
    const journal = new FillingJournal<AcceptedEvent>();
    const buses = givenStarts().start(journal);
    const { taken, deliver } = taking();
    addRule(buses, deliver);
    journal.room = 0;

    expect(await put(buses)).toMatchObject({
      FailedEntryCount: 1,
      Entries: [{ ErrorCode: 'InternalFailure' }],
    });
    const event = { source: 'aws.s3', 'detail-type': 'Object Created', detail: {} };
    await expect(buses.putEvent('sada', event)).rejects.toThrow('journal.jsonl');
    await buses.idle();
    expect(taken).toEqual([]);
  });

  it('delivers what it has accepted', async () => {
    const journal = new FillingJournal<AcceptedEvent>();
    const buses = givenStarts().start(journal);
    const { taken, deliver } = taking();
    addRule(buses, deliver);
    journal.room = 1;
    await put(buses);
    await buses.idle();
    expect(taken).toHaveLength(1);
  });
});
