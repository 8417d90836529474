import { describe, expect, test } from 'vitest';
import { encode } from '../../src/engine/coding.ts';
import { nextQuestion } from '../../src/engine/next-question.ts';
import { residualOf } from '../../src/engine/residual.ts';
import { tableOf } from '../../src/engine/table.ts';
import { verdict } from '../../src/engine/verdict.ts';
import type { Answers } from '../../src/model/answers.ts';
import type { Condition } from '../../src/model/rule-set.ts';
import { ruleSetFrom } from '../rule-sets.ts';

/** What a rule says: its condition, its level and its urgency. */
type Asked = readonly [when: string, level: string, urgency?: string];

/** A rule set over three yes-or-no questions and a number, with these rules. */
function withRules(...rules: readonly Asked[]) {
  const lines = rules.map(([when, level, urgency = 'routine'], place) => `  - { id: r${place}, when: ${when}, level: ${level}, urgency: ${urgency}, because: It is so., sources: [book] }\n`);
  const questions = ['a', 'b', 'c'].map((id) => `  - { id: ${id}, kind: need, text: Yes?, options: [{ id: no, text: No }, { id: yes, text: Yes }] }\n`);
  return ruleSetFrom(`ruleSet: possible
version: 1.0.0
title: Possible
about: What is possible.
notice: Not a diagnosis.
levels: [{ id: low, name: Low, week: A. }, { id: middle, name: Middle, week: B. }, { id: high, name: High, week: C. }]
questions:
${questions.join('')}  - { id: n, kind: need, text: How many?, integer: { min: 0, max: 3 } }
scores: { sum: { a: { yes: 1 }, b: { yes: 1 }, c: { yes: 2 } } }
rules:
${lines.join('')}referral: { who: A doctor., today: Call., notAsked: Nothing., bring: [A list], ask: [What now?] }
contacts:
  - { id: help, name: Help, how: Call 1, crisis: true, source: https://example.org, checked: 2026-01-01, recheck: 2027-01-01 }
sources: { book: { title: A book } }
`);
}

/** No answers make it hold, which can be told only by looking at each. */
const NEVER = '{ a: yes, not: { a: yes } }';
const EVERYONE = '{ n: { atLeast: 0 } }';

describe('what is possible', () => {
  test.each<[string, readonly Asked[], Answers, readonly (string | null)[] | null, readonly string[]]>([
    ['each level that some answers get', [[EVERYONE, 'low'], ['{ a: yes }', 'high']], { n: 1 }, ['low', 'high'], ['routine', 'routine']],
    ['not the least, where either answer asks for more', [[EVERYONE, 'low'], ['{ a: no }', 'middle', 'soon'], ['{ a: yes }', 'high', 'urgent']], { n: 1 }, ['middle', 'high'], ['soon', 'urgent']],
    ['not what no answers make hold', [[EVERYONE, 'low'], [NEVER, 'high', 'emergency']], { n: 1 }, ['low', 'low'], ['routine', 'routine']],
    ['not even the least level, where nothing else asks for it', [[NEVER, 'low']], { n: 1 }, null, ['routine', 'routine']],
    ['not a level between, where who gets it gets more', [[NEVER, 'high', 'urgent'], ['{ b: yes }', 'low', 'soon'], [NEVER, 'middle']], { n: 1 }, ['low', 'low'], ['routine', 'soon']],
  ])('is %s', (_what, rules, answers, range, urgencyRange) => {
    expect(verdict(withRules(...rules), answers)).toMatchObject({ status: 'open', range, urgencyRange });
  });
});

describe('the next question', () => {
  test('is the one that leaves the fewest levels, though others come before it', () => {
    expect(nextQuestion(withRules([EVERYONE, 'low'], ['{ c: yes }', 'high']), {})).toBe('c');
  });

  test('is, of those that leave as many levels, the one that leaves the fewest urgencies', () => {
    expect(nextQuestion(withRules([EVERYONE, 'low'], ['{ b: yes }', 'low', 'soon']), {})).toBe('b');
    expect(nextQuestion(withRules([EVERYONE, 'low', 'urgent'], ['{ c: yes }', 'low', 'emergency']), {})).toBe('c');
  });

  test('is, where several are as good, the one that is asked first', () => {
    expect(nextQuestion(withRules([EVERYONE, 'low'], ['{ b: yes, c: yes }', 'high']), {})).toBe('b');
    expect(nextQuestion(withRules([EVERYONE, 'low']), { a: 'yes' })).toBe('b');
  });

  test('is none once everything is answered', () => {
    expect(nextQuestion(withRules([EVERYONE, 'low']), { a: 'no', b: 'no', c: 'no', n: 0 })).toBeUndefined();
  });
});

describe('what some answers leave of a condition', () => {
  const ruleSet = withRules([EVERYONE, 'low']);
  const { coding } = tableOf(ruleSet);
  const yes = (question: string): Condition => ({ test: 'option', question, options: ['yes'] });
  const left = (condition: Condition, answers: Answers): string => residualOf(ruleSet, coding, condition)(encode(coding, answers));

  const sum: Condition = { test: 'score', score: 'sum', min: 2, max: 3 };
  const two: Condition = { test: 'count', min: 2, max: 3, of: [yes('a'), yes('b'), yes('c')] };
  const both: Condition = { test: 'all', of: [yes('a'), { test: 'any', of: [yes('b'), yes('c')] }] };

  test.each<[string, Condition, Answers, Answers]>([
    ['of a score, the sum so far', sum, { a: 'yes', b: 'no' }, { a: 'no', b: 'yes' }],
    ['of a count, how many hold', two, { a: 'yes', b: 'no' }, { a: 'no', b: 'yes' }],
    ['of several conditions, what each leaves', both, { a: 'yes' }, { a: 'yes', n: 1 }],
    ['nothing, once it holds', both, { a: 'yes', b: 'yes' }, { a: 'yes', c: 'yes' }],
    ['nothing, once it fails', both, { a: 'no', b: 'yes' }, { b: 'no', c: 'no' }],
    ['of its opposite, the same', { test: 'not', of: sum }, { a: 'yes', b: 'no' }, { a: 'no', b: 'yes' }],
  ])('is the same: %s', (_what, condition, one, other) => {
    expect(left(condition, one)).toBe(left(condition, other));
  });

  test.each<[string, Condition, Answers, Answers]>([
    ['where the sum so far is another', sum, { a: 'no', b: 'no' }, { a: 'yes', b: 'no' }],
    ['where other questions are open', sum, { a: 'no', b: 'yes' }, { a: 'yes', c: 'no' }],
    ['where one answer has points and another takes none', sum, { b: 'yes', c: 'no' }, { b: 'no', c: 'no' }],
    ['where more of a count hold', two, { a: 'no' }, { a: 'yes' }],
    ['where others of a count are open', two, { a: 'yes', b: 'no' }, { a: 'yes', c: 'no' }],
    ['where another part is open', both, { a: 'yes' }, { b: 'yes' }],
    ['where it holds and where it is open', yes('a'), { a: 'yes' }, {}],
    ['where it holds and where it fails', yes('a'), { a: 'yes' }, { a: 'no' }],
  ])('is not the same: %s', (_what, condition, one, other) => {
    expect(left(condition, one)).not.toBe(left(condition, other));
  });
});
