import type { ChoiceQuestion, Condition, Option, Property, Question, RuleSet, Score } from '../model/rule-set.ts';

/** The conditions of a rule set that decide on words rather than on level and urgency: scope, advice, contacts. */
export function conditionsBeside(ruleSet: RuleSet): readonly Condition[] {
  return [
    ...(ruleSet.scope === undefined ? [] : [ruleSet.scope.when]),
    ...ruleSet.advice.map(({ when }) => when),
    ...ruleSet.contacts.flatMap(({ when }) => (when === undefined ? [] : [when])),
  ];
}

/** The conditions that properties speak of. */
export function conditionsOf(property: Property): readonly Condition[] {
  if (property.claim === 'never') return [property.never];
  return 'when' in property && property.when !== undefined ? [property.when] : [];
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

/** Whether two options of a question can make a difference to a condition. */
export function tellsApart(ruleSet: RuleSet, condition: Condition, question: ChoiceQuestion, a: string, b: string): boolean {
  switch (condition.test) {
    case 'option':
      return condition.question === question.id && condition.options.includes(a) !== condition.options.includes(b);
    case 'number':
      return false;
    case 'score': {
      const { points } = ruleSet.scores.find(({ id }) => id === condition.score) as Score;
      return (points[question.id]?.[a] ?? 0) !== (points[question.id]?.[b] ?? 0);
    }
    case 'not':
      return tellsApart(ruleSet, condition.of, question, a, b);
    case 'all':
    case 'any':
    case 'count':
      return condition.of.some((part) => tellsApart(ruleSet, part, question, a, b));
  }
}

/** Codes of a question at which a run begins that none of these conditions tells apart; one code of each stands for all. */
export function runStarts(ruleSet: RuleSet, question: Question, conditions: readonly Condition[]): readonly number[] {
  if (question.type === 'integer') {
    const edges = conditions.flatMap((condition) => edgesIn(condition, question.id)).filter((value) => value > question.min && value <= question.max);
    return [question.min, ...new Set(edges)].sort((a, b) => a - b).map((value) => value - question.min);
  }
  const apart = (a: string, b: string): boolean => conditions.some((condition) => tellsApart(ruleSet, condition, question, a, b));
  return question.options.flatMap(({ id }, code, options) => (code === 0 || apart((options[code - 1] as Option).id, id) ? [code] : []));
}

/** Numbers at which what a condition says of a question may change. */
function edgesIn(condition: Condition, id: string): readonly number[] {
  switch (condition.test) {
    case 'option':
    case 'score':
      return [];
    case 'number':
      return condition.question === id ? [condition.min, condition.max + 1] : [];
    case 'not':
      return edgesIn(condition.of, id);
    case 'all':
    case 'any':
    case 'count':
      return condition.of.flatMap((part) => edgesIn(part, id));
  }
}
