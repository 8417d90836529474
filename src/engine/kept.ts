/** Slots for values; no more than half of them are taken. A power of two. */
const SLOTS = 1 << 14;

/**
 * Values by the set of bits that they follow from, each made once. Forgets all of them when half of the slots are taken,
 * so that it stays small.
 */
export class Kept<T> {
  /** Open addressing: the set of each slot, and its value. */
  readonly #sets: Int32Array;
  readonly #values: (T | undefined)[] = Array.from({ length: SLOTS }, () => undefined);
  readonly #make: (set: Int32Array) => T;
  #count = 0;

  /** For sets of so many 32-bit words. */
  constructor(words: number, make: (set: Int32Array) => T) {
    this.#sets = new Int32Array(SLOTS * words);
    this.#make = make;
  }

  valueOf(set: Int32Array): T {
    const sets = this.#sets;
    const values = this.#values;
    let slot = slotOf(set);
    for (let value = values[slot]; value !== undefined; value = values[slot]) {
      if (holds(sets, slot, set)) return value;
      slot = (slot + 1) & (SLOTS - 1);
    }
    if (this.#count === SLOTS / 2) {
      values.fill(undefined);
      this.#count = 0;
      slot = slotOf(set);
    }
    const made = this.#make(set);
    sets.set(set, slot * set.length);
    values[slot] = made;
    this.#count += 1;
    return made;
  }
}

function slotOf(set: Int32Array): number {
  let hash = 0;
  for (let word = 0; word < set.length; word += 1) hash = Math.imul(hash ^ (hash >>> 15) ^ (set[word] as number), 0x9e3779b1);
  return (hash ^ (hash >>> 15)) & (SLOTS - 1);
}

function holds(sets: Int32Array, slot: number, set: Int32Array): boolean {
  const start = slot * set.length;
  for (let word = 0; word < set.length; word += 1) if (sets[start + word] !== set[word]) return false;
  return true;
}
