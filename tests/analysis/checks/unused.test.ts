import { expect, test } from 'vitest';
import { unused } from '../../../src/analysis/checks/unused.ts';
import type { RuleSet } from '../../../src/model/rule-set.ts';
import { ruleSetFrom } from '../../rule-sets.ts';
import { SMALL } from '../../language/small.ts';
import { subjectOf, subjectsOf } from './subjects.ts';

const small = ruleSetFrom(SMALL);
const found = (changed: Partial<RuleSet>): string[] => subjectsOf(unused(subjectOf({ ...small, ...changed })));

test('all questions, scores and sources of the small rule set are used', () => {
  expect(found({})).toEqual([]);
});

test('a question is unused when no rule, scope, advice or contact reads it, itself or through a score that one reads', () => {
  const rules = small.rules.slice(0, 1);
  // `time` is read by a contact; `pain` by the rule that is left; `sleep` was read by the other alone.
  expect(found({ rules })).toContain('questions/sleep');
  expect(found({ rules })).not.toContain('questions/time');
  expect(found({ rules, contacts: [] })).toContain('questions/time');
  expect(found({ contacts: [] })).not.toContain('questions/time');
});

test('a note may stand for the summary alone', () => {
  expect(found({ advice: [] })).not.toContain('questions/goals');
});

test('a score is unused when no condition reads it, and a property is no use', () => {
  const rules = small.rules.slice(0, 1);
  expect(found({ rules })).toContain('scores/load');
  expect(found({ rules, properties: [{ id: 'p', claim: 'never', never: { test: 'score', score: 'load', min: 9, max: 9 } }] })).toContain('scores/load');
});

test('a score that is the total of a screen is used, and so are its questions', () => {
  const rules = small.rules.slice(0, 1);
  expect(found({ rules, screen: 'load' })).not.toContain('scores/load');
  expect(found({ rules, contacts: [] })).toContain('questions/time');
  expect(found({ rules, contacts: [], screen: 'load' })).not.toContain('questions/time');
});

test('a source is unused when no rule and no advice names it', () => {
  expect(found({ rules: small.rules.map((rule) => ({ ...rule, sources: ['talk'] })) })).toEqual([]);
  expect(found({ rules: small.rules.map((rule) => ({ ...rule, sources: ['talk'] })), advice: [] })).toEqual(['sources/book']);
});
