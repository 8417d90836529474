/**
 * The nodes of decision diagrams, numbered from 0 on and each kept once: a list of its depth and then its children or, for
 * a leaf, its value. All lists stand in one array, so that some hundred thousand nodes take a few megabytes.
 */
export class Nodes {
  #items = new Int32Array(1 << 12);
  /** Where the list of each node starts; one more for the end of the last. */
  #starts = new Int32Array(1 << 10);
  /** Nodes by their hash, or -1; at least half of the slots are free. A power of two. */
  #slots = new Int32Array(1 << 10).fill(-1);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** The length of all lists together. */
  get length(): number {
    return this.#starts[this.#size] as number;
  }

  /** The node with this list. */
  nodeOf(list: readonly number[]): number {
    const mask = this.#slots.length - 1;
    let slot = hash(list, 0, list.length) & mask;
    for (let node = this.#slots[slot] as number; node >= 0; node = this.#slots[slot] as number) {
      if (this.#is(node, list)) return node;
      slot = (slot + 1) & mask;
    }
    const node = this.#append(list);
    this.#slots[slot] = node;
    if (this.#size * 2 > this.#slots.length) this.#spread();
    return node;
  }

  depth(node: number): number {
    return this.#items[this.#starts[node] as number] as number;
  }

  /** A child of an inner node; child 0 of a leaf is its value. */
  child(node: number, code: number): number {
    return this.#items[(this.#starts[node] as number) + 1 + code] as number;
  }

  children(node: number): readonly number[] {
    return Array.from(this.#items.subarray((this.#starts[node] as number) + 1, this.#starts[node + 1]));
  }

  #is(node: number, list: readonly number[]): boolean {
    const start = this.#starts[node] as number;
    // At the same depth, lists have the same length.
    for (let place = 0; place < list.length; place += 1) if (this.#items[start + place] !== list[place]) return false;
    return true;
  }

  #append(list: readonly number[]): number {
    const start = this.#starts[this.#size] as number;
    const end = start + list.length;
    if (end > this.#items.length) this.#items = longer(this.#items, end);
    this.#items.set(list, start);
    this.#size += 1;
    if (this.#size === this.#starts.length) this.#starts = longer(this.#starts, this.#size);
    this.#starts[this.#size] = end;
    return this.#size - 1;
  }

  #spread(): void {
    this.#slots = new Int32Array(this.#slots.length * 4).fill(-1);
    const mask = this.#slots.length - 1;
    for (let node = 0; node < this.#size; node += 1) {
      let slot = hash(this.#items, this.#starts[node] as number, this.#starts[node + 1] as number) & mask;
      while ((this.#slots[slot] as number) >= 0) slot = (slot + 1) & mask;
      this.#slots[slot] = node;
    }
  }
}

/** A copy with room for more. */
function longer(array: Int32Array<ArrayBuffer>, needed: number): Int32Array<ArrayBuffer> {
  const copy = new Int32Array(2 * needed);
  copy.set(array);
  return copy;
}

function hash(list: ArrayLike<number>, start: number, end: number): number {
  let mixed = 0;
  for (let place = start; place < end; place += 1) {
    mixed = Math.imul(mixed ^ (list[place] as number), 0x9e3779b1);
    mixed ^= mixed >>> 16;
  }
  return mixed;
}
