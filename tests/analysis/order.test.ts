import { expect, test } from 'vitest';
import { check } from '../../src/analysis/check.ts';
import { costs, force } from '../../src/analysis/order.ts';
import { edited } from '../language/small.ts';
import { ruleSetFrom } from '../rule-sets.ts';
import { subjectOf } from './checks/subjects.ts';

const groups = [new Set([0, 2]), new Set([1, 3])];

test('questions that are read together come to stand next to each other', () => {
  const order = force([0, 1, 2, 3], groups);
  const apart = groups.map((group) => [...group].map((position) => order.indexOf(position))).map(([a = 0, b = 0]) => Math.abs(a - b));
  expect(order.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3]);
  expect(apart).toEqual([1, 1]);
});

test('what reads no question moves none, and costs nothing', () => {
  expect(force([0, 1, 2, 3], [...groups, new Set<number>()])).toEqual(force([0, 1, 2, 3], groups));
  expect(costs([0, 1, 2, 3], [...groups, new Set<number>()])).toEqual([...costs([0, 1, 2, 3], groups), 0]);
});

test('a score that nothing adds to is always 0: a rule on it holds for all, and is counted', () => {
  const score = edited(['  load: {', '  nothing: {}\n  load: {'], ['when: { pain: { atLeast: none } }', 'when: { nothing: { atMost: 0 } }']);
  const [plain, scored] = [edited(), score].map((text) => check(ruleSetFrom(text), subjectOf(ruleSetFrom(text))));
  expect(scored?.proof.tallies).toEqual(plain?.proof.tallies);
});
