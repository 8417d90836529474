import { type Codes, UNANSWERED } from './coding.ts';
import { type Possible, possible } from './range.ts';
import type { Table } from './table.ts';

/** The most answer sets, whole and partial, whose ranges are remembered; with more, each range is searched for. */
const MOST_REMEMBERED = 1 << 22;

/** What complete answers come to, in places of the lists; level -1 when no rule covers them. */
interface Outcome {
  readonly level: number;
  readonly urgency: number;
}

/**
 * What is still possible, for many partial answers to one rule set. The range of some answers is the range over the
 * answers to one more question, and each is found once.
 */
export class Completions {
  readonly #table: Table;
  readonly #outcomeOf: (codes: Codes) => Outcome;
  /** The questions that rules read, with the codes of each; to the others, any answer will do. */
  readonly #read: readonly { readonly position: number; readonly size: number; readonly stride: number }[];
  readonly #ranges: Int32Array | undefined;

  constructor(table: Table, outcomeOf: (codes: Codes) => Outcome) {
    const positions = new Set(table.rows.flatMap((row) => [...row.reads]));
    let stride = 1;
    this.#read = table.coding.required.flatMap((position) => {
      if (!positions.has(position)) return [];
      const question = { position, size: table.coding.sizes[position] as number, stride };
      stride *= question.size + 1;
      return [question];
    });
    this.#table = table;
    this.#outcomeOf = outcomeOf;
    this.#ranges = stride > MOST_REMEMBERED ? undefined : new Int32Array(stride);
  }

  /** Levels and urgencies over all completions of the answers, as `possible` of `range.ts` finds them. */
  possible(codes: Codes): Possible {
    if (this.#ranges === undefined) return possible(this.#table, codes);
    let index = 0;
    for (const { position, stride } of this.#read) index += ((codes[position] as number) + 1) * stride;
    return unpack(this.#rangeAt(this.#ranges, index, codes, 0));
  }

  /** The range of the answers with this index, all of which are given up to the place `from` in the questions read. */
  #rangeAt(ranges: Int32Array, index: number, codes: Codes, from: number): number {
    const known = ranges[index] as number;
    if (known !== 0) return known;
    let place = from;
    let open = this.#read[place];
    while (open !== undefined && codes[open.position] !== UNANSWERED) {
      place += 1;
      open = this.#read[place];
    }
    let range = 0;
    if (open === undefined) {
      range = pack(this.#outcomeOf(codes));
    } else {
      for (let code = 0; code < open.size; code += 1) {
        codes[open.position] = code;
        range = join(range, this.#rangeAt(ranges, index + (code + 1) * open.stride, codes, place + 1));
      }
      codes[open.position] = UNANSWERED;
    }
    ranges[index] = range;
    return range;
  }
}

/** Four places in one number: the least and the greatest level (from 1, for 0 is none), the least and the greatest urgency. */
function pack({ level, urgency }: Outcome): number {
  return (level + 1) | ((level + 1) << 8) | (urgency << 16) | (urgency << 20) | FOUND;
}

const FOUND = 1 << 24;

function unpack(range: number): Possible {
  const [least, greatest] = [(range & 0xff) - 1, ((range >> 8) & 0xff) - 1];
  return { level: greatest < 0 ? null : [least, greatest], urgency: [(range >> 16) & 0xf, (range >> 20) & 0xf] };
}

/** The range over both. Where only one has a level, its levels are those that are possible. */
function join(a: number, b: number): number {
  if (a === 0) return b;
  const [leastA, leastB] = [a & 0xff, b & 0xff];
  const least = leastA === 0 ? leastB : leastB === 0 ? leastA : Math.min(leastA, leastB);
  const greatest = Math.max(a & 0xff00, b & 0xff00);
  const leastUrgency = Math.min(a & 0xf0000, b & 0xf0000);
  const greatestUrgency = Math.max(a & 0xf00000, b & 0xf00000);
  return least | greatest | leastUrgency | greatestUrgency | FOUND;
}
