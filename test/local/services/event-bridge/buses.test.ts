import { describe, expect, it } from 'vitest';
import type { Target } from '../../../../local/services/event-bridge/delivery.ts';
import type { EventEnvelope } from '../../../../local/services/event-bridge/envelope.ts';
import { settle } from '../../../support/jumping-clock.ts';
import { EVERYTHING, givenBuses, givenTarget, put } from './given-buses.ts';

describe('an event that is put', () => {
  it('reaches the targets of every rule that matches, in its full envelope', async () => {
    const { buses } = givenBuses();
    const received: [string, EventEnvelope][] = [];
    const target = (name: string): Target => ({
      name,
      deliver: async (event) => received.push([name, event]),
    });
    const calls = { source: ['sada.calls'] };
    buses.addRule({ bus: 'sada', name: 'a', pattern: calls, targets: [target('1'), target('2')] });
    buses.addRule({ bus: 'sada', name: 'b', pattern: calls, targets: [target('3')] });
    buses.addRule({ bus: 'sada', name: 'c', pattern: { source: ['x'] }, targets: [target('4')] });
    buses.addRule({ bus: 'default', name: 'd', pattern: calls, targets: [target('5')] });

    const { Entries } = await put(buses);
    await buses.idle();

    expect(received.map(([name]) => name).sort()).toEqual(['1', '2', '3']);
    expect(received[0]?.[1]).toEqual({
      version: '0',
      id: Entries[0]?.EventId,
      'detail-type': 'Call Analysed',
      source: 'sada.calls',
      account: '111122223333',
      time: '2026-01-05T09:00:00Z',
      region: 'eu-central-1',
      resources: [],
      detail: { callId: 'c1' },
    });
  });

  it('reaches them after the answer, in the order of putting though one is slow', async () => {
    const received: object[] = [];
    let tries = 0;
    const { buses } = givenTarget({
      deliver: async ({ detail }) => {
        tries++;
        if ('slow' in detail) await settle(5);
        received.push(detail);
      },
    });

    await put(buses, '{"slow":true}');
    await put(buses, '{"n":2}');
    // The answer to a request goes out with the promises that are ready.
    for (let turn = 0; turn < 50; turn++) await Promise.resolve();
    expect(tries).toBe(0);
    await buses.idle();

    expect(received).toEqual([{ slow: true }, { n: 2 }]);
  });

  it('by a service keeps its own time and resources', async () => {
    const { buses } = givenBuses();
    const tail: EventEnvelope[] = [];
    buses.subscribe('default', (event) => tail.push(event));

    await buses.putEvent('default', {
      source: 'aws.s3',
      'detail-type': 'Object Created',
      time: '2026-01-01T00:00:00Z',
      resources: ['arn:aws:s3:::recordings'],
      detail: { object: { key: 'k' } },
    });
    await buses.idle();

    expect(tail).toMatchObject([
      { source: 'aws.s3', time: '2026-01-01T00:00:00Z', resources: ['arn:aws:s3:::recordings'] },
    ]);
  });

  it('is seen by who tails the bus, until that ends', async () => {
    const { buses } = givenBuses();
    const tail: object[] = [];
    const end = buses.subscribe('sada', ({ detail }) => tail.push(detail));

    await put(buses, '{"n":1}');
    await buses.idle();
    end();
    await put(buses, '{"n":2}');
    await buses.idle();

    expect(tail).toEqual([{ n: 1 }]);
  });
});

describe('a rule', () => {
  it('is refused with a pattern that is not understood, or a name twice', () => {
    const { buses } = givenBuses();
    const rule = { bus: 'sada', name: 'rule', pattern: EVERYTHING, targets: [] };
    buses.addRule(rule);

    expect(() => buses.addRule(rule)).toThrow('a new rule name');
    expect(() => buses.addRule({ ...rule, name: 'b', pattern: { a: [{ cidr: 'x' }] } })).toThrow(
      expect.objectContaining({ name: 'InvalidEventPatternException' }),
    );
    expect(() => buses.addRule({ ...rule, bus: 'missing' })).toThrow(
      expect.objectContaining({ name: 'ResourceNotFoundException' }),
    );
  });
});
