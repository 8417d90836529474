import type { Condition, RuleSet } from '../model/rule-set.ts';

/** The conditions of a rule set that decide on words rather than on level and urgency: scope, advice, contacts. */
export function conditionsBeside(ruleSet: RuleSet): readonly Condition[] {
  return [
    ...(ruleSet.scope === undefined ? [] : [ruleSet.scope.when]),
    ...ruleSet.advice.map(({ when }) => when),
    ...ruleSet.contacts.flatMap(({ when }) => (when === undefined ? [] : [when])),
  ];
}

/** Ids of the questions and scores that a condition names. */
export function namesIn(condition: Condition): readonly string[] {
  switch (condition.test) {
    case 'option':
    case 'number':
      return [condition.question];
    case 'score':
      return [condition.score];
    case 'not':
      return namesIn(condition.of);
    case 'all':
    case 'any':
    case 'count':
      return condition.of.flatMap(namesIn);
  }
}
