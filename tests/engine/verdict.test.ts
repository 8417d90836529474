import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { verdict } from '../../src/engine/verdict.ts';
import { naive } from '../naive.ts';
import { answersTo, ruleSets } from '../random-rule-sets.ts';

describe('one meaning: the engine and the naive evaluator agree', () => {
  test('on complete answers to random rule sets', () => {
    fc.assert(
      fc.property(ruleSets().chain((ruleSet) => fc.tuple(fc.constant(ruleSet), fc.array(answersTo(ruleSet), { minLength: 10, maxLength: 10 }))), ([ruleSet, all]) => {
        for (const answers of all) expect(verdict(ruleSet, answers)).toEqual(naive(ruleSet, answers));
      }),
      { numRuns: 1000 },
    );
  });

  test('with answers missing', () => {
    fc.assert(
      fc.property(ruleSets({ questions: 4 }).chain((ruleSet) => fc.tuple(fc.constant(ruleSet), answersTo(ruleSet, { missing: true }))), ([ruleSet, answers]) => {
        expect(verdict(ruleSet, answers)).toEqual(naive(ruleSet, answers));
      }),
      { numRuns: 1000 },
    );
  });
});
