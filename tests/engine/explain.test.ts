import { describe, expect, test } from 'vitest';
import { assess } from '../../src/engine/assess.ts';
import type { Answers } from '../../src/model/answers.ts';
import { ruleSetFrom } from '../rule-sets.ts';

/** A rule set about sleep, pain and worry, with these rules; each is an id, a condition and a level. */
function withRules(...rules: readonly (readonly [id: string, when: string, level: string])[]) {
  const lines = rules.map(([id, when, level]) => `  - { id: ${id}, when: ${when}, level: ${level}, because: It is so., sources: [book] }\n`);
  return ruleSetFrom(`ruleSet: sleep
version: 1.0.0
title: Sleep
about: About sleep.
notice: Not a diagnosis.
levels: [{ id: low, name: Low, week: A. }, { id: middle, name: Middle, week: B. }, { id: high, name: High, week: C. }]
questions:
  - { id: age, kind: scope, text: How old?, options: [{ id: adult, text: Grown up }, { id: child, text: Young }] }
  - { id: nights, kind: need, text: Bad nights?, integer: { min: 0, max: 20 } }
  - { id: pain, kind: need, text: Pain?, options: [{ id: none, text: None }, { id: some, text: Some }, { id: much, text: Much }] }
  - { id: worry, kind: need, text: Worry?, options: [{ id: none, text: None }, { id: some, text: Some }, { id: much, text: Much }] }
scores: { load: { pain: { some: 1, much: 2 }, worry: { some: 1, much: 2 } } }
scope: { when: { age: adult }, otherwise: For adults. }
rules:
${lines.join('')}referral: { who: A doctor., today: Call., notAsked: Nothing., bring: [A diary], ask: [What now?] }
contacts:
  - { id: help, name: Help, how: Call 1, crisis: true, source: https://example.org, checked: 2026-01-01, recheck: 2027-01-01 }
sources: { book: { title: A book } }
`);
}

const BAD: Answers = { age: 'adult', nights: 8, pain: 'much', worry: 'some' };

describe('the answers named beside a rule', () => {
  test.each<[string, Answers, readonly string[]]>([
    ['{ pain: much }', {}, ['pain']],
    ['{ pain: much, worry: some }', {}, ['pain', 'worry']],
    ['{ any: [{ pain: none }, { worry: some }, { nights: 8 }] }', {}, ['worry']],
    ['{ not: { any: [{ pain: none }, { worry: none }] } }', {}, ['pain', 'worry']],
    ['{ not: { pain: none, worry: some, nights: 1 } }', {}, ['nights']],
    ['{ not: { not: { nights: 8 } } }', {}, ['nights']],
    ['{ count: { atLeast: 1, of: [{ pain: none }, { worry: some }, { nights: 8 }] } }', {}, ['nights', 'worry']],
    ['{ count: { atLeast: 1, atMost: 2, of: [{ pain: none }, { worry: some }, { nights: 8 }] } }', {}, ['nights', 'pain', 'worry']],
    ['{ not: { count: { atLeast: 2, of: [{ pain: none }, { worry: some }, { nights: 1 }] } } }', {}, ['nights', 'pain', 'worry']],
    ['{ load: { atLeast: 2 } }', { worry: 'none' }, ['pain']],
    ['{ load: { atLeast: 2 } }', {}, ['pain', 'worry']],
    ['{ load: { atLeast: 1, atMost: 2 } }', { worry: 'none' }, ['pain', 'worry']],
    ['{ not: { load: { atLeast: 3 } } }', { worry: 'none' }, ['pain', 'worry']],
  ])('%s, with %j', (when, changes, named) => {
    const answers = { ...BAD, ...changes };
    const { decidedBy } = assess(withRules(['rule', when, 'low']), answers);
    expect(decidedBy).toHaveLength(1);
    expect(Object.keys(decidedBy[0]?.answers ?? {}).sort()).toEqual(named);
  });

  test('stand with the level that it asks for, unless the answers are out of scope', () => {
    const ruleSet = withRules(['rule', '{ pain: much }', 'middle']);
    const { age: _age, ...ageless } = BAD;
    expect(assess(ruleSet, BAD).decidedBy).toEqual([
      { rule: 'rule', level: 'middle', urgency: 'routine', because: 'It is so.', answers: { pain: 'much' }, sources: ['book'] },
    ]);
    expect(assess(ruleSet, ageless).decidedBy[0]?.level).toBe('middle');
    expect(assess(ruleSet, { ...BAD, age: 'child' }).alsoMatched[0]?.level).toBeNull();
  });

  test('are only those that were given', () => {
    const { worry: _worry, ...open } = BAD;
    const { decidedBy } = assess(withRules(['rule', '{ load: { atLeast: 2 } }', 'low']), open);
    expect(decidedBy[0]?.answers).toEqual({ pain: 'much' });
  });
});

describe('what would change the level', () => {
  const ruleSet = withRules(['all', '{ pain: { atLeast: none } }', 'low'], ['few', '{ nights: { atMost: 1 } }', 'high'], ['many', '{ nights: { atLeast: 5 } }', 'middle'], ['most', '{ nights: { atLeast: 12 } }', 'high']);

  test('is, of a number, the nearest value for each level, on either side, the least first', () => {
    expect(assess(ruleSet, BAD).wouldChange).toEqual([
      { answers: { nights: 1 }, level: 'high', urgency: 'routine' },
      { answers: { nights: 4 }, level: 'low', urgency: 'routine' },
      { answers: { nights: 12 }, level: 'high', urgency: 'routine' },
    ]);
  });

  test('is, of a choice, every option, in the order of the question', () => {
    const choice = withRules(['a', '{ pain: none }', 'high'], ['b', '{ pain: some }', 'middle'], ['c', '{ pain: much }', 'low']);
    expect(assess(choice, BAD).wouldChange.map(({ answers, level }) => [answers['pain'], level])).toEqual([
      ['none', 'high'],
      ['some', 'middle'],
    ]);
  });
});
