import { longestOf } from './digits.ts';
import { keyOf, leadOf, OPENING, type Plan } from './plan.ts';
import { CHARACTER_BYTES } from './string-grammar.ts';
import { splitOptions } from './options.ts';

/** Tokens of a text. */
export type Count = (text: string) => number;

/**
 * The most tokens that the shortest answer may take: texts and lists as short as they may be, of
 * all else the longest. A budget of as many is always enough.
 */
export const floorOf = (plan: Plan, count: Count): number =>
  count(leadOf(plan)) + floorAfterLead(plan, count);

/** The same without what `leadOf` says. */
export function floorAfterLead(plan: Plan, count: Count): number {
  if (plan.kind === 'options') return optionsFloor(plan.texts, count);
  if (plan.kind === 'number') return Math.max(longestOf(plan), plan.nullable ? count('null') : 0);
  const body = bodyFloor(plan, count);
  if (!plan.nullable) return body;
  return Math.max(count('null'), count(OPENING[plan.kind]) + body);
}

function bodyFloor(plan: Exclude<Plan, { kind: 'options' | 'number' }>, count: Count): number {
  if (plan.kind === 'string') return plan.minLength * CHARACTER_BYTES + count('"');
  if (plan.kind === 'array') return plan.minItems * itemFloor(plan.item, count) + count(']');
  const properties = plan.properties.map(
    ([key, value], at) => count(keyOf(at, key, value)) + floorAfterLead(value, count),
  );
  return properties.reduce((sum, one) => sum + one, count('}'));
}

/** An item with the comma before it. */
export const itemFloor = (item: Plan, count: Count): number => count(',') + floorOf(item, count);

function optionsFloor(texts: readonly string[], count: Count): number {
  const { shared, rests } = splitOptions(texts);
  return count(shared) + Math.max(...rests.map(count));
}
