import type jsonata from 'jsonata';

/** What an expression refers to. */
export interface Usage {
  /** Members of `$states` and the step below, as in `$states.context.Task`; undefined if none. */
  states: [member: string | undefined, below: string | undefined][];
  /** Variables and functions that the expression does not bind itself. */
  variables: Set<string>;
  /** An operator that JSONata gained after 2.0.6. */
  newOperator: string | undefined;
}

/** The parts of jsonata's syntax tree that are looked at; its own types leave most of them out. */
interface Node {
  type?: string;
  value?: unknown;
  position?: number;
  steps?: Node[];
  lhs?: Node;
  arguments?: Node[];
  focus?: string;
  index?: string;
}

/** Reads the syntax tree of a compiled expression. */
export function readExpression(source: string, expression: jsonata.Expression): Usage {
  const usage: Usage = { states: [], variables: new Set(), newOperator: undefined };
  const bound = new Set<string>();
  visit(expression.ast() as Node, source, usage, bound);
  // Scopes are not followed: a name that is bound anywhere in the expression counts as its own.
  bound.forEach((name) => usage.variables.delete(name));
  return usage;
}

function visit(node: Node, source: string, usage: Usage, bound: Set<string>): void {
  if (node.type === 'condition') usage.newOperator ??= newOperator(node, source);
  boundNames(node).forEach((name) => bound.add(name));
  const [first, second, third] = node.steps ?? [];
  if (node.type === 'path' && first !== undefined && isStates(first)) {
    usage.states.push([nameOf(second), nameOf(third)]);
    const read = { ...first, type: 'read' };
    visitChildren({ ...node, steps: [read, ...(node.steps ?? []).slice(1)] }, source, usage, bound);
    return;
  }
  if (isStates(node)) usage.states.push([undefined, undefined]);
  else if (node.type === 'variable') addVariable(node, usage);
  visitChildren(node, source, usage, bound);
}

function visitChildren(node: Node, source: string, usage: Usage, bound: Set<string>): void {
  for (const child of Object.values(node).flat(Infinity) as unknown[]) {
    if (typeof child === 'object' && child !== null && !(child instanceof RegExp)) {
      visit(child, source, usage, bound);
    }
  }
}

function isStates(node: Node): boolean {
  return node.type === 'variable' && node.value === 'states';
}

function nameOf(step: Node | undefined): string | undefined {
  return step?.type === 'name' ? String(step.value) : undefined;
}

/** `$` and `$$` are the current and the root value, not variables. */
function addVariable(node: Node, usage: Usage): void {
  if (node.value !== '' && node.value !== '$') usage.variables.add(String(node.value));
}

/** Names that a node gives: `$x := ...`, `function($x)`, `@$x`, `#$x`. */
function boundNames(node: Node): string[] {
  const names: unknown[] = [node.focus, node.index];
  if (node.type === 'bind') names.push(node.lhs?.value);
  if (node.type === 'lambda') names.push(...(node.arguments ?? []).map(({ value }) => value));
  return names.filter((name): name is string => typeof name === 'string');
}

/** jsonata rewrites `a ?? b` and `a ?: b` as conditions; only the source tells them apart. */
function newOperator({ position = 0 }: Node, source: string): string | undefined {
  const operator = source.slice(position - 2, position);
  return operator === '??' || operator === '?:' ? operator : undefined;
}
