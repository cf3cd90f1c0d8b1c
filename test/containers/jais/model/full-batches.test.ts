import type { BatchItem } from 'node-llama-cpp';
import { describe, expect, it } from 'vitest';
import { fullBatches } from '../../../../containers/jais/src/model/full-batches.ts';

const itemOf = (tokens: number): BatchItem => ({
  tokens: Array.from({ length: tokens }, () => 0) as unknown as BatchItem['tokens'],
  logits: [],
  evaluationPriority: 3,
});

/** Asks as the engine does, again and again, until a batch is given. */
function batchOf(strategy: ReturnType<typeof fullBatches>, itemsAt: (turn: number) => BatchItem[]) {
  for (let turn = 0; turn < 1000; turn++) {
    const batch = strategy({ items: itemsAt(turn), size: 512 });
    if (batch.length > 0) return batch;
  }
  throw new Error('no batch was ever given');
}

describe('full batches', () => {
  it('wait for a text that asks a few turns later than the others', () => {
    const items = [itemOf(1), itemOf(1), itemOf(1), itemOf(1)];
    const joining = (turn: number): BatchItem[] => items.slice(0, turn < 9 ? 3 : 4);
    expect(batchOf(fullBatches(), joining)).toHaveLength(4);
  });

  it('do not wait for ever: one alone is served', () => {
    const alone = [itemOf(1)];
    const strategy = fullBatches();
    expect(batchOf(strategy, () => alone)).toEqual([{ item: alone[0], processAmount: 1 }]);
    expect(batchOf(strategy, () => alone)).toHaveLength(1);
  });

  it('wait anew for each batch', () => {
    const items = [itemOf(1), itemOf(1)];
    const strategy = fullBatches();
    batchOf(strategy, () => items);
    const joining = (turn: number): BatchItem[] => items.slice(0, turn < 9 ? 1 : 2);
    expect(batchOf(strategy, joining)).toHaveLength(2);
  });

  it('give long prompts what short ones leave, and no more than fits', () => {
    const [long, token, longer] = [itemOf(400), itemOf(1), itemOf(700)];
    const batch = batchOf(fullBatches(), () => [long, token, longer]);
    expect(batch).toEqual([
      { item: token, processAmount: 1 },
      { item: long, processAmount: 255 },
      { item: longer, processAmount: 256 },
    ]);
  });
});
