import type { ChoiceQuestion, Condition, Option, Property, Question, RuleSet, Score } from '../model/rule-set.ts';

/** A test that holds no other. */
export type Leaf = Extract<Condition, { readonly test: 'option' | 'number' | 'score' }>;

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
  switch (property.claim) {
    case 'never':
      return [property.never];
    case 'monotone':
      return [];
    case 'expect':
    case 'vary':
      return property.when === undefined ? [] : [property.when];
  }
}

/** Ids of the questions and scores that a condition names. */
export function namesIn(condition: Condition): readonly string[] {
  return leavesOf(condition).map((leaf) => (leaf.test === 'score' ? leaf.score : leaf.question));
}

/** Whether two options of a question can make a difference to a condition. */
export function tellsApart(ruleSet: RuleSet, condition: Condition, question: ChoiceQuestion, a: string, b: string): boolean {
  return leavesOf(condition).some((leaf) => {
    if (leaf.test !== 'score') return leaf.test === 'option' && leaf.question === question.id && leaf.options.includes(a) !== leaf.options.includes(b);
    const { points } = ruleSet.scores.find(({ id }) => id === leaf.score) as Score;
    return (points[question.id]?.[a] ?? 0) !== (points[question.id]?.[b] ?? 0);
  });
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
  return leavesOf(condition).flatMap((leaf) => (leaf.test === 'number' && leaf.question === id ? [leaf.min, leaf.max + 1] : []));
}

/** In the order of the condition. */
function leavesOf(condition: Condition): readonly Leaf[] {
  switch (condition.test) {
    case 'option':
    case 'number':
    case 'score':
      return [condition];
    case 'not':
      return leavesOf(condition.of);
    case 'all':
    case 'any':
    case 'count':
      return condition.of.flatMap(leavesOf);
  }
}
