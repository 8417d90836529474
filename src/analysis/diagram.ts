/** A function of coded answers, by its number. Equal functions have the same number, so comparing two costs nothing. */
export type Node = number;

/** The function has more nodes than the bound allows: it is out of reach for counting. */
export class TooManyNodes extends Error {}

/** Nodes that one set of diagrams may hold: about 250 MB. */
export const MOST_NODES = 400_000;

interface Inner {
  /** Place of its question in the order; leaves stand past the last. */
  readonly depth: number;
  /** One per code of the question; none for a leaf. */
  readonly children: readonly Node[];
  /** Of a leaf. */
  readonly value: number;
}

/**
 * Decision diagrams over questions that have `sizes[position]` codes and are asked in a fixed order of positions. An
 * inner node asks one question and has a child per code; a leaf holds a whole number. Nodes are shared, so work is done
 * once a node however many answer sets run through it. (Minato; Srinivasan and Kam: multi-valued decision diagrams.)
 */
export class Diagrams {
  readonly #sizes: readonly number[];
  readonly #order: readonly number[];
  readonly #mostNodes: number;
  readonly #nodes: Inner[] = [];
  readonly #numbers = new Map<string, Node>();
  readonly #merged = new Map<string, Map<number, Node>>();

  constructor(sizes: readonly number[], order: readonly number[], mostNodes = MOST_NODES) {
    this.#sizes = order.map((position) => sizes[position] as number);
    this.#order = order;
    this.#mostNodes = mostNodes;
  }

  leaf(value: number): Node {
    return this.#make(`=${value}`, { depth: this.#order.length, children: [], value });
  }

  /** The function that reads one question: a value per code. */
  choice(position: number, values: readonly number[]): Node {
    return this.#inner(
      this.#order.indexOf(position),
      values.map((value) => this.leaf(value)),
    );
  }

  /** `combine` applied to the values of two functions. One name stands for one combination: results are kept under it. */
  merge(name: string, combine: (a: number, b: number) => number, a: Node, b: Node): Node {
    let results = this.#merged.get(name);
    if (results === undefined) this.#merged.set(name, (results = new Map<number, Node>()));
    return this.#merge(results, combine, a, b);
  }

  /** The function once one question is answered. */
  given(node: Node, position: number, code: number): Node {
    const depth = this.#order.indexOf(position);
    return this.#fold<Node>(
      (at, visit) => {
        if (at.depth > depth) return this.#numberOf(at);
        return at.depth === depth ? (at.children[code] as Node) : this.#inner(at.depth, at.children.map(visit));
      },
    )(node);
  }

  /** How many answer sets come out at each value. */
  counts(node: Node): ReadonlyMap<number, bigint> {
    const counted = this.#fold<ReadonlyMap<number, bigint>>((at, visit) => {
      if (at.children.length === 0) return new Map([[at.value, 1n]]);
      const sum = new Map<number, bigint>();
      for (const child of at.children) {
        const skipped = this.#product(at.depth + 1, this.#node(child).depth);
        for (const [value, count] of visit(child)) sum.set(value, (sum.get(value) ?? 0n) + count * skipped);
      }
      return sum;
    })(node);
    const skipped = this.#product(0, this.#node(node).depth);
    return new Map([...counted].map(([value, count]) => [value, count * skipped]));
  }

  /** The codes nearest to those given (fewest answers changed) whose value will do; undefined when there are none. */
  nearest(node: Node, codes: Int32Array, will: (value: number) => boolean): Int32Array | undefined {
    const step = (at: Inner, code: number): number => (code === codes[this.#order[at.depth] as number] ? 0 : 1);
    const cost = this.#fold<number>((at, visit) => {
      if (at.children.length === 0) return will(at.value) ? 0 : Infinity;
      return Math.min(...at.children.map((child, code) => visit(child) + step(at, code)));
    });
    if (cost(node) === Infinity) return undefined;
    const result = codes.slice();
    for (let at = this.#node(node); at.children.length > 0; ) {
      const here = at;
      const least = Math.min(...here.children.map((child, code) => cost(child) + step(here, code)));
      const code = here.children.findIndex((child, candidate) => cost(child) + step(here, candidate) === least);
      result[this.#order[here.depth] as number] = code;
      at = this.#node(here.children[code] as Node);
    }
    return result;
  }

  /** The value for whole codes. */
  valueAt(node: Node, codes: Int32Array): number {
    let at = this.#node(node);
    while (at.children.length > 0) at = this.#node(at.children[codes[this.#order[at.depth] as number] as number] as Node);
    return at.value;
  }

  /** Nodes made so far. */
  get size(): number {
    return this.#nodes.length;
  }

  #merge(results: Map<number, Node>, combine: (a: number, b: number) => number, a: Node, b: Node): Node {
    const key = a * this.#mostNodes + b;
    const known = results.get(key);
    if (known !== undefined) return known;
    const [first, second] = [this.#node(a), this.#node(b)];
    const depth = Math.min(first.depth, second.depth);
    const child = (node: Node, at: Inner, code: number): Node => (at.depth === depth ? (at.children[code] as Node) : node);
    const result =
      depth === this.#order.length
        ? this.leaf(combine(first.value, second.value))
        : this.#inner(
            depth,
            Array.from({ length: this.#sizes[depth] as number }, (_, code) =>
              this.#merge(results, combine, child(a, first, code), child(b, second, code)),
            ),
          );
    results.set(key, result);
    return result;
  }

  /** A function of nodes that works each node out once. */
  #fold<T>(work: (at: Inner, visit: (node: Node) => T) => T): (node: Node) => T {
    const results = new Map<Node, T>();
    const visit = (node: Node): T => {
      const known = results.get(node);
      if (known !== undefined) return known;
      const result = work(this.#node(node), visit);
      results.set(node, result);
      return result;
    };
    return visit;
  }

  #inner(depth: number, children: readonly Node[]): Node {
    if (children.every((child) => child === children[0])) return children[0] as Node;
    return this.#make(`${depth}:${children.join()}`, { depth, children, value: 0 });
  }

  #make(key: string, node: Inner): Node {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    if (this.#nodes.length >= this.#mostNodes) throw new TooManyNodes(`more than ${this.#mostNodes} nodes`);
    this.#numbers.set(key, this.#nodes.length);
    return this.#nodes.push(node) - 1;
  }

  #node(node: Node): Inner {
    return this.#nodes[node] as Inner;
  }

  #numberOf({ depth, children, value }: Inner): Node {
    return this.#numbers.get(children.length === 0 ? `=${value}` : `${depth}:${children.join()}`) as Node;
  }

  /** Answer sets to the questions between two depths. */
  #product(from: number, to: number): bigint {
    return this.#sizes.slice(from, to).reduce((product, size) => product * BigInt(size), 1n);
  }
}
