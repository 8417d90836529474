import { describe, expect, test } from 'vitest';
import { coverage } from '../../../src/analysis/coverage.ts';
import { type Obligation, obligationsOf } from '../../../src/analysis/obligations/obligations.ts';
import { spaceOf } from '../../../src/analysis/space.ts';
import { edited, type Edit } from '../../language/small.ts';
import { ruleSetFrom } from '../../rule-sets.ts';
import { questionOf, ruleOf, ruleSetOf } from '../large-rule-sets.ts';
import { caseOf } from './cases.ts';

const obligations = (...edits: readonly Edit[]): readonly Obligation[] => obligationsOf(spaceOf(ruleSetFrom(edited(...edits))));

test('what the cases of a rule set should show: its rules, options, levels, urgencies, parts and edges, each with its place in the file', () => {
  expect(obligations().map(({ kind, name, path, rule }) => [kind, name, path.join('/'), rule])).toEqual([
    ['rule', 'everyone', 'rules/everyone', 'everyone'],
    ['rule', 'bad-pain', 'rules/bad-pain', 'bad-pain'],
    ['option', 'age adult', 'questions/age/options/adult', undefined],
    ['option', 'age child', 'questions/age/options/child', undefined],
    ['option', 'pain none', 'questions/pain/options/none', undefined],
    ['option', 'pain some', 'questions/pain/options/some', undefined],
    ['option', 'pain much', 'questions/pain/options/much', undefined],
    ['option', 'pain not-sure', 'questions/pain/notSure', undefined],
    ['option', 'sleep not-sure', 'questions/sleep/notSure', undefined],
    ['option', 'time day', 'questions/time/options/day', undefined],
    ['option', 'time night', 'questions/time/options/night', undefined],
    ['option', 'goals rest', 'questions/goals/options/rest', undefined],
    ['option', 'goals work', 'questions/goals/options/work', undefined],
    ['level', 'low', 'levels/low', undefined],
    ['level', 'high', 'levels/high', undefined],
    ['urgency', 'routine', 'rules', undefined],
    ['urgency', 'soon', 'rules', undefined],
    ['urgency', 'urgent', 'rules', undefined],
    ['urgency', 'emergency', 'rules', undefined],
    ['part', 'pain at least none', 'rules/everyone/when', 'everyone'],
    ['part', 'pain at least some', 'rules/bad-pain/when', 'bad-pain'],
    ['edge', 'pain none | pain some', 'rules/bad-pain/when', 'bad-pain'],
    ['part', 'sleep at least 2', 'rules/bad-pain/when', 'bad-pain'],
    ['edge', 'sleep 1 | sleep 2', 'rules/bad-pain/when', 'bad-pain'],
    ['part', 'load at least 1', 'rules/bad-pain/when', 'bad-pain'],
    ['edge', 'load 0 | load 1', 'rules/bad-pain/when', 'bad-pain'],
  ]);
  expect(obligations().filter((obligation) => 'rule' in obligation).map(({ kind }) => kind)).not.toContain('option');
});

test('a part is shown where it is true and where it is false, an edge on both of its sides', () => {
  const sides = (name: string) => obligations().filter((obligation) => obligation.name === name).map(({ ways }) => ways.map((way) => way.map(({ side }) => side)));
  expect(sides('sleep at least 2')).toEqual([[['true', 'false'], ['true', 'false']]]);
  expect(sides('sleep 1 | sleep 2')).toEqual([[['sleep 1', 'sleep 2'], ['sleep 1', 'sleep 2']]]);
  expect(sides('everyone')).toEqual([[[undefined]]]);
});

test('being routine takes no rule, another urgency does', () => {
  const nobody = ruleSetOf([questionOf('a', 2)], [ruleOf('worst', { test: 'option', question: 'a', options: ['o1'] }, 'low', 'urgent')]);
  const standings = coverage(nobody, [caseOf({ a: 'o0' })]).filter(({ obligation: { kind } }) => kind === 'urgency').map(({ obligation: { name }, standing }) => [name, standing]);
  expect(standings).toEqual([['routine', 'met'], ['soon', 'impossible'], ['urgent', 'open'], ['emergency', 'impossible']]);
});

describe('edges stand where a test begins or ends to hold', () => {
  const edges = (when: string): string[] => obligations(['when: { pain: { atLeast: none } }', `when: { ${when} }`]).flatMap(({ kind, rule, name }) => (kind === 'edge' && rule === 'everyone' ? [name] : []));

  test.each([
    ['sleep: { atLeast: 2, atMost: 4 }', ['sleep 1 | sleep 2', 'sleep 4 | sleep 5']],
    ['sleep: { atMost: 6 }', ['sleep 6 | sleep 7']],
    ['pain: some', ['pain none | pain some', 'pain some | pain much']],
    ['pain: [none, much]', ['pain none | pain some', 'pain some | pain much']],
    ['time: night', []],
    ['load: { atMost: 2 }', ['load 2 | load 3']],
    ['not: { pain: { atLeast: much } }', ['pain some | pain much']],
  ])('%s', (when, expected) => {
    expect(edges(when)).toEqual(expected);
  });
});
