import type { ChoiceQuestion, Condition, RuleSet } from '../../src/model/rule-set.ts';
import { SMALL } from '../language/small.ts';
import { ruleSetFrom } from '../rule-sets.ts';

/** Nine questions with four options each, of 0 to 3 points, and one rule, which asks for a level by their `total`. */
export function totalling(when: Condition): RuleSet {
  const { scope: _scope, ...small } = ruleSetFrom(SMALL);
  const questions = Array.from({ length: 9 }, (_, place): ChoiceQuestion => {
    const options = ['never', 'some-days', 'most-days', 'daily'].map((id) => ({ id, text: id }));
    return { id: `q${place}`, kind: 'need', text: `How often is it ${place}?`, type: 'choice', several: false, options };
  });
  const points = Object.fromEntries(questions.map(({ id }) => [id, { 'some-days': 1, 'most-days': 2, daily: 3 }]));
  const rules = small.rules.slice(-1).map((rule) => ({ ...rule, when }));
  return { ...small, questions, scores: [{ id: 'total', points }], rules, advice: [], properties: [], contacts: [] };
}
