import type { LlamaContextSequence, Token } from 'node-llama-cpp';
import { describe, expect, it } from 'vitest';
import { chooseAmong } from '../../../../containers/jais/src/branch/choose.ts';
import { Cursor } from '../../../../containers/jais/src/branch/cursor.ts';
import { trieOf } from '../../../../containers/jais/src/branch/label-trie.ts';
import { prefill } from '../../../../containers/jais/src/model/prefill.ts';
import { aLoadedModel, aModelFolder } from '../a-model.ts';

const model = await aLoadedModel(await aModelFolder(), { sequences: 1 });
const { tokenizer, lanes } = model;
const sequence = lanes.get(null)?.sequences[0] as LlamaContextSequence;
const never = new AbortController().signal;

const PROMPT = tokenizer.tokensOf('The customer asked for a refund.');
const SUFFIX = tokenizer.tokensOf(' Outcome:');

async function chosen(labels: readonly string[]): Promise<ReadonlyMap<string, number>> {
  await prefill(sequence, PROMPT, never);
  const trie = trieOf(labels, (label) => tokenizer.tokensOf(label));
  return chooseAmong(new Cursor(sequence, tokenizer, never), SUFFIX, trie);
}

/** The whole vocabulary's probabilities after these tokens, by the engine's own account. */
async function softmaxAfter(tokens: readonly Token[]): Promise<ReadonlyMap<Token, number>> {
  await prefill(sequence, [...PROMPT, ...SUFFIX, ...tokens].slice(0, -1), never);
  const last = [...PROMPT, ...SUFFIX, ...tokens].at(-1) as Token;
  const everything = { temperature: 1, topK: 0, topP: 1, minP: 0 };
  const drawn = sequence.evaluateWithMetadata([last], { probabilities: true }, everything);
  for await (const { probabilities } of drawn) return probabilities;
  throw new Error('nothing was drawn');
}

const shareOf = (parts: readonly number[]): number[] => {
  const total = parts.reduce((sum, part) => sum + part, 0);
  return parts.map((part) => part / total);
};

describe('the probabilities of labels', () => {
  it('are those of their first tokens where these differ, in one evaluation', async () => {
    const labels = [' positive', ' negative', ' neutral', ' محايد'];
    const firsts = labels.map((label) => tokenizer.tokensOf(label)[0] as Token);
    expect(new Set(firsts).size).toBe(4);
    const all = await softmaxAfter([]);
    const expected = shareOf(firsts.map((token) => all.get(token) ?? 0));
    const found = [...(await chosen(labels)).values()];
    found.forEach((share, at) => expect(share).toBeCloseTo(expected[at] ?? NaN, 4));
    expect(sequence.contextTokens).toEqual([...PROMPT, ...SUFFIX]);
  });

  it('follow labels that begin alike to where they part', async () => {
    const labels = [' follow up', ' follow call', ' resolved'];
    const [follow, up] = tokenizer.tokensOf(' follow up') as [Token, Token];
    const call = tokenizer.tokensOf(' follow call')[1] as Token;
    const resolved = tokenizer.tokensOf(' resolved')[0] as Token;
    const first = await softmaxAfter([]);
    const [follows = 0, resolves = 0] = shareOf([first.get(follow) ?? 0, first.get(resolved) ?? 0]);
    const second = await softmaxAfter([follow]);
    const [ups = 0, calls = 0] = shareOf([second.get(up) ?? 0, second.get(call) ?? 0]);
    const found = await chosen(labels);
    expect(found.get(' follow up')).toBeCloseTo(follows * ups, 4);
    expect(found.get(' follow call')).toBeCloseTo(follows * calls, 4);
    expect(found.get(' resolved')).toBeCloseTo(resolves, 4);
  });

  it('give a label that others go on from what they leave of it', async () => {
    const short = tokenizer.tokensOf(' follow');
    const [next = [0 as Token, 0]] = [...(await softmaxAfter(short))].toSorted(
      ([, one], [, other]) => other - one,
    );
    const [token, share] = next;
    expect(share).toBeGreaterThan(0.02);
    await prefill(sequence, PROMPT, never);
    const trie = trieOf(['short', 'long'], (label) =>
      label === 'long' ? [...short, token] : short,
    );
    const found = await chooseAmong(new Cursor(sequence, tokenizer, never), SUFFIX, trie);
    expect(found.get('long')).toBeCloseTo(share, 4);
    expect(found.get('short')).toBeCloseTo(1 - share, 4);
  });

  it('sum to 1 however many labels share their ways', async () => {
    const labels = ['follow', 'follow up', 'follow up now', 'فاتورة', 'فات', 'x', 'xy', 'xyz'];
    const found = await chosen(labels);
    expect([...found.keys()].sort()).toEqual(labels.toSorted());
    expect([...found.values()].reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  });
});
