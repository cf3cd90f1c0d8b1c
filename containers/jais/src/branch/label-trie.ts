import type { Token } from 'node-llama-cpp';

/** Labels by their tokens: those that begin alike share a way until they part. */
export interface TrieNode {
  readonly children: Map<Token, TrieNode>;
  /** The label that ends here, if one does. */
  label: string | null;
}

export function trieOf(
  labels: readonly string[],
  tokensOf: (label: string) => readonly Token[],
): TrieNode {
  const root = newNode();
  for (const label of labels) {
    let node = root;
    for (const token of tokensOf(label)) node = childOf(node, token);
    node.label = label;
  }
  return root;
}

const newNode = (): TrieNode => ({ children: new Map(), label: null });

function childOf(node: TrieNode, token: Token): TrieNode {
  const child = node.children.get(token) ?? newNode();
  node.children.set(token, child);
  return child;
}

/** Whether more than one thing can follow: only then does the model have to be asked. */
export const parts = ({ children, label }: TrieNode): boolean =>
  children.size > 1 || (children.size === 1 && label !== null);

/** A place where labels part, and the tokens that lead to it. */
export interface Parting {
  node: TrieNode;
  path: readonly Token[];
}

/** Every parting, a node before its children, so that one way down passes several. */
export function partingsOf(node: TrieNode, path: readonly Token[] = []): Parting[] {
  const below = [...node.children].flatMap(([token, child]) => partingsOf(child, [...path, token]));
  return parts(node) ? [{ node, path }, ...below] : below;
}
