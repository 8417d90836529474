import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { whyNot } from '../../src/analysis/why-not.ts';
import { assess } from '../../src/engine/assess.ts';
import type { Answers } from '../../src/model/answers.ts';
import { completions, naive } from '../naive.ts';
import { answersTo, ruleSets } from '../random-rule-sets.ts';
import { adult } from '../rule-sets.ts';

const differences = (a: Answers, b: Answers): number => Object.keys(a).filter((id) => a[id] !== b[id]).length;

describe('whyNot', () => {
  test('finds the fewest changes that reach a level, by brute force', () => {
    const given = ruleSets({ questions: 4 }).chain((ruleSet) => fc.tuple(fc.constant(ruleSet), answersTo(ruleSet), fc.constantFrom(...ruleSet.levels)));
    fc.assert(
      fc.property(given, ([ruleSet, answers, { id: level }]) => {
        const sure = Object.fromEntries(ruleSet.questions.map(({ id, notSure }) => [id, answers[id] === 'not-sure' ? (notSure ?? '') : (answers[id] ?? '')]));
        const reaching = completions(ruleSet, {}).filter((other) => naive(ruleSet, other).level === level);
        const { fewest } = whyNot(ruleSet, sure, level);
        expect(fewest === undefined).toBe(reaching.length === 0);
        if (fewest === undefined) return;
        expect(naive(ruleSet, { ...sure, ...fewest.answers }).level).toBe(level);
        expect(Object.keys(fewest.answers)).toHaveLength(Math.min(...reaching.map((other) => differences(sure, other))));
      }),
      { numRuns: 300 },
    );
  });

  test('names the rules that stand in the way of less care', () => {
    const answers = {
      age: 'adult', safety: 'none', severity: 'moderate', detox: 'none', medical: 'stable', home: 'stable', support: 'strong', motivation: 'ready', history: 'outpatient', schedule: 'evenings',
    };
    const { askForMore, fewest } = whyNot(adult(), answers, 'outpatient');
    const asking = [...assess(adult(), answers).decidedBy].map(({ rule }) => rule);
    expect([...askForMore].sort()).toEqual(asking.sort());
    expect(assess(adult(), { ...answers, ...fewest?.answers }).level).toBe('outpatient');
  });
});
