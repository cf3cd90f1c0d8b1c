import type { Token } from 'node-llama-cpp';
import type { Random } from '../random.ts';
import type { Cursor } from './cursor.ts';
import { parts, type TrieNode } from './label-trie.ts';
import { sharesOf, type Way } from './share.ts';

/** How chance takes part: at temperature 0, not at all. */
export interface Sampling {
  temperature: number;
  random: Random;
}

/** Writes one of the options, asking the model only where they part. */
export async function pick(cursor: Cursor, trie: TrieNode, sampling: Sampling): Promise<string> {
  let node = trie;
  for (;;) {
    const way = parts(node) ? await askAt(cursor, node, sampling) : onlyWayOf(node);
    if (way === null) break;
    cursor.write([way]);
    node = node.children.get(way) ?? node;
  }
  if (node.label === null) throw new Error('an option has no end');
  return node.label;
}

async function askAt(cursor: Cursor, node: TrieNode, sampling: Sampling): Promise<Way> {
  const likely = await cursor.next([...node.children.keys()]);
  return draw(sharesOf(node, likely), sampling);
}

const onlyWayOf = ({ children }: TrieNode): Token | null => children.keys().next().value ?? null;

function draw(shares: ReadonlyMap<Way, number>, { temperature, random }: Sampling): Way {
  const ways = [...shares];
  const [likeliest = [null, 0] as const] = ways.toSorted(([, one], [, other]) => other - one);
  if (temperature === 0) return likeliest[0];
  const weights = ways.map(([way, share]) => [way, share ** (1 / temperature)] as const);
  let left = random() * weights.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [way, weight] of weights) {
    left -= weight;
    if (left < 0) return way;
  }
  return likeliest[0];
}
