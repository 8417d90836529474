import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Diagrams, type Node, TooManyNodes } from '../../src/analysis/diagram.ts';

/** Questions of so many codes, in an order, and functions of them: a value for each way to answer. */
interface Posed {
  readonly sizes: readonly number[];
  readonly order: readonly number[];
  readonly tables: readonly (readonly number[])[];
}

const posed: fc.Arbitrary<Posed> = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 }).chain((sizes) => {
  const ways = sizes.reduce((product, size) => product * size, 1);
  const table = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: ways, maxLength: ways });
  const order = fc.shuffledSubarray([...sizes.keys()], { minLength: sizes.length });
  return fc.record({ sizes: fc.constant(sizes), order, tables: fc.array(table, { minLength: 2, maxLength: 2 }) });
});

function allCodes(sizes: readonly number[]): Int32Array[] {
  return sizes.reduce<number[][]>((ways, size) => ways.flatMap((way) => Array.from({ length: size }, (_, code) => [...way, code])), [[]]).map((way) => Int32Array.from(way));
}

/** A function built from its table: one question after another decides which value is left. */
function built(diagrams: Diagrams, sizes: readonly number[], table: readonly number[]): Node {
  return allCodes(sizes).reduce((sum, codes, place) => {
    const here = sizes.reduce((node, size, position) => {
      const is = diagrams.choice(position, Array.from({ length: size }, (_, code) => Number(code === codes[position])));
      return diagrams.merge('times', (a, b) => a * b, node, is);
    }, diagrams.leaf(table[place] as number));
    return diagrams.merge('plus', (a, b) => a + b, sum, here);
  }, diagrams.leaf(0));
}

function tally(values: readonly number[]): Record<string, number> {
  const counted: Record<string, number> = {};
  for (const value of values) counted[value] = (counted[value] ?? 0) + 1;
  return counted;
}

const counts = (counted: ReadonlyMap<number, bigint>) => Object.fromEntries([...counted].map(([value, count]) => [value, Number(count)]));

/** Two functions in a table and in a diagram. */
function both({ sizes, order, tables }: Posed) {
  const diagrams = new Diagrams(sizes, order);
  const [tableA = [], tableB = []] = tables;
  return { diagrams, sizes, all: allCodes(sizes), tableA, tableB, a: built(diagrams, sizes, tableA), b: built(diagrams, sizes, tableB) };
}

describe('a diagram says what a table of all answer sets says', () => {
  test('its value, its counts, and that two functions are one', () => {
    fc.assert(
      fc.property(posed, (question) => {
        const { diagrams, all, tableA, tableB, a, b } = both(question);
        expect(all.map((codes) => diagrams.valueAt(a, codes))).toEqual(tableA);
        expect(counts(diagrams.counts(a))).toEqual(tally(tableA));
        expect(a === b).toBe(tableA.join() === tableB.join());
        expect(counts(diagrams.countsOfBoth(a, b, (one, other) => 3 * one + other))).toEqual(tally(tableA.map((value, place) => 3 * value + (tableB[place] ?? 0))));
      }),
    );
  });

  test('once a question is answered', () => {
    fc.assert(
      fc.property(posed, fc.nat(), fc.nat(), (question, at, which) => {
        const { diagrams, sizes, all, a } = both(question);
        const position = at % sizes.length;
        const code = which % (sizes[position] as number);
        const given = diagrams.given(a, position, code);
        for (const codes of all) expect(diagrams.valueAt(given, codes)).toBe(diagrams.valueAt(a, codes.map((other, place) => (place === position ? code : other))));
      }),
    );
  });

  test('the nearest answers with a value', () => {
    fc.assert(
      fc.property(posed, fc.nat(), fc.nat(2), (question, from, value) => {
        const { diagrams, all, tableA, a } = both(question);
        const start = all[from % all.length] as Int32Array;
        const distance = (codes: Int32Array) => codes.filter((code, position) => code !== start[position]).length;
        const found = diagrams.nearest(a, start, (each) => each === value);
        const distances = all.filter((_, place) => tableA[place] === value).map(distance);
        expect(found && [diagrams.valueAt(a, found), distance(found)]).toEqual(distances.length === 0 ? undefined : [value, Math.min(...distances)]);
      }),
    );
  });

  test('whether all or some answers in a box have values that will do', () => {
    fc.assert(
      fc.property(posed, fc.array(fc.nat(), { minLength: 4, maxLength: 4 }), (question, bounds) => {
        const { diagrams, sizes, all, tableA, tableB, a, b } = both(question);
        const box = sizes.map((size, position) => [...Array(size).keys()].filter((code) => code <= (bounds[position] ?? 0) % size));
        const inside = [...all.keys()].filter((place) => all[place]?.every((code, position) => box[position]?.includes(code)));
        expect(diagrams.every(a, box, (value) => value > 0)).toBe(inside.every((place) => (tableA[place] ?? 0) > 0));
        expect(diagrams.some(a, b, (one, other) => one > other, box)).toBe(inside.some((place) => (tableA[place] ?? 0) > (tableB[place] ?? 0)));
        expect(diagrams.some(a, b, (one, other) => one > other)).toBe(tableA.some((value, place) => value > (tableB[place] ?? 0)));
      }),
    );
  });
});

test('wide questions are kept apart', () => {
  const diagrams = new Diagrams([200, 200, 200], [0, 1, 2]);
  const [first, second, third] = [0, 1, 2].map((position) => diagrams.choice(position, Array.from({ length: 200 }, (_, code) => code))) as [Node, Node, Node];
  const sum = diagrams.merge('plus', (a, b) => a + b, first, diagrams.merge('plus', (a, b) => a + b, second, third));
  expect(diagrams.valueAt(sum, Int32Array.of(199, 198, 197))).toBe(594);
  expect(diagrams.counts(sum).get(2)).toBe(6n);
  expect([...diagrams.counts(sum).values()].reduce((total, count) => total + count, 0n)).toBe(200n ** 3n);
  expect(counts(diagrams.countsOfBoth(sum, third, (total, last) => Number(total < 597 || last !== 199)))).toEqual({ 0: 1, 1: 200 ** 3 - 1 });
});

test('what two functions do not read is counted all the same', () => {
  const diagrams = new Diagrams([5, 2, 3], [0, 1, 2]);
  const [second, third] = [diagrams.choice(1, [0, 1]), diagrams.choice(2, [0, 1, 1])];
  expect(counts(diagrams.countsOfBoth(second, third, (a, b) => a + b))).toEqual({ 0: 5, 1: 15, 2: 10 });
  expect(counts(diagrams.countsOfBoth(second, second, (a, b) => a + b))).toEqual({ 0: 15, 2: 15 });
});

describe('past a bound it says so', () => {
  const numbers = Array.from({ length: 100 }, (_, code) => code);

  test('with too many nodes', () => {
    expect(() => new Diagrams([100, 100], [0, 1], 50).choice(0, numbers)).toThrow(TooManyNodes);
  });

  test('with too many children, or too many steps, for as many nodes', () => {
    const plus = (diagrams: Diagrams) => [0, 1, 2, 3].map((position) => diagrams.choice(position, numbers)).reduce((a, b) => diagrams.merge('plus', (x, y) => x + y, a, b));
    const sizes = [100, 100, 100, 100];
    expect(() => plus(new Diagrams(sizes, [0, 1, 2, 3], 1000))).toThrow('more than 1000 nodes');
    expect(() => plus(new Diagrams(sizes, [3, 2, 1, 0], 3000))).toThrow(/more than (3000 nodes|300000 steps)/);
    expect(plus(new Diagrams(sizes, [0, 1, 2, 3]))).toBeGreaterThan(0);
  });

  test('with too many steps over few nodes', () => {
    const diagrams = new Diagrams([2], [0], 10);
    const [zero, one] = [diagrams.leaf(0), diagrams.leaf(1)];
    const merged = (name: string) => diagrams.merge(name, Math.max, zero, one);
    for (let step = 0; step < 1000; step += 1) expect(merged(`most ${step}`)).toBe(one);
    expect(() => merged('one more')).toThrow(new TooManyNodes('more than 1000 steps'));
  });
});
