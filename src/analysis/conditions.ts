import type { Answer } from '../model/answers.ts';
import type { Condition, Question, RuleSet } from '../model/rule-set.ts';

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

/** Whether two answers to a question can make a difference to a condition. */
export function tellsApart(ruleSet: RuleSet, condition: Condition, question: Question, a: Answer, b: Answer): boolean {
  const apart = (valueOf: (answer: Answer) => unknown): boolean => valueOf(a) !== valueOf(b);
  switch (condition.test) {
    case 'option':
      return condition.question === question.id && apart((answer) => condition.options.includes(String(answer)));
    case 'number':
      return condition.question === question.id && apart((answer) => Number(answer) >= condition.min && Number(answer) <= condition.max);
    case 'score': {
      const points = ruleSet.scores.find(({ id }) => id === condition.score)?.points[question.id] ?? {};
      return apart((answer) => points[String(answer)] ?? 0);
    }
    case 'not':
      return tellsApart(ruleSet, condition.of, question, a, b);
    case 'all':
    case 'any':
    case 'count':
      return condition.of.some((part) => tellsApart(ruleSet, part, question, a, b));
  }
}
