import { expect, test } from 'vitest';
import { clausesOf } from '../../src/engine/clauses.ts';
import { encode } from '../../src/engine/coding.ts';
import { compile, TRUE } from '../../src/engine/condition.ts';
import { tableOf } from '../../src/engine/table.ts';
import type { Condition } from '../../src/model/rule-set.ts';
import { SMALL } from '../language/small.ts';
import { completions } from '../naive.ts';
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

const PARTS: readonly Condition[] = [
  { test: 'option', question: 'time', options: ['day'] },
  { test: 'option', question: 'pain', options: ['some', 'much'] },
  { test: 'number', question: 'sleep', min: 2, max: 5 },
];

test.each([[0, 1], [1, 1], [1, 2], [2, 3], [3, 3], [0, 0], [0, 3]])('some clause holds exactly when from %i to %i parts do, and some clause of its opposite exactly when not', (min, max) => {
  const { coding } = tableOf(ruleSet);
  const count: Condition = { test: 'count', min, max, of: PARTS };
  const holds = compile(ruleSet, coding, count);
  const [yes = [], no = []] = [clauses(count), clauses(count, false)];
  for (const answers of completions(ruleSet, {})) {
    const codes = encode(coding, answers);
    const some = (among: typeof yes): boolean => among.some((clause) => [...clause].every(([position, bits]) => ((bits >> BigInt(codes[position] as number)) & 1n) === 1n));
    expect([some(yes), some(no)]).toEqual(holds(codes) === TRUE ? [true, false] : [false, true]);
  }
});
