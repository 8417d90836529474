import fc from 'fast-check';
import { expect, test } from 'vitest';
import { optionWithoutEffect } from '../../../src/analysis/checks/option-without-effect.ts';
import type { Condition, RuleSet } from '../../../src/model/rule-set.ts';
import { condition, ruleSets } from '../../random-rule-sets.ts';
import { BOTH, outcomesOf, results, subjectOf, subjectsOf } from './subjects.ts';

const advised: fc.Arbitrary<RuleSet> = ruleSets({ questions: 4, rules: 4 }).chain((ruleSet) =>
  fc.array(condition(ruleSet.questions, ruleSet.scores, 1), { maxLength: 1 }).map((conditions) => ({
    ...ruleSet,
    advice: conditions.map((when, place) => ({ id: `a${place}`, when, say: 'Do it.', sources: [] })),
  })),
);

test('an option has no effect if and only if it never moves level or urgency against the one before, and nothing else tells them apart', () => {
  const seen = results(advised, (ruleSet) => {
    const comes = new Map(outcomesOf(ruleSet).map(({ answers, level, urgency }) => [JSON.stringify(answers), `${level} ${urgency}`]));
    const beside = [...ruleSet.advice.map(({ when }) => when), ...(ruleSet.scope ? [ruleSet.scope.when] : [])];
    const expected = ruleSet.questions.flatMap((question) => {
      if (question.type !== 'choice' || !ruleSet.rules.some(({ when }) => names(ruleSet, when).includes(question.id))) return [];
      return question.options.slice(1).flatMap(({ id }, place) => {
        const former = question.options[place]?.id ?? '';
        const moves = [...comes].some(([key, result]) => {
          const answers = JSON.parse(key) as Record<string, string>;
          const other = answers[question.id] === former ? comes.get(JSON.stringify({ ...answers, [question.id]: id })) : undefined;
          return other !== undefined && other !== result;
        });
        return moves || beside.some((when) => tells(ruleSet, when, question.id, former, id)) ? [] : [`questions/${question.id}/options/${id}`];
      });
    });
    const found = subjectsOf(optionWithoutEffect(subjectOf(ruleSet)));
    expect(found).toEqual(expected);
    return found.length > 0;
  });
  expect(seen).toEqual(BOTH);
});

function names(ruleSet: RuleSet, when: Condition): string[] {
  if (when.test === 'score') return Object.keys(ruleSet.scores[0]?.points ?? {});
  if (when.test === 'option' || when.test === 'number') return [when.question];
  return [when.of].flat().flatMap((part) => names(ruleSet, part));
}

function tells(ruleSet: RuleSet, when: Condition, id: string, a: string, b: string): boolean {
  if (when.test === 'score') return (ruleSet.scores[0]?.points[id]?.[a] ?? 0) !== (ruleSet.scores[0]?.points[id]?.[b] ?? 0);
  if (when.test === 'option') return when.question === id && when.options.includes(a) !== when.options.includes(b);
  return when.test !== 'number' && [when.of].flat().some((part) => tells(ruleSet, part, id, a, b));
}
