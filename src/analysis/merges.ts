/** Cells of the table that one merge takes: the operation, the two nodes, the result. */
const CELLS = 4;

/** What came of each merge of two nodes, by an operation, all of them whole numbers from 0 on: a hash table in one array. */
export class Merges {
  /** Merges by their hash, or -1; at least half of the places are free. */
  #cells = new Int32Array(CELLS << 10).fill(-1);
  #size = 0;

  /** Undefined when these nodes have not been merged. */
  resultOf(operation: number, a: number, b: number): number | undefined {
    const cells = this.#cells;
    const mask = cells.length - 1;
    for (let at = hash(operation, a, b) & mask; (cells[at] as number) >= 0; at = (at + CELLS) & mask) {
      if (cells[at] === operation && cells[at + 1] === a && cells[at + 2] === b) return cells[at + 3];
    }
    return undefined;
  }

  keep(operation: number, a: number, b: number, result: number): void {
    if (this.#size * CELLS * 2 >= this.#cells.length) this.#spread();
    put(this.#cells, operation, a, b, result);
    this.#size += 1;
  }

  #spread(): void {
    const before = this.#cells;
    this.#cells = new Int32Array(before.length * 4).fill(-1);
    for (let at = 0; at < before.length; at += CELLS) {
      const [operation, a, b, result] = before.subarray(at, at + CELLS) as unknown as [number, number, number, number];
      if (operation >= 0) put(this.#cells, operation, a, b, result);
    }
  }
}

function put(cells: Int32Array, operation: number, a: number, b: number, result: number): void {
  const mask = cells.length - 1;
  let at = hash(operation, a, b) & mask;
  while ((cells[at] as number) >= 0) at = (at + CELLS) & mask;
  cells[at] = operation;
  cells[at + 1] = a;
  cells[at + 2] = b;
  cells[at + 3] = result;
}

/** Where to look first: a multiple of the cells that a merge takes. */
function hash(operation: number, a: number, b: number): number {
  let mixed = Math.imul(a ^ (operation << 24), 0x9e3779b1);
  mixed ^= mixed >>> 15;
  mixed = Math.imul(mixed ^ b, 0x85ebca6b);
  return (mixed ^ (mixed >>> 13)) & -CELLS;
}
