import { expect, it } from 'vitest';
import { EventQueue } from '../../../../core/plan/simulation/event-queue.ts';
import { seeded } from '../../../../core/seeded-random.ts';

it('runs a thousand actions in the order of their times', () => {
  const events = new EventQueue();
  const random = seeded(4);
  const seen: number[] = [];
  for (let at = 0; at < 1000; at++) events.after(random() * 100, () => seen.push(events.now));
  events.run(() => true);
  expect(seen).toHaveLength(1000);
  expect(seen).toEqual(seen.toSorted((one, other) => one - other));
});

it('runs actions of one time in the order in which they were scheduled', () => {
  const events = new EventQueue();
  const seen: number[] = [];
  for (let order = 0; order < 50; order++) events.at(7, () => seen.push(order));
  events.run(() => true);
  expect(seen).toEqual(Array.from({ length: 50 }, (_, order) => order));
});
