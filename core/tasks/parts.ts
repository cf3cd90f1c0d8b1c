import type { Part } from './task.ts';
import { isUnavailable, NO_WORDS, UNUSABLE, type Unavailable } from './unavailable.ts';

type Valued<Value> = Part<Value> & { readonly value: Value };

const isUnusable = ({ unavailable }: Unavailable): boolean =>
  UNUSABLE.some((one) => one.unavailable === unavailable);

/**
 * The parts that have a value. Unavailable when a part of the call was not answered at all, or when
 * what was said of half of them or more cannot be used: the rest would not speak for the call.
 */
export function usable<Value>(parts: readonly Part<Value>[]): Valued<Value>[] | Unavailable {
  const reasons = parts.flatMap(({ value }) => (isUnavailable(value) ? [value] : []));
  const unanswered = reasons.find((reason) => !isUnusable(reason));
  if (unanswered !== undefined) return unanswered;
  const valued = parts.filter((part): part is Valued<Value> => !isUnavailable(part.value));
  return valued.length > reasons.length ? valued : (reasons[0] ?? NO_WORDS);
}
