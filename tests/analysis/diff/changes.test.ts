import { describe, expect, test } from 'vitest';
import { Changes } from '../../../src/analysis/diff/changes.ts';
import { BOUNDS } from '../../../src/analysis/diff/bounds.ts';
import { comparisonOf, diff } from '../../../src/analysis/diff/diff.ts';
import { DifferingRules } from '../../../src/analysis/diff/differing-rules.ts';
import { rulePairs } from '../../../src/analysis/diff/rule-pairs.ts';
import type { Question, RuleSet } from '../../../src/model/rule-set.ts';
import { edited, type Edit } from '../../language/small.ts';
import { adult, ruleSetFrom } from '../../rule-sets.ts';

const old = adult();
const [first, ...others] = old.rules;

function compared(was: RuleSet, is: RuleSet) {
  const { joint, told } = comparisonOf(was, is);
  const pairs = rulePairs(joint.sides.old.ruleSet, joint.sides.new.ruleSet);
  const changes = (isWhole: boolean): Changes => new Changes(joint, told.levels, { mostNodes: BOUNDS.wholeNodes, around: isWhole ? undefined : pairs });
  return { changes, pairs };
}

const calmer: RuleSet = { ...old, rules: old.rules.map((rule) => (rule === first ? { ...rule, urgency: 'soon' } : rule)) };
const without: RuleSet = { ...old, rules: others };
const unsure: RuleSet = { ...old, questions: old.questions.map((question): Question => (question.id === 'history' && question.type === 'choice' ? { ...question, notSure: 'first' } : question)) };

test.each<[string, RuleSet, RuleSet]>([
  ['a rule that was changed', old, calmer],
  ['a rule that is new', without, old],
  ['a rule that is gone', old, without],
  ['what "not sure" counts as', old, unsure],
])('a look around %s alone takes fewer nodes than a look at everything', (_what, was, is) => {
  const { changes } = compared(was, is);
  expect(changes(false).diagrams.size).toBeLessThan(changes(true).diagrams.size);
  expect(diff(was, is, { ...BOUNDS, wholeNodes: 0 }).effect).toMatchObject({ how: 'counted', whole: false });
});

test('what each rule decides is asked while there are no more pairs of rules and nodes than the bound', () => {
  const { changes, pairs } = compared(old, { ...calmer, rules: calmer.rules.slice(0, -1) });
  const made = changes(true);
  const most = pairs.length * made.diagrams.size;
  const isTold = (bound: number): boolean => new DifferingRules(changes(true), pairs, bound).effects.every(({ decides }) => decides !== null);
  expect([pairs.length, isTold(most), isTold(most - 1)]).toEqual([2, true, false]);
});

describe('moves', () => {
  const LOWEST: Edit = ['  - { id: low, name: Low', '  - { id: none, name: None, week: No visits. }\n  - { id: low, name: Low'];

  test('there are none where a level is new below all others', () => {
    expect(diff(ruleSetFrom(edited()), ruleSetFrom(edited(LOWEST))).effect).toMatchObject({ compared: 96n, changed: 0n, moves: [] });
  });

  test('everyone moves where a level is new below all others and each rule asks for one less', () => {
    const now = ruleSetFrom(edited(LOWEST, ['level: low, because', 'level: none, because'], ['    level: high', '    level: low']));
    expect(diff(ruleSetFrom(edited()), now).effect).toMatchObject({ lowered: 48n, moves: [{ from: 'low', to: 'none', count: 24n }, { from: 'high', to: 'low', count: 24n }] });
  });

  test.each([
    [6, ['urgent', 28n], ['emergency', 4n]],
    [0, ['emergency', 28n], ['urgent', 4n]],
  ])('of one kind are told by how many they are of: up to %i bad nights', (nights, most, fewest) => {
    const rule = (id: string, sleep: string, urgency: string): string => `  - { id: ${id}, when: { pain: none, sleep: { ${sleep} } }, level: low, urgency: ${urgency}, because: So., sources: [book] }\n`;
    const rules = rule('few-nights', `atMost: ${nights}`, 'urgent') + rule('many-nights', `atLeast: ${nights + 1}`, 'emergency');
    const { effect } = diff(ruleSetFrom(edited()), ruleSetFrom(edited(['  - id: bad-pain', `${rules}  - id: bad-pain`])));
    expect(effect.how === 'counted' && effect.moves.map(({ to, count }) => [to, count])).toEqual([most, fewest]);
  });
});
