import { expect, test } from 'vitest';
import { levelNeverReached } from '../../../src/analysis/checks/level-never-reached.ts';
import { ruleSets } from '../../random-rule-sets.ts';
import { BOTH, outcomesOf, results, subjectOf, subjectsOf } from './subjects.ts';

test('a level is never reached if and only if no answer set in scope gets it', () => {
  const seen = results(ruleSets({ questions: 4, rules: 8 }), (ruleSet) => {
    const reached = new Set(outcomesOf(ruleSet).map(({ level }) => level));
    const found = subjectsOf(levelNeverReached(subjectOf(ruleSet)));
    expect(found).toEqual(ruleSet.levels.filter(({ id }) => !reached.has(id)).map(({ id }) => `levels/${id}`));
    return found.length > 2;
  });
  expect(seen).toEqual(BOTH);
});
