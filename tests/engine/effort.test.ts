import { describe, expect, test } from 'vitest';
import { UNANSWERED } from '../../src/engine/coding.ts';
import { FALSE, TRUE, UNKNOWN } from '../../src/engine/condition.ts';
import { find, type Statement, TOO_HARD } from '../../src/engine/search.ts';

/** Two answers that are not the same. */
const differing = (a: number, b: number): Statement => ({
  reads: new Set([a, b]),
  test: (codes) => (codes[a] === UNANSWERED || codes[b] === UNANSWERED ? UNKNOWN : codes[a] === codes[b] ? FALSE : TRUE),
});

const allDiffering = (questions: number): Statement[] => Array.from({ length: questions }, (_, b) => Array.from({ length: b }, (__, a) => differing(a, b))).flat();

/** A sum that no answers come to; what is left of it is the sum so far. */
function sumBeyond(questions: number): Statement {
  return {
    reads: new Set(Array.from({ length: questions }, (_, position) => position)),
    test: (codes) => (codes.includes(UNANSWERED) ? UNKNOWN : FALSE),
    residual: (codes) => `${codes.reduce((sum, code) => sum + Math.max(code, 0), 0)} ${codes.map((code) => Number(code === UNANSWERED)).join('')}`,
  };
}

/** A sum of some answers that is wanted. */
const summing = (of: readonly number[], wanted: number): Statement => ({
  reads: new Set(of),
  test: (codes) => (of.some((position) => codes[position] === UNANSWERED) ? UNKNOWN : of.reduce((sum, position) => sum + (codes[position] as number), 0) === wanted ? TRUE : FALSE),
});

/** One of some answers to questions. */
const either = (...of: readonly (readonly [position: number, code: number])[]): Statement => ({
  reads: new Set(of.map(([position]) => position)),
  test: (codes) => (of.some(([position, code]) => codes[position] === code) ? TRUE : of.every(([position]) => codes[position] !== UNANSWERED) ? FALSE : UNKNOWN),
});

/** What is found when a search over questions of so many codes may look at statements so often. */
function within(steps: number, questions: number, codes: number, hold: readonly Statement[]): ReturnType<typeof find> {
  return find(Array<number>(questions).fill(codes), new Int32Array(questions).fill(UNANSWERED), hold, [], { left: steps });
}

/** As often as a search may look, and no oftener. A change that makes these searches longer makes every proof longer. */
describe('a search ends within few steps', () => {
  test.each<[string, number, number, number, Statement[], unknown]>([
    ['when there is room for all', 140, 5, 5, allDiffering(5), Int32Array.of(0, 1, 2, 3, 4)],
    ['when there is room for all but one', 1462, 5, 4, allDiffering(5), undefined],
    ['when what it leaves comes again, and is remembered', 114, 8, 2, [sumBeyond(8)], undefined],
    ['when it has only the answers to remember', 42, 4, 2, [sumBeyond(4)], undefined],
  ])('%s', (_what, steps, questions, codes, hold, found) => {
    expect(within(steps, questions, codes, hold)).toEqual(found);
    expect(within(steps - 1, questions, codes, hold)).toBe(TOO_HARD);
  });

  test('and begins where most hangs on least', () => {
    const sizes = [2, 3, 4, 2, 3, 4, 2, 3];
    const open = new Int32Array(sizes.length).fill(UNANSWERED);
    const pairs = [differing(0, 3), differing(3, 6), differing(1, 4), differing(4, 7), differing(2, 5), summing([0, 1, 2, 5], 8), summing([1, 4, 6], 4)];
    const found = Int32Array.of(1, 2, 2, 0, 1, 3, 1, 2);
    expect(find(sizes, open, [...pairs, summing([5, 7, 2], 7)], [], { left: 259 })).toEqual(found);
    expect(find(sizes, open, [...pairs, summing([5, 7, 2], 7)], [], { left: 258 })).toBe(TOO_HARD);
    expect(find(sizes, open, pairs, [], { left: 151 })).toEqual(Int32Array.of(1, 2, 2, 0, 1, 3, 1, 0));
    expect(find(sizes, open, pairs, [], { left: 150 })).toBe(TOO_HARD);
  });

  test('and tries the answer first that leaves least to find', () => {
    const hold = [either([0, 2], [1, 1]), either([0, 2], [2, 1]), either([0, 1], [0, 2], [3, 2]), either([0, 2], [3, 1])];
    const open = new Int32Array(4).fill(UNANSWERED);
    expect(find([4, 2, 2, 3], open, hold, [], { left: 20 })).toEqual(Int32Array.of(2, UNANSWERED, UNANSWERED, UNANSWERED));
  });

  test('and tries the codes that it is given, where not all need be tried', () => {
    const open = new Int32Array(3).fill(UNANSWERED);
    expect(find([9, 9, 9], open, allDiffering(3), [], { left: 60 }, [[4], [4, 7], [7, 8]])).toEqual(Int32Array.of(4, 7, 8));
    expect(find([9, 9, 9], open, allDiffering(3), [], { left: 60 }, [[4], [4, 7], [7]])).toBeUndefined();
  });
});
