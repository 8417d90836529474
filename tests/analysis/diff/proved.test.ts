import { expect, test } from 'vitest';
import { type Bounds, BOUNDS } from '../../../src/analysis/diff/bounds.ts';
import { diff } from '../../../src/analysis/diff/diff.ts';
import type { Rule, RuleSet } from '../../../src/model/rule-set.ts';
import { edited } from '../../language/small.ts';
import { ruleSetFrom } from '../../rule-sets.ts';
import { totalling } from '../totalling.ts';

/** The small rule set, in which everyone is in scope. */
const { scope: _scope, ...small } = ruleSetFrom(edited());
const [everyone, badPain] = small.rules as [Rule, Rule];
const less: RuleSet = { ...small, rules: [badPain] };

/** Whether anyone is lowered in level and in urgency, then whether anyone is raised, with so many steps to prove it. */
function findings(old: RuleSet, now: RuleSet, steps: Pick<Bounds, 'steps' | 'stepsPerRule'>): readonly string[] {
  const { effect } = diff(old, now, { ...BOUNDS, wholeNodes: 0, aroundNodes: 0, ...steps });
  return effect.how === 'proved' ? effect.findings.map(({ found }) => found) : [];
}

const NONE = { steps: 0, stepsPerRule: 0 };

test('what many questions come to is proved by their sum, not answer by answer', () => {
  const [old, now] = [totalling({ test: 'score', score: 'total', min: 14, max: 27 }), totalling({ test: 'not', of: { test: 'score', score: 'total', min: 0, max: 13 } })];
  expect(findings(old, now, { steps: 5000, stepsPerRule: 5000 })).toEqual(['no', 'no', 'no', 'no']);
});

test('of rules that are the same in both versions nothing need be proved', () => {
  expect(findings(small, small, NONE)).toEqual(['no', 'no', 'no', 'no']);
  expect(findings(less, small, NONE)).toEqual(['no', 'no', 'unknown', 'no']);
  expect(findings(small, less, NONE)).toEqual(['unknown', 'no', 'no', 'no']);
});

test('no rule may take more steps than there are for one rule, nor all of them more than there are in all', () => {
  expect(findings(less, small, { steps: 1000, stepsPerRule: 1000 })).toEqual(['no', 'no', 'yes', 'no']);
  expect(findings(less, small, { steps: 1000, stepsPerRule: 1 })).toEqual(['no', 'no', 'unknown', 'no']);
  expect(findings(less, small, { steps: 1, stepsPerRule: 1000 })).toEqual(['no', 'no', 'unknown', 'no']);
});

test('a rule that is too hard to settle hides the others only once the steps are used up', () => {
  const hard: Rule = { ...badPain, id: 'hard', when: { test: 'any', of: [badPain.when, { test: 'all', of: [everyone.when, badPain.when] }] } };
  const urgent: RuleSet = { ...small, rules: [everyone, hard, { ...badPain, urgency: 'urgent' }] };
  expect(findings(urgent, small, { steps: 40, stepsPerRule: 20 }).slice(0, 2)).toEqual(['unknown', 'yes']);
  expect(findings(urgent, small, { steps: 20, stepsPerRule: 20 }).slice(0, 2)).toEqual(['unknown', 'unknown']);
});
