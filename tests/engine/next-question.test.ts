import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextQuestion } from '../../src/engine/next-question.ts';
import { naive, values } from '../naive.ts';
import { answersTo, ruleSets } from '../random-rule-sets.ts';
import { adult } from '../rule-sets.ts';

describe('nextQuestion', () => {
  test('names the question that narrows the range most, by brute force', () => {
    fc.assert(
      fc.property(ruleSets({ questions: 4, rules: 5 }).chain((ruleSet) => fc.tuple(fc.constant(ruleSet), answersTo(ruleSet, { missing: true }))), ([ruleSet, answers]) => {
        const place = (id: string | undefined) => ruleSet.levels.findIndex((level) => level.id === id);
        const width = (id: string): number => {
          const question = ruleSet.questions.find((candidate) => candidate.id === id);
          const spans = question === undefined ? [] : values(question).map((value) => {
            // Scope does not narrow what the rules ask for.
            const { scope: _, ...unscoped } = ruleSet;
            const { range } = naive(unscoped, { ...answers, [id]: value });
            return range === null ? 0 : place(range[1]) - place(range[0]);
          });
          return spans.reduce((sum, span) => sum + span, 0) / spans.length;
        };
        const { unanswered } = naive(ruleSet, answers);
        const chosen = nextQuestion(ruleSet, answers);
        expect(chosen === undefined).toBe(unanswered.length === 0);
        if (chosen !== undefined) expect(width(chosen)).toBe(Math.min(...unanswered.map(width)));
      }),
      { numRuns: 300 },
    );
  });

  test('of the adult rule set it begins with what can decide alone', () => {
    expect(['safety', 'detox', 'severity']).toContain(nextQuestion(adult(), { age: 'adult' }));
  });
});
