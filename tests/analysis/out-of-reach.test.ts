import { expect, test } from 'vitest';
import type { Judged } from '../../src/analysis/coverage.ts';
import { isPossible } from '../../src/analysis/obligations/sights.ts';
import { suggest } from '../../src/analysis/obligations/suggest.ts';
import { spaceOf } from '../../src/analysis/space.ts';
import { whyNot } from '../../src/analysis/why-not.ts';
import { UNANSWERED } from '../../src/engine/coding.ts';
import { FALSE, UNKNOWN } from '../../src/engine/condition.ts';
import type { Statement } from '../../src/engine/search.ts';
import type { Case } from '../../src/model/case.ts';
import type { Question } from '../../src/model/rule-set.ts';
import { largeRuleSet, ruleOf, ruleSetOf } from './large-rule-sets.ts';

const questions = ['a', 'b', 'c', 'd'].map((id): Question => ({ id, kind: 'need', text: '', type: 'integer', min: 0, max: 1000 }));
const ruleSet = ruleSetOf(questions, [ruleOf('all', { test: 'number', question: 'a', min: 0, max: 1000 }, 'low')]);

/** Never holds, which only shows when all questions are answered. */
const never: Statement = {
  reads: new Set([0, 1, 2, 3]),
  test: (codes) => ([0, 1, 2, 3].some((position) => codes[position] === UNANSWERED) ? UNKNOWN : FALSE),
};
const judged: Judged = {
  obligation: { kind: 'rule', name: 'never', path: [], ways: [[{ statements: [never] }]] },
  standing: 'open',
  missing: [{ statements: [never] }],
};

test('what cannot be told to be impossible counts as possible', () => {
  expect(isPossible(spaceOf(ruleSet), { statements: [never] })).toBe(true);
  expect(isPossible(spaceOf(ruleSet), { statements: [{ ...never, test: () => FALSE }] })).toBe(false);
});

test('nothing is suggested where no answers are found within the bound', () => {
  const whole: Case = { name: 'case', answers: { a: 0, b: 0, c: 0, d: 0 }, expect: {}, tags: [], place: { file: '', line: 1, column: 1, text: '' } };
  expect(suggest(ruleSet, [whole], [judged], 1)).toEqual([]);
  expect(suggest(ruleSet, [], [judged], 1)).toEqual([]);
});

test('where the answer sets are too many to count, the nearest answers for another level are not told', () => {
  const large = largeRuleSet({ options: 'any', questions: 'anywhere' });
  const answers = Object.fromEntries(large.questions.map(({ id }) => [id, 'o0']));
  const { fewest, askForMore } = whyNot(large, answers, 'low');
  expect(fewest).toBeUndefined();
  expect(askForMore.length).toBeGreaterThan(0);
});

test('where they can be counted, the nearest answers are the same however often they are asked for', () => {
  const answers = { a: 0, b: 0, c: 0, d: 0 };
  const small = ruleSetOf(questions, [...ruleSet.rules, ruleOf('high', { test: 'number', question: 'a', min: 7, max: 1000 }, 'high')]);
  const told = [1, 2].map(() => whyNot(small, answers, 'high').fewest);
  expect(told[0]).toEqual({ answers: { a: 7 }, level: 'high', urgency: 'routine' });
  expect(told[1]).toEqual(told[0]);
});
