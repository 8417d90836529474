/** The slots to begin with; a power of two. */
const FEWEST_SLOTS = 64;

/**
 * Values by the set of bits that they follow from, each made once. Forgets all of them when there are too many, so that it
 * stays small.
 */
export class Kept<T> {
  readonly #words: number;
  readonly #mostSlots: number;
  readonly #make: (set: Int32Array) => T;
  /** Open addressing: the set of each slot, and its value. At most half of the slots are taken. */
  #sets: Int32Array;
  #values: (T | undefined)[];
  #count = 0;

  /** For sets of so many 32-bit words. The most slots are a power of two; half of them can be taken. */
  constructor(words: number, mostSlots: number, make: (set: Int32Array) => T) {
    this.#words = words;
    this.#mostSlots = mostSlots;
    this.#make = make;
    this.#sets = new Int32Array(FEWEST_SLOTS * words);
    this.#values = empty(FEWEST_SLOTS);
  }

  valueOf(set: Int32Array): T {
    const values = this.#values;
    const slot = this.#slotOf(set);
    const known = values[slot];
    if (known !== undefined) return known;
    const made = this.#make(set);
    if (2 * this.#count >= values.length) this.#renew();
    this.#put(set, made);
    return made;
  }

  /** The slot where the set stands, or would stand. */
  #slotOf(set: Int32Array): number {
    const [sets, values] = [this.#sets, this.#values];
    const last = values.length - 1;
    let slot = hashOf(set) & last;
    while (values[slot] !== undefined && !standsAt(sets, slot * set.length, set)) slot = (slot + 1) & last;
    return slot;
  }

  #put(set: Int32Array, value: T): void {
    const slot = this.#slotOf(set);
    this.#sets.set(set, slot * set.length);
    this.#values[slot] = value;
    this.#count += 1;
  }

  /** Makes room: twice as much, or else by forgetting everything. */
  #renew(): void {
    const [sets, values, words] = [this.#sets, this.#values, this.#words];
    const slots = values.length < this.#mostSlots ? 2 * values.length : FEWEST_SLOTS;
    [this.#sets, this.#values, this.#count] = [new Int32Array(slots * words), empty(slots), 0];
    if (slots < values.length) return;
    for (const [slot, value] of values.entries()) if (value !== undefined) this.#put(sets.subarray(slot * words, (slot + 1) * words), value);
  }
}

function empty<T>(slots: number): (T | undefined)[] {
  return Array.from({ length: slots }, () => undefined);
}

function hashOf(set: Int32Array): number {
  let hash = 0;
  for (let word = 0; word < set.length; word += 1) hash = Math.imul(hash ^ (hash >>> 15) ^ (set[word] as number), 0x9e3779b1);
  return hash ^ (hash >>> 15);
}

function standsAt(sets: Int32Array, start: number, set: Int32Array): boolean {
  for (let word = 0; word < set.length; word += 1) if (sets[start + word] !== set[word]) return false;
  return true;
}
