import type { ChoiceQuestion, IntegerQuestion, Option, RuleSet, Score } from '../../model/rule-set.ts';
import type { Leaf } from '../conditions.ts';

/** Two values next to each other, the lesser first, of which a test takes one and not the other. */
export type Edge = readonly [Leaf, Leaf];

/** The edges of a test on something that has an order: a need, a number or a score. */
export function edgesOf(ruleSet: RuleSet, leaf: Leaf): readonly Edge[] {
  if (leaf.test === 'option') return optionEdges(ruleSet, leaf);
  const { least, greatest } = limitsOf(ruleSet, leaf);
  const only = (value: number): Leaf => ({ ...leaf, min: value, max: value });
  return [...(leaf.min > least ? [leaf.min] : []), ...(leaf.max < greatest ? [leaf.max + 1] : [])].map((value) => [only(value - 1), only(value)]);
}

function optionEdges(ruleSet: RuleSet, leaf: Leaf & { test: 'option' }): readonly Edge[] {
  const { kind, options } = ruleSet.questions.find(({ id }) => id === leaf.question) as ChoiceQuestion;
  if (kind !== 'need') return [];
  const only = (id: string): Leaf => ({ ...leaf, options: [id] });
  const pairs = options.slice(1).map(({ id }, place) => [(options[place] as Option).id, id] as const);
  return pairs.filter(([a, b]) => leaf.options.includes(a) !== leaf.options.includes(b)).map(([a, b]) => [only(a), only(b)]);
}

/** The least and the greatest that a number or a score can be. */
function limitsOf(ruleSet: RuleSet, leaf: Leaf & { test: 'number' | 'score' }): { readonly least: number; readonly greatest: number } {
  if (leaf.test === 'number') {
    const { min, max } = ruleSet.questions.find(({ id }) => id === leaf.question) as IntegerQuestion;
    return { least: min, greatest: max };
  }
  const { points } = ruleSet.scores.find(({ id }) => id === leaf.score) as Score;
  return { least: 0, greatest: Object.values(points).reduce((sum, byOption) => sum + Math.max(0, ...Object.values(byOption)), 0) };
}
