import { createHash } from 'node:crypto';
import type { Probabilities } from '../branch/choose.ts';

/** Questions whose priors are kept: many times the tasks that a system has. */
const MOST = 512;

/** What labels get after a prefix without content. It is the same for every call, so it is kept. */
export class PriorCache {
  readonly #priors = new Map<string, Probabilities>();

  get(key: string): Probabilities | undefined {
    return this.#priors.get(key);
  }

  set(key: string, prior: Probabilities): void {
    const [oldest] = this.#priors.keys();
    if (this.#priors.size >= MOST && oldest !== undefined) this.#priors.delete(oldest);
    this.#priors.set(key, prior);
  }
}

export const priorKey = (parts: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex');

/** Each probability over its prior, made to sum to 1 (Zhao et al. 2021). */
export function calibrated(probabilities: Probabilities, prior: Probabilities): Probabilities {
  const weights = [...probabilities].map(
    ([label, share]) => [label, share / Math.max(prior.get(label) ?? 1, Number.EPSILON)] as const,
  );
  const total = weights.reduce((sum, [, weight]) => sum + weight, 0);
  return new Map(weights.map(([label, weight]) => [label, weight / total]));
}
