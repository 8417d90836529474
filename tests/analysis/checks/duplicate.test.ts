import { expect, test } from 'vitest';
import { duplicate } from '../../../src/analysis/checks/duplicate.ts';
import { assess } from '../../../src/engine/assess.ts';
import { BOTH, crowdedRuleSets, outcomesOf, results, subjectOf, subjectsOf } from './subjects.ts';

test('a rule is a duplicate if and only if an earlier one asks for the same and matches the very same answer sets in scope', () => {
  const seen = results(crowdedRuleSets(), (ruleSet) => {
    const outcomes = outcomesOf(ruleSet);
    const says = new Map(
      ruleSet.rules.map(({ id, level, urgency }) => {
        const matches = outcomes.map(({ fired }) => Number(fired.includes(id))).join('');
        return [id, matches.includes('1') ? `${level} ${urgency} ${matches}` : id];
      }),
    );
    const expected = ruleSet.rules.filter(({ id }, place) => ruleSet.rules.slice(0, place).some((earlier) => says.get(earlier.id) === says.get(id)));
    const found = duplicate(subjectOf(ruleSet));
    expect(subjectsOf(found)).toEqual(expected.map(({ id }) => `rules/${id}`));
    for (const { witness = {}, message } of found) {
      const { decidedBy, alsoMatched } = assess(ruleSet, witness);
      const fired = [...decidedBy, ...alsoMatched].map(({ rule }) => rule);
      expect(fired).toEqual(expect.arrayContaining([...message.matchAll(/`([^`]+)`/g)].map(([, name]) => name)));
    }
    return found.length > 0;
  });
  expect(seen).toEqual(BOTH);
});
