/** Keeps the newest of a kind: whatever is pushed out is handed to `drop`, oldest first. */
export class Newest<Item> {
  readonly #items = new Set<Item>();
  readonly #limit: number;
  readonly #drop: (item: Item) => void;

  constructor(limit: number, drop: (item: Item) => void) {
    this.#limit = limit;
    this.#drop = drop;
  }

  add(item: Item): void {
    this.#items.add(item);
    for (const oldest of this.#items) {
      if (this.#items.size <= this.#limit) return;
      this.#items.delete(oldest);
      this.#drop(oldest);
    }
  }
}
