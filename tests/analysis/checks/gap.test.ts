import { expect, test } from 'vitest';
import { gap } from '../../../src/analysis/checks/gap.ts';
import { verdict } from '../../../src/engine/verdict.ts';
import { ruleSets } from '../../random-rule-sets.ts';
import { BOTH, outcomesOf, results, subjectOf } from './subjects.ts';

test('a gap is found if and only if some answer set in scope matches no rule', () => {
  const seen = results(ruleSets({ questions: 4, rules: 5 }), (ruleSet) => {
    const holes = outcomesOf(ruleSet).filter(({ status }) => status === 'no-rule');
    const found = gap(subjectOf(ruleSet));
    expect(found.length > 0).toBe(holes.length > 0);
    expect(found.length).toBeLessThanOrEqual(5);
    for (const { witness = {} } of found) expect(verdict(ruleSet, witness).status).toBe('no-rule');
    return found.length > 0;
  });
  expect(seen).toEqual(BOTH);
});

test('no rule matches whatever the answers are that a finding does not name, and all findings but the fifth name all holes', () => {
  const seen = results(ruleSets({ questions: 4, rules: 5 }), (ruleSet) => {
    const outcomes = outcomesOf(ruleSet);
    const named = gap(subjectOf(ruleSet)).map(({ message }) => [...message.matchAll(/`(\w+): ([\w-]+)`/g)]);
    const within = (answers: (typeof outcomes)[number]['answers']) => named.filter((pairs) => pairs.every(([, id = '', answer]) => String(answers[id]) === answer));
    for (const { answers, status } of outcomes) {
      if (within(answers).length > 0) expect(status).toBe('no-rule');
      else if (named.length < 5) expect(status).toBe('decided');
    }
    return named.length > 1;
  });
  expect(seen).toEqual(BOTH);
});
