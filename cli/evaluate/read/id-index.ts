const FEWEST_SLOTS = 1024;
const FULLEST = 0.6;

/**
 * What was stored under each of many ids, as numbers, in 16 bytes an id: ids are kept as 64-bit
 * fingerprints, of which ten million hold two alike once in 350,000 files.
 */
export class IdIndex {
  #size = 0;
  #high = new Uint32Array(FEWEST_SLOTS);
  #low = new Uint32Array(FEWEST_SLOTS);
  /** Plus one: 0 is an empty slot. */
  #values = new Float64Array(FEWEST_SLOTS);

  get size(): number {
    return this.#size;
  }

  /**
   * Stores a number of 0 or more under a new id.
   * @returns what the id has already, in which case nothing is stored; else null
   */
  add(id: string, value: number): number | null {
    if (this.#size >= this.#values.length * FULLEST) this.#grow();
    const [high, low] = fingerprint(id);
    const slot = this.#slotOf(high, low);
    const known = this.#values[slot] as number;
    if (known > 0) return known - 1;
    this.#set(slot, high, low, value + 1);
    this.#size++;
    return null;
  }

  get(id: string): number | null {
    const known = this.#values[this.#slotOf(...fingerprint(id))] as number;
    return known > 0 ? known - 1 : null;
  }

  /** The slot of a fingerprint, or the free one where it would be. */
  #slotOf(high: number, low: number): number {
    const last = this.#values.length - 1;
    let slot = low & last;
    while (
      (this.#values[slot] as number) > 0 &&
      (this.#high[slot] !== high || this.#low[slot] !== low)
    ) {
      slot = (slot + 1) & last;
    }
    return slot;
  }

  #set(slot: number, high: number, low: number, value: number): void {
    this.#high[slot] = high;
    this.#low[slot] = low;
    this.#values[slot] = value;
  }

  #grow(): void {
    const [high, low, values] = [this.#high, this.#low, this.#values];
    this.#high = new Uint32Array(values.length * 2);
    this.#low = new Uint32Array(values.length * 2);
    this.#values = new Float64Array(values.length * 2);
    values.forEach((value, slot) => {
      if (value === 0) return;
      const [one, other] = [high[slot] as number, low[slot] as number];
      this.#set(this.#slotOf(one, other), one, other, value);
    });
  }
}

/** Two multiplicative hashes that stir each other (cyrb53's mixing, all 64 bits kept). */
function fingerprint(id: string): [high: number, low: number] {
  let [one, other] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < id.length; at++) {
    const unit = id.charCodeAt(at);
    one = Math.imul(one ^ unit, 2654435761);
    other = Math.imul(other ^ unit, 1597334677);
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(other ^ (other >>> 13), 3266489909);
  other = Math.imul(other ^ (other >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909);
  return [other >>> 0, one >>> 0];
}
