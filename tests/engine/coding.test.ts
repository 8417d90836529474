import { expect, test } from 'vitest';
import { decode, encode } from '../../src/engine/coding.ts';
import { tableOf } from '../../src/engine/table.ts';
import { verdict } from '../../src/engine/verdict.ts';
import type { Answers } from '../../src/model/answers.ts';
import { SMALL } from '../language/small.ts';
import { ruleSetFrom } from '../rule-sets.ts';

const ruleSet = ruleSetFrom(SMALL);
const { coding } = tableOf(ruleSet);
const ANSWERS: Answers = { age: 'adult', pain: 'much', sleep: 7, time: 'day', goals: ['rest', 'work'] };

test.each([
  ['as they are', ANSWERS, ANSWERS],
  ['the first of several options, and none', { ...ANSWERS, goals: ['rest'] }, { ...ANSWERS, goals: ['rest'] }],
  ['none of several options', { ...ANSWERS, goals: [] }, { ...ANSWERS, goals: [] }],
  ['"not sure" as what it counts as', { ...ANSWERS, pain: 'not-sure', sleep: 'not-sure' }, { ...ANSWERS, pain: 'some', sleep: 3 }],
])('answers come back from their codes: %s', (_what, given, back) => {
  const codes = encode(coding, given);
  const decoded = coding.questions.map((question, position): [string, unknown] => [question.id, decode(question, codes[position] as number)]);
  expect(Object.fromEntries(decoded)).toEqual(back);
});

test('answers to what is no question change nothing, wherever they stand', () => {
  const others = { level: 'high', urgency: 'emergency', mood: 'bad' };
  expect(verdict(ruleSet, { ...others, ...ANSWERS })).toEqual(verdict(ruleSet, ANSWERS));
  expect(verdict(ruleSet, { ...ANSWERS, ...others })).toEqual(verdict(ruleSet, ANSWERS));
});

test.each([['unheard of'], [1], [['none']]])('an answer that is no option counts as none, rather than as the mildest: %j', (pain) => {
  const { pain: _pain, ...others } = ANSWERS;
  expect(verdict(ruleSet, { ...others, pain })).toEqual(verdict(ruleSet, others));
});

test('a list is no number', () => {
  const { sleep: _sleep, ...others } = ANSWERS;
  expect(verdict(ruleSet, { ...others, sleep: ['7'] })).toEqual(verdict(ruleSet, others));
});
