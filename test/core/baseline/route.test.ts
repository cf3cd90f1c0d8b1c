import { describe, expect, it } from 'vitest';
import { analyse, given } from './support.ts';

const routeOf = async (call: string) => given((await analyse(call)).routeTo);

describe('the queue of a call', () => {
  it.each([
    ['C: my bill is wrong, I was charged twice', 'billing'],
    ['C: my internet is not working', 'technical'],
    ['C: where is my order, my parcel has not arrived', 'orders'],
    ['C: I want to cancel my contract, my bill is wrong, I was charged twice', 'retention'],
    ['C: my bill is wrong\nC: I will call my lawyer', 'legal'],
    ['C: cancel my contract or I will kill myself', 'safety'],
    ['C: sign me up, I am a new customer', 'sales'],
    ['C: انخصم مني مبلغ الفاتورة مرتين', 'billing'],
    ['C: بدي ألغي الاشتراك', 'retention'],
    ['C: في ريحة غاز', 'safety'],
  ])('that says "%s" is %s', async (call, queue) => {
    expect((await routeOf(call)).queue).toBe(queue);
  });

  it('says what led there, and the turns that show it', async () => {
    expect(await routeOf('A: hello\nC: my internet is not working, the router is broken')).toEqual({
      queue: 'technical',
      reasons: [
        { kind: 'intent', label: 'report_fault' },
        { kind: 'topic', label: 'technical_support' },
      ],
      evidence: [1],
    });
  });

  it('is the default where nothing leads anywhere', async () => {
    expect(await routeOf('C: hello can you hear me')).toEqual({
      queue: 'general',
      reasons: [],
      evidence: [],
    });
  });
});
