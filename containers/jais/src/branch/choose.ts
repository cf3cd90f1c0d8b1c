import type { Token } from 'node-llama-cpp';
import type { Cursor } from './cursor.ts';
import { partingsOf, type Parting, type TrieNode } from './label-trie.ts';
import type { LogProbabilities } from './log-probabilities.ts';
import { sharesOf } from './share.ts';

export type Probabilities = ReadonlyMap<string, number>;

/** Partings that lie on one way down. */
interface Descent {
  path: readonly Token[];
  partings: Parting[];
}

/**
 * How likely each label is to follow, among the labels: together 1. Labels whose first tokens
 * differ take one evaluation; where labels begin alike, what they share is given to the model and
 * it is asked again where they part.
 */
export async function chooseAmong(
  cursor: Cursor,
  suffix: readonly Token[],
  trie: TrieNode,
): Promise<Probabilities> {
  const likely = new Map<TrieNode, LogProbabilities>();
  const start = cursor.position + suffix.length;
  for (const [at, { path, partings }] of descentsOf(trie).entries()) {
    if (at > 0) await cursor.rewind(start);
    const before = at > 0 ? [] : suffix;
    cursor.read([...before, ...path]);
    const questions = partings.map(({ node, path }) => ({
      at: before.length + path.length - 1,
      candidates: [...node.children.keys()],
    }));
    const answers = await cursor.ask(questions);
    partings.forEach(({ node }, one) => likely.set(node, answers[one] ?? new Map()));
  }
  return probabilitiesIn(trie, likely);
}

function descentsOf(trie: TrieNode): Descent[] {
  const descents: Descent[] = [];
  for (const parting of partingsOf(trie)) {
    const last = descents.at(-1);
    if (last !== undefined && last.path.every((token, at) => parting.path[at] === token)) {
      last.path = parting.path;
      last.partings.push(parting);
    } else descents.push({ path: parting.path, partings: [parting] });
  }
  // Labels that never part would be one label alone.
  return descents;
}

function probabilitiesIn(
  node: TrieNode,
  likely: ReadonlyMap<TrieNode, LogProbabilities>,
  reached = 1,
): Map<string, number> {
  const asked = likely.get(node);
  const shares = asked === undefined ? undefined : sharesOf(node, asked);
  const share = (way: Token | null): number => reached * (shares?.get(way) ?? 1);
  const own: [string, number][] = node.label === null ? [] : [[node.label, share(null)]];
  const below = [...node.children].flatMap(([token, child]) => [
    ...probabilitiesIn(child, likely, share(token)),
  ]);
  return new Map([...own, ...below]);
}
