import { expect, test } from 'vitest';
import { neverMatches } from '../../../src/analysis/checks/never-matches.ts';
import { BOTH, crowdedRuleSets, outcomesOf, results, subjectOf, subjectsOf } from './subjects.ts';

test('a rule never matches if and only if its condition holds for no answer set in scope', () => {
  const seen = results(crowdedRuleSets(), (ruleSet) => {
    const fired = new Set(outcomesOf(ruleSet).flatMap((outcome) => outcome.fired));
    const found = subjectsOf(neverMatches(subjectOf(ruleSet)));
    expect(found).toEqual(ruleSet.rules.filter(({ id }) => !fired.has(id)).map(({ id }) => `rules/${id}/when`));
    return found.length > 0;
  });
  expect(seen).toEqual(BOTH);
});
