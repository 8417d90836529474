import { expect, test } from 'vitest';
import { clausesOf } from '../../src/engine/clauses.ts';
import { tableOf } from '../../src/engine/table.ts';
import type { Condition } from '../../src/model/rule-set.ts';
import { SMALL } from '../language/small.ts';
import { ruleSetFrom } from '../rule-sets.ts';

const ruleSet = ruleSetFrom(SMALL);
const clauses = (condition: Condition, wanted = true) => clausesOf(ruleSet, tableOf(ruleSet).coding, condition, wanted);

test.each<[string, Condition]>([
  ['a number past the greatest', { test: 'number', question: 'sleep', min: 8, max: 9 }],
  ['a number below the least', { test: 'number', question: 'sleep', min: -3, max: -1 }],
  ['a score past the greatest', { test: 'score', score: 'load', min: 4, max: 9 }],
])('%s never holds, and always fails', (_what, condition) => {
  expect(clauses(condition)).toEqual([]);
  expect(clauses(condition, false)).toEqual([new Map()]);
});

test('a question that takes several options has no clauses, nor has what reads it', () => {
  const goals: Condition = { test: 'option', question: 'goals', options: ['rest'] };
  const day: Condition = { test: 'option', question: 'time', options: ['day'] };
  expect(clauses(goals)).toBeUndefined();
  expect(clauses({ test: 'all', of: [day, goals] })).toBeUndefined();
  expect(clauses({ test: 'count', min: 1, max: 2, of: [goals, day] })).toBeUndefined();
});
