import { BadRow } from './rows.ts';

/** Other people's labels and ours for the same, as `--map` gives them. */
export type LabelMap = ReadonlyMap<string, string>;

const LONGEST_SHOWN = 40;

/** One of a set of labels: its place in the set, by any case and by what other sets call it. */
export class LabelSet {
  readonly labels: readonly string[];
  readonly #map: LabelMap;

  constructor(labels: readonly string[], map: LabelMap) {
    this.labels = labels;
    this.#map = map;
  }

  /** -1 for what is no label of the set. */
  indexOf(value: unknown): number {
    if (typeof value !== 'string') return -1;
    const label = mapped(value, this.#map);
    return this.labels.indexOf(label.toLowerCase());
  }

  /** @throws BadRow naming the labels that there are */
  require(field: string, value: unknown): number {
    const index = this.indexOf(value);
    if (index !== -1) return index;
    throw new BadRow(
      `${field}: ${shown(value)}, expected one of ${this.labels.join(', ')}` +
        (typeof value === 'string' ? ' (--map OTHER=OURS translates labels)' : ''),
    );
  }
}

/** A label as this project calls it. */
export function mapped(label: string, map: LabelMap): string {
  const trimmed = label.trim();
  return map.get(trimmed) ?? trimmed;
}

function shown(value: unknown): string {
  if (value === undefined || value === null) return 'no label';
  if (typeof value !== 'string')
    return `no label but ${Array.isArray(value) ? 'a list' : typeof value}`;
  return `unknown label "${value.slice(0, LONGEST_SHOWN)}"`;
}

/** The answer to a task in a prediction: under `labels` or at the top, bare or as `{label}`. */
export function answered(row: Readonly<Record<string, unknown>>, ...names: string[]): unknown {
  for (const name of names) {
    const value = fieldOf(row['labels'], name) ?? row[name];
    if (value !== undefined && value !== null) return value;
  }
  return undefined;
}

/** `{label: 'x'}`, as analyses have it, is 'x'. */
export function bare(value: unknown): unknown {
  return fieldOf(value, 'label') ?? value;
}

export function fieldOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return (value as Readonly<Record<string, unknown>>)[name];
}
