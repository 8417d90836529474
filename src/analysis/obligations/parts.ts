import type { Condition } from '../../model/rule-set.ts';
import type { Leaf } from '../conditions.ts';

/** One place in a condition where it tests an option, a number or a score. */
export interface Part {
  readonly leaf: Leaf;
  /** The whole condition, were this part true or false whatever the answers are. */
  readonly conditionWith: (truth: boolean) => Condition;
}

const ALWAYS: Condition = { test: 'all', of: [] };
const NEVER: Condition = { test: 'any', of: [] };

/** The parts of a condition, in its order; a test that stands twice is two parts. */
export function partsOf(condition: Condition, around: (inner: Condition) => Condition = (inner) => inner): readonly Part[] {
  switch (condition.test) {
    case 'option':
    case 'number':
    case 'score':
      return [{ leaf: condition, conditionWith: (truth) => around(truth ? ALWAYS : NEVER) }];
    case 'not':
      return partsOf(condition.of, (inner) => around({ test: 'not', of: inner }));
    case 'all':
    case 'any':
    case 'count':
      return condition.of.flatMap((part, place) => partsOf(part, (inner) => around({ ...condition, of: condition.of.with(place, inner) })));
  }
}
