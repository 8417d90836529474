import type { Codes } from './coding.ts';
import { type Test, TRUE } from './condition.ts';

/**
 * Conditions as bits. Each condition is a few clauses, each clause one bit, and each answer lets some clauses pass: those
 * that allow it, and those that do not ask. No answer lets only the latter pass. What every answer lets pass holds for
 * certain, and "and" finds it, 32 clauses at a time. Then each score lets pass what allows its total, and each condition
 * that would take too many clauses is tested.
 */
export interface Masks {
  /** The number of 32-bit words in a set of clauses. */
  readonly words: number;
  /** The set of all clauses. */
  readonly all: Int32Array;
  /** For each clause, the condition that holds when it does. Those of one condition follow each other. */
  readonly owners: Int32Array;
  /** The positions of the questions that are read. */
  readonly positions: Int32Array;
  readonly tests: readonly Test[];
  /**
   * For each question and each of its codes, the set of the clauses that pass, and what the answer adds to each score, at
   * least and at most. For each total of each score, and each truth of each test, the set of the clauses that pass.
   */
  readonly cells: Int32Array;
  /** Where the cells of code 0 start: for each question, then for each score, then for each test. */
  readonly starts: Int32Array;
  /** The number of cells for a code of a question. */
  readonly width: number;
  /** Where the cells of the answers at hand start. */
  readonly rows: Int32Array;
}

/** Writes the set of all clauses that hold for certain into `found`. */
export function findHolding(masks: Masks, codes: Codes, found: Int32Array): void {
  const { words, all, positions, tests, cells, starts, width, rows } = masks;
  const count = positions.length;
  for (let place = 0; place < count; place += 1) rows[place] = (starts[place] as number) + (codes[positions[place] as number] as number) * width;
  for (let word = 0; word < words; word += 1) {
    let passing = all[word] as number;
    for (let place = 0; place < count; place += 1) passing &= cells[(rows[place] as number) + word] as number;
    found[word] = passing;
  }
  let next = count;
  for (let cell = words; cell < width; cell += 2, next += 1) {
    let [least, most] = [0, 0];
    for (let place = 0; place < count; place += 1) {
      least += cells[(rows[place] as number) + cell] as number;
      most += cells[(rows[place] as number) + cell + 1] as number;
    }
    for (let total = least; total <= most; total += 1) pass(masks, (starts[next] as number) + total * words, found);
  }
  for (let place = 0; place < tests.length; place += 1, next += 1) {
    const code = (tests[place] as Test)(codes) === TRUE ? 1 : 0;
    pass(masks, (starts[next] as number) + code * words, found);
  }
}

function pass({ words, cells }: Masks, row: number, found: Int32Array): void {
  for (let word = 0; word < words; word += 1) found[word] = (found[word] as number) & (cells[row + word] as number);
}

/** The clauses of the conditions that are wanted. */
export function setOf({ words, owners }: Masks, wanted: (owner: number) => boolean): Int32Array {
  const set = new Int32Array(words);
  owners.forEach((owner, clause) => {
    if (wanted(owner)) set[clause >> 5] = (set[clause >> 5] as number) | (1 << (clause & 31));
  });
  return set;
}

/** Of a list with an item for each condition, those whose conditions have clauses in the set that are not among `others`. */
export function owning<T>(list: readonly T[], { owners }: Masks, set: Int32Array, others: Int32Array): T[] {
  const found: T[] = [];
  let last = -1;
  for (let word = 0; word < set.length; word += 1) {
    for (let bits = (set[word] as number) & ~(others[word] as number); bits !== 0; bits &= bits - 1) {
      const owner = owners[32 * word + 31 - Math.clz32(bits & -bits)] as number;
      if (owner !== last) found.push(list[owner] as T);
      last = owner;
    }
  }
  return found;
}

/** Whether two sets of clauses have one in common. */
export function meets(one: Int32Array, other: Int32Array): boolean {
  for (let word = 0; word < one.length; word += 1) if (((one[word] as number) & (other[word] as number)) !== 0) return true;
  return false;
}
