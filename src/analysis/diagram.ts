import { Merges } from './merges.ts';
import { Nodes } from './nodes.ts';

/** A function of coded answers, by its number, from 0 on. Equal functions have the same number, so comparing two costs nothing. */
export type Node = number;

/** The function has more nodes than the bound allows: it is out of reach for counting. */
export class TooManyNodes extends Error {}

/** Nodes that one set of diagrams may hold. */
const MOST_NODES = 400_000;

/** For each node that there may be: children of all nodes together, and looks at pairs of nodes while merging. */
const CHILDREN_PER_NODE = 16;
const LOOKS_PER_NODE = 100;

/** Two functions that are followed side by side. */
type Pair = readonly [Node, Node];

/**
 * Decision diagrams over questions that have `sizes[position]` codes and are asked in a fixed order of positions. An
 * inner node asks one question and has a child per code; a leaf holds a whole number. Nodes are shared, so work is done
 * once a node however many answer sets run through it. (Minato; Srinivasan and Kam: multi-valued decision diagrams.)
 */
export class Diagrams {
  readonly #sizes: readonly number[];
  readonly #order: readonly number[];
  readonly #mostNodes: number;
  readonly #nodes = new Nodes();
  readonly #merges = new Merges();
  /** The operations that nodes were merged by. */
  readonly #operations = new Map<string, number>();
  #looks = 0;

  constructor(sizes: readonly number[], order: readonly number[], mostNodes = MOST_NODES) {
    this.#sizes = order.map((position) => sizes[position] as number);
    this.#order = order;
    this.#mostNodes = mostNodes;
  }

  leaf(value: number): Node {
    return this.#make([this.#order.length, value]);
  }

  /** The function that reads one question: a value per code. */
  choice(position: number, values: readonly number[]): Node {
    return this.#inner(this.#order.indexOf(position), values.map((value) => this.leaf(value)));
  }

  /** `combine` applied to the values of two functions. One name stands for one combination: results are kept under it. */
  merge(name: string, combine: (a: number, b: number) => number, a: Node, b: Node): Node {
    const operation = this.#operations.get(name) ?? this.#operations.size;
    this.#operations.set(name, operation);
    return this.#merge(operation, combine, a, b);
  }

  /** The function once one question is answered. */
  given(node: Node, position: number, code: number): Node {
    const depth = this.#order.indexOf(position);
    return this.#fold<Node>((at, visit) => {
      const here = this.#depth(at);
      if (here > depth) return at;
      return here === depth ? this.#child(at, code) : this.#inner(here, this.#children(at).map(visit));
    })(node);
  }

  /** How many answer sets come out at each value. */
  counts(node: Node): ReadonlyMap<number, bigint> {
    const counts = new Map<number, bigint>();
    const reached = new Map<Node, bigint>();
    const waiting: Node[][] = this.#order.map(() => []);
    const reach = (to: Node, sets: bigint, from: number): void => {
      const depth = this.#depth(to);
      const all = depth === from ? sets : sets * this.#product(from, depth);
      if (this.#isLeaf(to)) counts.set(this.#value(to), (counts.get(this.#value(to)) ?? 0n) + all);
      else {
        const before = reached.get(to);
        if (before === undefined) (waiting[depth] as Node[]).push(to);
        reached.set(to, (before ?? 0n) + all);
      }
    };
    reach(node, 1n, 0);
    waiting.forEach((nodes, depth) => {
      for (const at of nodes) for (const child of this.#children(at)) reach(child, reached.get(at) as bigint, depth + 1);
    });
    return counts;
  }

  /** The codes nearest to those given (fewest answers changed) whose value will do; undefined when there are none. */
  nearest(node: Node, codes: Int32Array, will: (value: number) => boolean): Int32Array | undefined {
    const step = (at: Node, code: number): number => (code === codes[this.#order[this.#depth(at)] as number] ? 0 : 1);
    const cost = this.#fold<number>((at, visit) => {
      if (this.#isLeaf(at)) return will(this.#value(at)) ? 0 : Infinity;
      return Math.min(...this.#children(at).map((child, code) => visit(child) + step(at, code)));
    });
    if (cost(node) === Infinity) return undefined;
    const result = codes.slice();
    for (let at = node; !this.#isLeaf(at); ) {
      const here = at;
      const costs = this.#children(at).map((child, code) => cost(child) + step(here, code));
      const code = costs.indexOf(Math.min(...costs));
      result[this.#order[this.#depth(at)] as number] = code;
      at = this.#child(at, code);
    }
    return result;
  }

  /** Whether all answer sets in a box (at each position, the codes that are let in) have a value that will do. */
  every(node: Node, box: readonly (readonly number[])[], will: (value: number) => boolean): boolean {
    return this.#fold<boolean>((at, visit) => {
      if (this.#isLeaf(at)) return will(this.#value(at));
      return (box[this.#order[this.#depth(at)] as number] as readonly number[]).every((code) => visit(this.#child(at, code)));
    })(node);
  }

  /** How many answer sets come out at each value that is read from two functions at once. Makes no nodes. */
  countsOfBoth(a: Node, b: Node, read: (a: number, b: number) => number): ReadonlyMap<number, bigint> {
    const depthOf = (pair: Pair): number => Math.min(this.#depth(pair[0]), this.#depth(pair[1]));
    const counted = this.#foldBoth<ReadonlyMap<number, bigint>>((pair, visit) => {
      const depth = depthOf(pair);
      if (depth === this.#order.length) return new Map([[read(this.#value(pair[0]), this.#value(pair[1])), 1n]]);
      const sum = new Map<number, bigint>();
      for (let code = 0; code < (this.#sizes[depth] as number); code += 1) {
        const child = this.#childPair(pair, depth, code);
        const skipped = this.#product(depth + 1, depthOf(child));
        for (const [value, count] of visit(child)) sum.set(value, (sum.get(value) ?? 0n) + count * skipped);
      }
      return sum;
    })([a, b]);
    const skipped = this.#product(0, depthOf([a, b]));
    return new Map([...counted].map(([value, count]) => [value, count * skipped]));
  }

  /** Whether any answer set (in a box, where one is given) has values in two functions that will do together. Makes no nodes. */
  some(a: Node, b: Node, will: (a: number, b: number) => boolean, box?: readonly (readonly number[])[]): boolean {
    const all = this.#sizes.map((size) => [...Array(size).keys()]);
    return this.#foldBoth<boolean>((pair, visit) => {
      const depth = Math.min(this.#depth(pair[0]), this.#depth(pair[1]));
      if (depth === this.#order.length) return will(this.#value(pair[0]), this.#value(pair[1]));
      const codes = (box === undefined ? all[depth] : box[this.#order[depth] as number]) as readonly number[];
      return codes.some((code) => visit(this.#childPair(pair, depth, code)));
    })([a, b]);
  }

  /** The value for whole codes. */
  valueAt(node: Node, codes: Int32Array): number {
    let at = node;
    while (!this.#isLeaf(at)) at = this.#child(at, codes[this.#order[this.#depth(at)] as number] as number);
    return this.#value(at);
  }

  /** Nodes made so far. */
  get size(): number {
    return this.#nodes.size;
  }

  #merge(operation: number, combine: (a: number, b: number) => number, a: Node, b: Node): Node {
    this.#looks += 1;
    const known = this.#merges.resultOf(operation, a, b);
    if (known !== undefined) return known;
    if (this.#looks > this.#mostNodes * LOOKS_PER_NODE) throw new TooManyNodes(`more than ${this.#mostNodes * LOOKS_PER_NODE} steps`);
    const [depthA, depthB] = [this.#depth(a), this.#depth(b)];
    const depth = Math.min(depthA, depthB);
    const children: Node[] = [];
    for (let code = 0; code < (this.#sizes[depth] ?? 0); code += 1) {
      children.push(this.#merge(operation, combine, depthA === depth ? this.#child(a, code) : a, depthB === depth ? this.#child(b, code) : b));
    }
    const result = depth === this.#order.length ? this.leaf(combine(this.#value(a), this.#value(b))) : this.#inner(depth, children);
    this.#merges.keep(operation, a, b, result);
    return result;
  }

  /** A function of nodes that works each node out once. */
  #fold<T>(work: (node: Node, visit: (node: Node) => T) => T): (node: Node) => T {
    const results = new Map<Node, T>();
    const visit = (node: Node): T => {
      const known = results.get(node);
      if (known !== undefined) return known;
      const result = work(node, visit);
      results.set(node, result);
      return result;
    };
    return visit;
  }

  /** The same for two functions that are followed side by side. */
  #foldBoth<T>(work: (pair: Pair, visit: (pair: Pair) => T) => T): (pair: Pair) => T {
    const results = new Map<number, T>();
    const visit = (pair: Pair): T => {
      const key = pair[0] * this.#mostNodes + pair[1];
      const known = results.get(key);
      if (known !== undefined) return known;
      const result = work(pair, visit);
      results.set(key, result);
      return result;
    };
    return visit;
  }

  #childPair([a, b]: Pair, depth: number, code: number): Pair {
    return [this.#depth(a) === depth ? this.#child(a, code) : a, this.#depth(b) === depth ? this.#child(b, code) : b];
  }

  #inner(depth: number, children: readonly Node[]): Node {
    const [first] = children as [Node];
    return children.every((child) => child === first) ? first : this.#make([depth, ...children]);
  }

  #make(list: readonly number[]): Node {
    const node = this.#nodes.nodeOf(list);
    const tooMany = this.#nodes.size > this.#mostNodes || this.#nodes.length > this.#mostNodes * CHILDREN_PER_NODE;
    if (tooMany) throw new TooManyNodes(`more than ${this.#mostNodes} nodes`);
    return node;
  }

  /** Place of its question in the order; leaves stand past the last. */
  #depth(node: Node): number {
    return this.#nodes.depth(node);
  }

  #child(node: Node, code: number): Node {
    return this.#nodes.child(node, code);
  }

  #children(node: Node): readonly Node[] {
    return this.#nodes.children(node);
  }

  #isLeaf(node: Node): boolean {
    return this.#depth(node) === this.#order.length;
  }

  #value(leaf: Node): number {
    return this.#nodes.child(leaf, 0);
  }

  /** Answer sets to the questions between two depths. */
  #product(from: number, to: number): bigint {
    return this.#sizes.slice(from, to).reduce((product, size) => product * BigInt(size), 1n);
  }
}
