import { expect, test } from 'vitest';
import { shadowed } from '../../../src/analysis/checks/shadowed.ts';
import { assess } from '../../../src/engine/assess.ts';
import { BOTH, crowdedRuleSets, outcomesOf, results, subjectOf, subjectsOf } from './subjects.ts';

test('a rule is shadowed if and only if it matches in scope, yet never stands in `decidedBy` there', () => {
  const seen = results(crowdedRuleSets(), (ruleSet) => {
    const outcomes = outcomesOf(ruleSet);
    const [fired, decided] = [new Set(outcomes.flatMap((outcome) => outcome.fired)), new Set(outcomes.flatMap((outcome) => outcome.decidedBy))];
    const found = shadowed(subjectOf(ruleSet));
    const expected = ruleSet.rules.filter(({ id }) => fired.has(id) && !decided.has(id));
    expect(subjectsOf(found)).toEqual(expected.map(({ id }) => `rules/${id}`));
    found.forEach(({ witness = {} }, place) => {
      expect(assess(ruleSet, witness).alsoMatched.map(({ rule }) => rule)).toContain(expected[place]?.id);
    });
    return found.length > 0;
  });
  expect(seen).toEqual(BOTH);
});

test('the rules that a finding names shadow it by themselves, and none of them is idle', () => {
  const seen = results(crowdedRuleSets(), (ruleSet) => {
    const found = shadowed(subjectOf(ruleSet));
    for (const { message, place } of found) {
      const [, ...names] = [...message.matchAll(/`([^`]+)`/g)].map(([, name]) => name);
      const shadowedBy = (ids: readonly (string | undefined)[]) =>
        shadowed(subjectOf({ ...ruleSet, rules: ruleSet.rules.filter(({ id }) => `rules/${id}` === place?.text || ids.includes(id)) })).some((other) => other.place?.text === place?.text);
      expect(shadowedBy(names)).toBe(true);
      for (const name of names) expect(shadowedBy(names.filter((other) => other !== name))).toBe(false);
    }
    return found.length > 0;
  });
  expect(seen).toEqual(BOTH);
});
