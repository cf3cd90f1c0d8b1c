import { describe, expect, it } from 'vitest';
import type { DeadLetter } from '../../../../local/services/event-bridge/delivery.ts';
import { settle } from '../../../support/jumping-clock.ts';
import { givenTarget, HOUR, put, SECOND } from './given-buses.ts';

describe('a target that fails', () => {
  it('is tried again after 1, 2 and 4 seconds until it takes the event', async () => {
    const tries: number[] = [];
    const { buses, clock } = givenTarget({
      deliver: async () => {
        tries.push(clock.now() - start);
        if (tries.length < 4) throw new Error('busy');
      },
    });
    const start = clock.now();

    await put(buses);
    await clock.jump(HOUR);

    expect(tries).toEqual([0, 1 * SECOND, 3 * SECOND, 7 * SECOND]);
    expect(clock.waiting).toBe(0);
    await buses.idle();
  });

  it('holds up neither later events nor other targets', async () => {
    const received: object[] = [];
    const { buses, clock } = givenTarget({
      deliver: async ({ detail }) => {
        if ('poison' in detail && clock.now() === start) throw new Error('busy');
        received.push(detail);
      },
    });
    const start = clock.now();

    await put(buses, '{"poison":true}');
    await put(buses, '{"n":2}');
    await settle();
    expect(received).toEqual([{ n: 2 }]);
    await clock.jump(SECOND);

    expect(received).toEqual([{ n: 2 }, { poison: true }]);
  });

  it('loses the event to the dead-letter target after its attempts', async () => {
    const letters: DeadLetter[] = [];
    const { buses, clock } = givenTarget({
      deliver: () => Promise.reject(new Error('gone')),
      retry: { maximumAttempts: 3 },
      deadLetter: async (letter) => letters.push(letter),
    });

    await put(buses);
    await clock.jump(3 * SECOND - 1);
    expect(letters).toEqual([]);
    await clock.jump(1);
    await buses.idle();

    expect(letters).toMatchObject([
      {
        rule: 'everything',
        target: 'target',
        attempts: 3,
        event: { source: 'sada.calls', detail: { callId: 'c1' } },
        error: { message: 'gone' },
      },
    ]);
  });

  it('loses it when no further try would come before its age limit', async () => {
    const letters: DeadLetter[] = [];
    const { buses, clock } = givenTarget({
      deliver: () => Promise.reject(new Error('gone')),
      retry: { maximumAgeSeconds: 60 },
      deadLetter: async (letter) => letters.push(letter),
    });

    await put(buses);
    await clock.jump(HOUR);

    // At 0, 1, 3, 7, 15 and 31 s; the next would be at 63 s.
    expect(letters).toMatchObject([{ attempts: 6 }]);
  });

  it('is by default tried 185 times within 24 hours', async () => {
    const letters: DeadLetter[] = [];
    const { buses, clock } = givenTarget({
      deliver: () => Promise.reject(new Error('gone')),
      deadLetter: async (letter) => letters.push(letter),
    });

    await put(buses);
    await clock.jump(24 * HOUR);

    expect(letters).toMatchObject([{ attempts: 185 }]);
  });

  it.each([
    ['while it waits for its next try', 20],
    ['while it has its first', 0],
  ])('is left alone once the buses are closed %s', async (_name, turns) => {
    let tries = 0;
    const { buses, clock } = givenTarget({
      deliver: async () => {
        tries++;
        throw new Error('busy');
      },
    });

    await put(buses);
    await settle(turns);
    buses.close();
    await clock.jump(HOUR);
    await buses.idle();

    expect(tries).toBe(1);
    expect(clock.waiting).toBe(0);
  });

  it('does no harm when its dead-letter target fails too', async () => {
    const { buses } = givenTarget({
      deliver: () => Promise.reject(new Error('gone')),
      retry: { maximumAttempts: 1 },
      deadLetter: () => Promise.reject(new Error('gone as well')),
    });

    await put(buses);

    await expect(buses.idle()).resolves.toBeUndefined();
  });
});
