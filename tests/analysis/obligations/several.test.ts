import { expect, test } from 'vitest';
import { coverage } from '../../../src/analysis/coverage.ts';
import { suggest } from '../../../src/analysis/obligations/suggest.ts';
import { SMALL } from '../../language/small.ts';
import { ruleSetFrom } from '../../rule-sets.ts';
import { caseOf } from './cases.ts';

test('an option of several that no case has is suggested as a list, beside the answers of the nearest case', () => {
  const ruleSet = ruleSetFrom(SMALL);
  const answers = { age: 'adult', pain: 'none', sleep: 0, time: 'day', goals: ['rest'] };
  const cases = [caseOf(answers)];
  const open = coverage(ruleSet, cases).filter(({ obligation: { name } }) => name.startsWith('goals'));
  expect(open.map(({ obligation, standing }) => [obligation.name, standing])).toEqual([['goals rest', 'met'], ['goals work', 'open']]);
  expect(suggest(ruleSet, cases, open, 5).map((made) => [made.answers, made.near?.changed])).toEqual([[{ ...answers, goals: ['work'] }, ['goals']]]);
});
