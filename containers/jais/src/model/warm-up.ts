import type { Token } from 'node-llama-cpp';
import { Cursor } from '../branch/cursor.ts';
import { fork } from './fork.ts';
import type { Lane } from './lane.ts';
import { prefill, SLICE } from './prefill.ts';
import type { Tokenizer } from './tokenizer.ts';

/** Largest difference of log-probabilities between a copy and its original: none but rounding. */
const TOLERANCE = 1e-3;

const PROBE = 'The customer asked for a refund. العميل يريد استرداد المبلغ. ';
const SUFFIX = 'The answer is';

/**
 * Evaluates a prompt and a step of every sequence, so that no request pays for first times, and
 * tries on the way whether a copied sequence goes on exactly as its original.
 * @returns whether sequences of this lane can be forked
 */
export async function warmUp(lane: Lane, tokenizer: Tokenizer): Promise<boolean> {
  const [first, ...others] = lane.sequences;
  if (first === undefined) return false;
  const never = new AbortController().signal;
  const prompt = [...tokenizer.start, ...repeated(tokenizer.tokensOf(PROBE), SLICE)];
  const suffix = tokenizer.tokensOf(SUFFIX);
  const short = prompt.slice(0, Math.max(1, lane.capacity - suffix.length));
  await prefill(first, short, never);
  const copies = await Promise.all(others.map((other) => fork(first, other, short.length)));
  const answers = await Promise.all(
    lane.sequences.map(async (sequence, at) => {
      if (at > 0 && !copies[at - 1]) return null;
      const cursor = new Cursor(sequence, tokenizer, never);
      cursor.read(suffix);
      return [...(await cursor.next(prompt.slice(0, 8))).values()];
    }),
  );
  await Promise.all(lane.sequences.map((sequence) => sequence.clearHistory()));
  return others.length > 0 && answers.every((answer) => sameAs(answers[0], answer));
}

const repeated = (tokens: readonly Token[], length: number): Token[] =>
  Array.from({ length }, (_, at) => tokens[at % tokens.length]).filter(
    (token) => token !== undefined,
  );

const sameAs = (
  expected: readonly number[] | null | undefined,
  answer: readonly number[] | null,
): boolean =>
  expected?.every((one, at) => Math.abs(one - (answer?.[at] ?? Infinity)) < TOLERANCE) ?? false;
