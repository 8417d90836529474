import { describe, expect, test } from 'vitest';
import { check } from '../../src/analysis/check.ts';
import { costs, force, mostReadFirst } from '../../src/analysis/order.ts';
import { edited } from '../language/small.ts';
import { ruleSetFrom } from '../rule-sets.ts';
import { subjectOf } from './checks/subjects.ts';

const sets = (...groups: readonly (readonly number[])[]): ReadonlySet<number>[] => groups.map((group) => new Set(group));

describe('questions that are read together', () => {
  test.each([
    ['pairs come to stand side by side', [0, 1, 2, 3], sets([0, 2], [1, 3]), [0, 2, 1, 3]],
    ['three pairs, too', [0, 1, 2, 3, 4, 5], sets([0, 3], [1, 4], [2, 5]), [0, 3, 1, 4, 2, 5]],
    ['a chain comes to stand in a row, and the others beside it', [0, 1, 2, 3, 4, 5], sets([0, 5], [5, 3], [3, 1]), [2, 1, 3, 5, 0, 4]],
    ['what nothing reads stays where it is', [0, 1, 2, 3, 4], sets([0, 4]), [1, 0, 2, 4, 3]],
    ['an order that has them side by side stays', [3, 1, 0, 2], sets([3, 1], [0, 2]), [3, 1, 0, 2]],
    ['an order that moving would make worse stays', [0, 1, 2, 3, 4], sets([0, 1, 3, 4], [1, 2], [2, 3]), [0, 1, 2, 3, 4]],
  ])('%s', (_, order, groups, expected) => {
    expect(force(order, groups)).toEqual(expected);
  });

  test('what reads no question moves none, and costs nothing', () => {
    const groups = sets([0, 2], [1, 3]);
    expect(force([0, 1, 2, 3], [...groups, new Set<number>()])).toEqual(force([0, 1, 2, 3], groups));
    expect(costs([0, 1, 2, 3], [...groups, new Set<number>()])).toEqual([...costs([0, 1, 2, 3], groups), 0]);
  });
});

test('those that most conditions read come first, and else the order stays', () => {
  expect(mostReadFirst([0, 1, 2, 3], sets([3, 2], [3, 1], [3, 2]))).toEqual([3, 2, 1, 0]);
  expect(mostReadFirst([2, 0, 1], sets([0, 1, 2]))).toEqual([2, 0, 1]);
});

describe('what a condition costs: at each place from its first question up to its last, all that are open there', () => {
  test.each([
    ['one alone costs as many as it spans', [0, 1, 2, 3], sets([0, 3]), [3]],
    ['one question costs nothing', [0, 1, 2], sets([1]), [0]],
    ['two that overlap cost each other more', [0, 1, 2, 3, 4], sets([0, 2], [1, 3], [3, 4]), [3, 3, 1]],
    ['in another order others are far apart', [4, 2, 0, 1, 3], sets([0, 2], [1, 3], [3, 4]), [2, 2, 6]],
  ])('%s', (_, order, groups, expected) => {
    expect(costs(order, groups)).toEqual(expected);
  });
});

test('a score that nothing adds to is always 0: a rule on it holds for all, and is counted', () => {
  const score = edited(['  load: {', '  nothing: {}\n  load: {'], ['when: { pain: { atLeast: none } }', 'when: { nothing: { atMost: 0 } }']);
  const [plain, scored] = [edited(), score].map((text) => check(ruleSetFrom(text), subjectOf(ruleSetFrom(text))));
  expect(scored?.proof.tallies).toEqual(plain?.proof.tallies);
});
