/** What one row adds to sums that are named; what is absent adds nothing. */
export type Tally = Readonly<Record<string, number>>;

/** A sum by its name; 0 when no row added to it. */
export type Sums = (name: string) => number;

/** Resampling 10,000 rows is as good as resampling a million, and takes no longer than it must. */
const MOST_SLOTS = 10_000;

/**
 * The sums that rows add to, row by row up to ten thousand; beyond that rows share slots in turn, so
 * that memory stays flat and resampling slots still shows how much the sums vary.
 */
export class Tallies {
  readonly #columns = new Map<string, number>();
  readonly #slots: number[][] = [];
  #rows = 0;

  add(tally: Tally): void {
    const slot = (this.#slots[this.#rows % MOST_SLOTS] ??= []);
    this.#rows++;
    for (const name in tally) {
      const column = this.#columnOf(name);
      slot[column] = (slot[column] ?? 0) + (tally[name] ?? 0);
    }
  }

  get rows(): number {
    return this.#rows;
  }

  get slots(): number {
    return this.#slots.length;
  }

  total(): Sums {
    const sums = new Float64Array(this.#columns.size);
    for (const slot of this.#slots) {
      slot.forEach((count, column) => (sums[column] = (sums[column] as number) + count));
    }
    return this.#named(sums);
  }

  /** The sums over slots, each as often as it is drawn; made for being called a thousand times. */
  resampler(): (drawn: ArrayLike<number>) => Sums {
    const width = this.#columns.size;
    const table = this.#table(width);
    return (drawn) => {
      const sums = new Float64Array(width);
      for (let slot = 0; slot < drawn.length; slot++) {
        const times = drawn[slot] as number;
        if (times > 0) addTimes(sums, times, table, slot * width);
      }
      return this.#named(sums);
    };
  }

  /** All slots one behind the other. */
  #table(width: number): Float64Array {
    const table = new Float64Array(this.#slots.length * width);
    this.#slots.forEach((slot, at) =>
      slot.forEach((count, column) => (table[at * width + column] = count)),
    );
    return table;
  }

  #columnOf(name: string): number {
    let column = this.#columns.get(name);
    if (column === undefined) this.#columns.set(name, (column = this.#columns.size));
    return column;
  }

  #named(sums: Float64Array): Sums {
    return (name) => sums[this.#columns.get(name) ?? -1] ?? 0;
  }
}

function addTimes(sums: Float64Array, times: number, table: Float64Array, from: number): void {
  for (let column = 0; column < sums.length; column++) {
    sums[column] = (sums[column] as number) + times * (table[from + column] as number);
  }
}
