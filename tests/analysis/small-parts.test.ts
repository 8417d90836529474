import { describe, expect, test } from 'vitest';
import { conditionsBeside, conditionsOf, namesIn, runStarts } from '../../src/analysis/conditions.ts';
import { percentMet, type Judged } from '../../src/analysis/coverage.ts';
import { listed } from '../../src/analysis/deciding.ts';
import { answersText, described, outcomeText } from '../../src/analysis/describe.ts';
import { spaceOf } from '../../src/analysis/space.ts';
import { encode } from '../../src/engine/coding.ts';
import type { Condition, Property, Question, RuleSet } from '../../src/model/rule-set.ts';
import { edited, SMALL } from '../language/small.ts';
import { ruleSetFrom } from '../rule-sets.ts';

const small = ruleSetFrom(SMALL);
const space = spaceOf(small);
const option = (question: string, ...options: readonly string[]): Condition => ({ test: 'option', question, options });
const sleep = (min: number, max: number): Condition => ({ test: 'number', question: 'sleep', min, max });
const load: Condition = { test: 'score', score: 'load', min: 1, max: 3 };

describe('the conditions of a rule set', () => {
  test('beside its rules are those of scope, advice and contacts', () => {
    const { scope: _scope, ...scopeless } = small;
    const [contact] = small.contacts;
    expect(conditionsBeside(small)).toEqual([small.scope?.when, small.advice[0]?.when, small.contacts[1]?.when]);
    expect(conditionsBeside({ ...scopeless, advice: [], contacts: contact === undefined ? [] : [contact] })).toEqual([]);
  });

  test('that a property speaks of are what it is about', () => {
    const when = option('pain', 'much');
    const of = (property: Property): readonly Condition[] => conditionsOf(property);
    expect(of({ id: 'a', claim: 'expect', when, expect: {} })).toEqual([when]);
    expect(of({ id: 'b', claim: 'never', never: load })).toEqual([load]);
    expect(of({ id: 'c', claim: 'vary', vary: 'time', when, levelsAtMost: 1 })).toEqual([when]);
    expect(of({ id: 'd', claim: 'vary', vary: 'time', levelsAtMost: 1 })).toEqual([]);
    expect(of({ id: 'e', claim: 'monotone', monotone: ['pain'] })).toEqual([]);
  });

  test('name questions and scores', () => {
    const of = [option('pain', 'much'), sleep(0, 1), load];
    for (const connective of ['all', 'any'] as const) expect(namesIn({ test: connective, of })).toEqual(['pain', 'sleep', 'load']);
    expect(namesIn({ test: 'count', min: 1, max: 2, of })).toEqual(['pain', 'sleep', 'load']);
    expect(namesIn({ test: 'not', of: load })).toEqual(['load']);
  });
});

describe('codes that stand for all that nothing tells apart', () => {
  const question = (id: string): Question => small.questions.find((each) => each.id === id) as Question;
  const starts = (id: string, ...conditions: readonly Condition[]): readonly number[] => runStarts(small, question(id), conditions);

  test('are one, where no condition asks', () => {
    expect(starts('pain')).toEqual([0]);
    expect(starts('sleep', option('pain', 'much'), load)).toEqual([0]);
    expect(starts('time', sleep(2, 3))).toEqual([0]);
    expect(starts('sleep', { test: 'number', question: 'pulse', min: 2, max: 3 })).toEqual([0]);
  });

  test('of options begin where an option is taken and the one before is not, or adds other points', () => {
    expect(starts('pain', option('pain', 'some', 'much'))).toEqual([0, 1]);
    expect(starts('pain', option('pain', 'some'))).toEqual([0, 1, 2]);
    expect(starts('pain', option('time', 'day'))).toEqual([0]);
    expect(starts('pain', load)).toEqual([0, 1, 2]);
    expect(starts('time', load)).toEqual([0, 1]);
    expect(starts('age', load)).toEqual([0]);
    const alike = { ...small, scores: [{ id: 'load', points: { pain: { some: 1, much: 1 }, time: {} } }] };
    expect(['pain', 'time'].map((id) => runStarts(alike, question(id), [load]))).toEqual([[0, 1], [0]]);
    for (const condition of [{ test: 'not', of: option('pain', 'much') }, { test: 'any', of: [load, option('time', 'day')] }] as const) {
      expect(starts('pain', condition).at(-1)).toBe(2);
    }
  });

  test('of numbers begin at each bound, in order, within what can be answered', () => {
    expect(starts('sleep', sleep(5, 7), sleep(2, 3))).toEqual([0, 2, 4, 5]);
    expect(starts('sleep', { test: 'count', min: 1, max: 2, of: [sleep(0, 0), { test: 'not', of: sleep(6, 6) }] })).toEqual([0, 1, 6, 7]);
    expect(starts('sleep', { test: 'all', of: [sleep(3, 9)] })).toEqual([0, 3]);
    expect(runStarts(small, { ...(question('sleep') as Question & { type: 'integer' }), min: 2 }, [sleep(3, 4), sleep(0, 1)])).toEqual([0, 1, 3]);
  });
});

test('coverage is the share of what is possible, and all of it where nothing is', () => {
  const judged = (...standings: readonly Judged['standing'][]): Judged[] =>
    standings.map((standing) => ({ obligation: { kind: 'rule', name: 'a', path: [], ways: [] }, standing, missing: [] }));
  expect(percentMet(judged('met', 'open', 'open', 'impossible', 'met'))).toBe(50);
  expect(percentMet(judged('met', 'open', 'open', 'open'))).toBe(25);
  expect(percentMet(judged('impossible'))).toBe(100);
  expect(percentMet([])).toBe(100);
});

describe('in words', () => {
  const rows = (count: number) => Array.from({ length: count }, () => space.rows[0] as (typeof space.rows)[number]);

  test('rules are listed, five at most', () => {
    expect(listed(rows(2))).toBe('`everyone`, `everyone`');
    expect(listed(rows(5)).split(', ')).toHaveLength(5);
    expect(listed(rows(7))).toBe('`everyone`, `everyone`, `everyone`, `everyone`, `everyone` and 2 more');
  });

  test('answers are named as they were given', () => {
    expect(described(space, encode(space.table.coding, { pain: 'much', sleep: 3 }))).toBe('`pain: much`, `sleep: 3`');
    expect(described(space, space.open)).toBe('any answers at all');
    expect(answersText({ pain: 'not-sure' })).toBe('`pain: not-sure`');
  });

  test('a result is its level, or why there is none, and its urgency', () => {
    const well = { age: 'adult', pain: 'none', sleep: 0, time: 'day' };
    const few: RuleSet = ruleSetFrom(edited(['pain: { atLeast: none }', 'pain: some']));
    expect(outcomeText(space, { ...well, pain: 'much', sleep: 7 })).toBe('high (soon)');
    expect(outcomeText(space, { ...well, age: 'child' })).toBe('no level, out of scope (routine)');
    expect(outcomeText(spaceOf(few), well)).toBe('no level (routine)');
  });
});
