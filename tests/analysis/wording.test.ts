import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { conditionText, someOf } from '../../src/analysis/wording.ts';
import type { Condition } from '../../src/model/rule-set.ts';
import { SMALL } from '../language/small.ts';
import { ruleSetFrom } from '../rule-sets.ts';

const ALL = ['a', 'b', 'c', 'd', 'e'];

describe('some of all options', () => {
  test.each([
    ['a', true, 'a'],
    ['e', true, 'e'],
    ['ab', true, 'at most b'],
    ['de', true, 'at least d'],
    ['bcd', true, 'b to d'],
    ['bc', true, 'b to c'],
    ['abde', true, 'not c'],
    ['ace', true, 'a, c or e'],
    ['abd', true, 'a to b or d'],
    ['ab', false, 'a or b'],
    ['abcd', false, 'not e'],
    ['bcd', false, 'b, c or d'],
  ])('%s', (chosen, ordered, text) => {
    expect(someOf(ALL, chosen.split(''), ordered)).toBe(text);
  });

  test('two of three are named: "not" would say no less', () => {
    for (const ordered of [true, false]) expect(someOf(['a', 'b', 'c'], ['a', 'c'], ordered)).toBe('a or c');
  });

  test('two that are not the same never read the same', () => {
    const some = fc.subarray(ALL, { minLength: 1 });
    fc.assert(
      fc.property(some, some, fc.boolean(), (a, b, ordered) => {
        expect(someOf(ALL, a, ordered) === someOf(ALL, b, ordered)).toBe(a.join() === b.join());
      }),
    );
  });
});

describe('conditions', () => {
  const ruleSet = ruleSetFrom(SMALL);
  const pain = (...options: readonly string[]): Condition => ({ test: 'option', question: 'pain', options });
  const sleep = (min: number, max: number): Condition => ({ test: 'number', question: 'sleep', min, max });
  const count = (min: number, max: number): Condition => ({ test: 'count', min, max, of: [pain('much'), sleep(2, 7)] });
  test.each<[string, Condition]>([
    ['pain at least some', pain('some', 'much')],
    ['time night', { test: 'option', question: 'time', options: ['night'] }],
    ['time day or night', { test: 'option', question: 'time', options: ['day', 'night'] }],
    ['level at least low', { test: 'option', question: 'level', options: ['low', 'high'] }],
    ['level high', { test: 'option', question: 'level', options: ['high'] }],
    ['urgency at least urgent', { test: 'option', question: 'urgency', options: ['urgent', 'emergency'] }],
    ['sleep at least 2', sleep(2, 7)],
    ['sleep at most 5', sleep(0, 5)],
    ['sleep 2 to 5', sleep(2, 5)],
    ['sleep 3', sleep(3, 3)],
    ['load at least 2', { test: 'score', score: 'load', min: 2, max: 3 }],
    ['load at most 2', { test: 'score', score: 'load', min: 0, max: 2 }],
    ['pain much, sleep at least 2', { test: 'all', of: [pain('much'), sleep(2, 7)] }],
    ['any of (pain much; sleep at least 2)', { test: 'any', of: [pain('much'), sleep(2, 7)] }],
    ['not (pain much)', { test: 'not', of: pain('much') }],
    ['at least 1 of (pain much; sleep at least 2)', count(1, 2)],
    ['1 of (pain much; sleep at least 2)', count(1, 1)],
    ['at most 1 of (pain much; sleep at least 2)', count(0, 1)],
  ])('%s', (text, condition) => {
    expect(conditionText(ruleSet, condition)).toBe(text);
  });
});
