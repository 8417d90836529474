import { expect, test } from 'vitest';
import { readCases } from '../../src/language/cases.ts';
import { readRuleSet } from '../../src/language/rule-set.ts';
import { ruleSetFrom } from '../rule-sets.ts';
import { SMALL, unmarked } from './small.ts';

const CASES = 'ruleSet: ./small.yaml\ncases:\n  - { name: nothing known, answers: {}, expect: { status: open } }\n';

test('a file of cases in place of a rule set is said to be one, in one problem', () => {
  const read = readRuleSet(CASES, 'small.cases.yaml');
  expect(read.ok ? [] : read.problems).toMatchObject([{ code: 'wrong-type', message: 'this is a file of cases, not a rule set', help: 'hand it to `rules test`', place: { line: 1, column: 1 } }]);
});

test('a rule set in place of a file of cases is said to be one, in one problem', () => {
  const read = readCases(unmarked(SMALL).text, 'small.yaml', () => ({ ok: true, value: ruleSetFrom(SMALL) }));
  expect(read.ok ? [] : read.problems).toMatchObject([{ code: 'wrong-type', message: 'this is a rule set, not a file of cases' }]);
});
