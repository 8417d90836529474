import { expect, test } from 'vitest';
import { redundant } from '../../../src/analysis/checks/redundant.ts';
import type { RuleSet } from '../../../src/model/rule-set.ts';
import { BOTH, crowdedRuleSets, outcomesOf, results, subjectOf, subjectsOf } from './subjects.ts';

const resultsOf = (ruleSet: RuleSet) => outcomesOf(ruleSet).map(({ level, urgency }) => `${level} ${urgency}`);

test('a rule is redundant if and only if it decides somewhere in scope, and without it nobody there gets another level or urgency', () => {
  const seen = results(crowdedRuleSets(), (ruleSet) => {
    const decided = new Set(outcomesOf(ruleSet).flatMap((outcome) => outcome.decidedBy));
    const all = resultsOf(ruleSet).join();
    const expected = ruleSet.rules.filter((rule) => decided.has(rule.id) && resultsOf({ ...ruleSet, rules: ruleSet.rules.filter((other) => other !== rule) }).join() === all);
    const found = redundant(subjectOf(ruleSet));
    expect(subjectsOf(found)).toEqual(expected.map(({ id }) => `rules/${id}`));
    return found.length > 0;
  });
  expect(seen).toEqual(BOTH);
});

test('the rules that a finding names do its work: with them alone, it is still redundant', () => {
  const seen = results(crowdedRuleSets(), (ruleSet) => {
    const found = redundant(subjectOf(ruleSet));
    for (const { message, place } of found) {
      const names = new Set([...message.matchAll(/`([^`]+)`/g)].map(([, name]) => name));
      const few = { ...ruleSet, rules: ruleSet.rules.filter(({ id }) => names.has(id)) };
      expect(subjectsOf(redundant(subjectOf(few)))).toContain(place?.text);
    }
    return found.length > 0;
  });
  expect(seen).toEqual(BOTH);
});
