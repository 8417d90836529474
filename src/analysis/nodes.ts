/**
 * The nodes of decision diagrams, each kept once: a list of its depth and then its children or, for a leaf, its value. A
 * node is known by where its list starts in one array of all of them, so that some hundred thousand take a few megabytes.
 */
export class Nodes {
  /** Length of the lists at each depth. */
  readonly #lengths: readonly number[];
  #items = new Int32Array(1 << 12);
  #end = 0;
  /** Nodes by their hash, or -1; at least half of the slots are free. A power of two. */
  #slots = new Int32Array(1 << 10).fill(-1);
  #size = 0;

  /** For so many children at each depth; leaves stand at the depth past the last. */
  constructor(children: readonly number[]) {
    this.#lengths = [...children.map((count) => count + 1), 2];
  }

  get size(): number {
    return this.#size;
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
    return this.#items[node] as number;
  }

  /** A child of an inner node; child 0 of a leaf is its value. */
  child(node: number, code: number): number {
    return this.#items[node + 1 + code] as number;
  }

  children(node: number): readonly number[] {
    return Array.from(this.#items.subarray(node + 1, node + (this.#lengths[this.depth(node)] as number)));
  }

  #is(node: number, list: readonly number[]): boolean {
    // At the same depth, lists have the same length.
    for (let place = 0; place < list.length; place += 1) if (this.#items[node + place] !== list[place]) return false;
    return true;
  }

  #append(list: readonly number[]): number {
    const node = this.#end;
    this.#end += list.length;
    if (this.#end > this.#items.length) {
      const items = new Int32Array(2 * this.#end);
      items.set(this.#items);
      this.#items = items;
    }
    this.#items.set(list, node);
    this.#size += 1;
    return node;
  }

  #spread(): void {
    this.#slots = new Int32Array(this.#slots.length * 4).fill(-1);
    const mask = this.#slots.length - 1;
    for (let node = 0; node < this.#end; ) {
      const length = this.#lengths[this.depth(node)] as number;
      let slot = hash(this.#items, node, node + length) & mask;
      while ((this.#slots[slot] as number) >= 0) slot = (slot + 1) & mask;
      this.#slots[slot] = node;
      node += length;
    }
  }
}

function hash(list: ArrayLike<number>, start: number, end: number): number {
  let mixed = 0;
  for (let place = start; place < end; place += 1) {
    mixed = Math.imul(mixed ^ (list[place] as number), 0x9e3779b1);
    mixed ^= mixed >>> 16;
  }
  return mixed;
}
