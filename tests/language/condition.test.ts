import { describe, expect, test } from 'vitest';
import { readRuleSet } from '../../src/language/rule-set.ts';
import type { Condition } from '../../src/model/rule-set.ts';
import { valueOf } from '../rule-sets.ts';
import { edited, problemsIn, unmarked } from './small.ts';

/** A rule set whose first piece of advice, which may read everything, has this condition. */
function withCondition(condition: string): string {
  return edited(['{ goals: rest, level: { atLeast: high } }', condition]);
}

function read(condition: string): Condition | undefined {
  return valueOf(readRuleSet(withCondition(condition), 'small.yaml')).ruleSet.advice[0]?.when;
}

const pain = (...options: string[]): Condition => ({ test: 'option', question: 'pain', options });
const sleep = (min: number, max: number): Condition => ({ test: 'number', question: 'sleep', min, max });

describe('a condition', () => {
  test.each<[string, Condition]>([
    ['{ pain: much }', pain('much')],
    ['{ pain: [much, none] }', pain('none', 'much')],
    ['{ pain: { atLeast: some } }', pain('some', 'much')],
    ['{ pain: { atMost: some } }', pain('none', 'some')],
    ['{ pain: { atLeast: some, atMost: some } }', pain('some')],
    ['{ sleep: 0 }', sleep(0, 0)],
    ['{ sleep: { atLeast: 2 } }', sleep(2, 7)],
    ['{ sleep: { atMost: 2 } }', sleep(0, 2)],
    ['{ sleep: { atLeast: 2, atMost: 4 } }', sleep(2, 4)],
    ['{ load: 3 }', { test: 'score', score: 'load', min: 3, max: 3 }],
    ['{ load: { atMost: 1 } }', { test: 'score', score: 'load', min: 0, max: 1 }],
    ['{ level: low }', { test: 'option', question: 'level', options: ['low'] }],
    ['{ urgency: { atLeast: urgent } }', { test: 'option', question: 'urgency', options: ['urgent', 'emergency'] }],
    ['{ goals: [rest, work] }', { test: 'option', question: 'goals', options: ['rest', 'work'] }],
    ['{ not: { pain: much } }', { test: 'not', of: pain('much') }],
    ['{ any: [{ pain: much }, { sleep: 7 }] }', { test: 'any', of: [pain('much'), sleep(7, 7)] }],
    ['{ all: [{ pain: much }] }', { test: 'all', of: [pain('much')] }],
    ['{ count: { atLeast: 1, of: [{ pain: much }, { sleep: 7 }] } }', { test: 'count', min: 1, max: 2, of: [pain('much'), sleep(7, 7)] }],
    ['{ count: { atMost: 0, of: [{ pain: much }] } }', { test: 'count', min: 0, max: 0, of: [pain('much')] }],
    ['{ not: { pain: much }, sleep: 7, pain: some }', { test: 'all', of: [pain('some'), sleep(7, 7), { test: 'not', of: pain('much') }] }],
  ])('%s', (yaml, condition) => {
    expect(read(yaml)).toEqual(condition);
  });
});

describe('what is wrong with', () => {
  // The mark ¦ stands where the problem is expected; there may be no other.
  test.each([
    ['unknown-question', '{ ¦pian: much }'],
    ['unknown-question', '{ all: [{ pain: much }, { ¦Pain: much }] }'],
    ['unknown-option', '{ pain: ¦mutch }'],
    ['unknown-option', '{ pain: ¦not-sure }'],
    ['unknown-option', '{ pain: [some, ¦mutch] }'],
    ['unknown-option', '{ pain: { atLeast: ¦mutch } }'],
    ['unknown-option', '{ pain: { atMost: ¦mutch } }'],
    ['unknown-option', '{ pain: { atLeast: some, atMost: ¦mutch } }'],
    ['unknown-level', '{ level: ¦middle }'],
    ['unknown-level', '{ level: { atLeast: ¦middle } }'],
    ['unknown-name', '{ urgency: ¦now }'],
    ['no-order', '{ time: ¦{ atLeast: night } }'],
    ['no-order', '{ age: ¦{ atMost: child } }'],
    ['no-order', '{ goals: ¦{ atLeast: rest } }'],
    ['out-of-range', '{ sleep: ¦8 }'],
    ['out-of-range', '{ sleep: { atLeast: ¦-1 } }'],
    ['out-of-range', '{ load: { atLeast: ¦4 } }'],
    ['out-of-range', '{ sleep: ¦{ atLeast: 4, atMost: 2 } }'],
    ['out-of-range', '{ pain: ¦{ atLeast: much, atMost: some } }'],
    ['out-of-range', '{ pain: ¦{ atLeast: some, atMost: none } }'],
    ['out-of-range', '{ count: { atLeast: ¦2, of: [{ pain: much }] } }'],
    ['out-of-range', '{ count: ¦{ atLeast: 2, atMost: 1, of: [{ pain: much }, { sleep: 7 }] } }'],
    ['out-of-range', '{ count: { atLeast: ¦-1, of: [{ pain: much }] } }'],
    ['missing-key', '{ pain: ¦{} }'],
    ['missing-key', '{ sleep: ¦{} }'],
    ['missing-key', '{ count: ¦{ of: [{ pain: much }] } }'],
    ['missing-key', '{ ¦count: { atLeast: 1 } }'],
    ['unknown-key', '{ pain: { atLeast: some, ¦atMots: much } }'],
    ['unknown-key', '{ count: { atLeast: 1, ¦off: 1, of: [{ pain: much }] } }'],
    ['wrong-type', '{ pain: ¦3 }'],
    ['wrong-type', '{ pain: ¦true }'],
    ['wrong-type', '{ pain: { atLeast: ¦3 } }'],
    ['wrong-type', '{ pain: [some, ¦3] }'],
    ['wrong-type', '{ sleep: ¦much }'],
    ['wrong-type', '{ sleep: ¦[a, b] }'],
    ['wrong-type', '{ sleep: { atLeast: ¦much } }'],
    ['wrong-type', '{ sleep: ¦2.5 }'],
    ['wrong-type', '{ sleep: ¦}'],
    ['wrong-type', '{ all: ¦{ pain: much } }'],
    ['wrong-type', '{ all: [¦much] }'],
    ['wrong-type', '{ not: ¦[{ pain: much }] }'],
    ['wrong-type', '{ count: ¦[{ pain: much }] }'],
    ['wrong-type', '¦much'],
    ['wrong-type', '¦[{ pain: much }]'],
    ['empty', '¦{}'],
    ['empty', '{ not: ¦{} }'],
    ['too-few', '{ any: ¦[] }'],
    ['too-few', '{ pain: ¦[] }'],
    ['duplicate-id', '{ pain: [much, ¦much] }'],
    ['duplicate-key', '{ pain: much, ¦pain: some }'],
  ])('%s: %s', (code, marked) => {
    const { text, places } = unmarked(withCondition(marked));
    expect(problemsIn(readRuleSet(text, 'small.yaml'))).toEqual(places.map((place) => `${place} ${code}`));
  });
});
