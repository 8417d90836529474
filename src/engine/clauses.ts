import type { ChoiceQuestion, Condition, IntegerQuestion, RuleSet, Score } from '../model/rule-set.ts';
import type { Coding } from './coding.ts';
import { bitsOf } from './condition.ts';

/**
 * A conjunction: for each column that it reads, the codes that it lets pass, one bit each. Columns are the positions of
 * the questions and, after them, the scores; the code of a score is its total.
 */
export type Clause = ReadonlyMap<number, bigint>;

/** A condition with more clauses than this is left as it is. */
const MOST_CLAUSES = 64;

/**
 * Clauses of which one holds exactly when the condition holds (or, when `wanted` is false, when it does not), for complete
 * answers. Undefined when they would be too many, or when the condition reads a question that takes several options.
 */
export function clausesOf(ruleSet: RuleSet, coding: Coding, condition: Condition, wanted = true): readonly Clause[] | undefined {
  const atom = (column: number, size: number, bits: bigint): readonly Clause[] => {
    const passing = wanted ? bits : all(size) & ~bits;
    if (passing === 0n) return NEVER;
    return passing === all(size) ? ALWAYS : [new Map([[column, passing]])];
  };
  switch (condition.test) {
    case 'option': {
      const position = coding.positions.get(condition.question) as number;
      if ((coding.questions[position] as ChoiceQuestion).several) return undefined;
      return atom(position, coding.sizes[position] as number, BigInt(bitsOf(ruleSet, condition) >>> 0));
    }
    case 'number': {
      const position = coding.positions.get(condition.question) as number;
      const { min: least } = coding.questions[position] as IntegerQuestion;
      const size = coding.sizes[position] as number;
      return atom(position, size, range(condition.min - least, condition.max - least, size));
    }
    case 'score': {
      const place = ruleSet.scores.findIndex((score) => score.id === condition.score);
      const size = mostPoints(ruleSet, place) + 1;
      return atom(coding.sizes.length + place, size, range(condition.min, condition.max, size));
    }
    case 'not':
      return clausesOf(ruleSet, coding, condition.of, !wanted);
    case 'all':
    case 'any': {
      const parts = condition.of.map((part) => clausesOf(ruleSet, coding, part, wanted));
      return (condition.test === 'all') === wanted ? parts.reduce(both, ALWAYS) : parts.reduce(either, NEVER);
    }
    case 'count': {
      const holding = condition.of.map((part) => clausesOf(ruleSet, coding, part, true));
      const failing = condition.of.map((part) => clausesOf(ruleSet, coding, part, false));
      const { min, max, of } = condition;
      return wanted
        ? both(some(holding, min), some(failing, of.length - max))
        : either(some(holding, max + 1), some(failing, of.length - min + 1));
    }
  }
}

/** The most that a score can come to. */
export function mostPoints(ruleSet: RuleSet, place: number): number {
  const byQuestion = Object.values((ruleSet.scores[place] as Score).points);
  return byQuestion.reduce((sum, points) => sum + Math.max(0, ...Object.values(points)), 0);
}

const ALWAYS: readonly Clause[] = [new Map()];
const NEVER: readonly Clause[] = [];

/** Clauses, unless they are too many. */
type Clauses = readonly Clause[] | undefined;

function either(a: Clauses, b: Clauses): Clauses {
  return a && b && bounded([...a, ...b]);
}

function both(a: Clauses, b: Clauses): Clauses {
  return a && b && bounded(a.flatMap((one) => b.flatMap((other) => meet(one, other) ?? [])));
}

/** At least `least` of the parts. */
function some(parts: readonly Clauses[], least: number): Clauses {
  if (least <= 0) return ALWAYS;
  if (least > parts.length) return NEVER;
  const [first, ...others] = parts;
  const withFirst = both(first, some(others, least - 1));
  return withFirst && either(withFirst, some(others, least));
}

/** What passes both; undefined when nothing does. */
function meet(a: Clause, b: Clause): Clause | undefined {
  const passing = new Map(a);
  for (const [column, bits] of b) {
    const common = bits & (a.get(column) ?? bits);
    if (common === 0n) return undefined;
    passing.set(column, common);
  }
  return passing;
}

/** The clauses without those that another covers. */
function bounded(clauses: readonly Clause[]): Clauses {
  const kept = clauses.filter((clause, place) =>
    clauses.every((other, at) => at === place || !covers(other, clause) || (at > place && covers(clause, other))),
  );
  return kept.length > MOST_CLAUSES ? undefined : kept;
}

function covers(wide: Clause, narrow: Clause): boolean {
  return [...wide].every(([column, bits]) => ((narrow.get(column) ?? ~bits) & ~bits) === 0n);
}

function all(size: number): bigint {
  return (1n << BigInt(size)) - 1n;
}

/** The codes from `least` to `greatest`, as far as there are such. */
function range(least: number, greatest: number, size: number): bigint {
  const [from, to] = [Math.max(least, 0), Math.min(greatest, size - 1)];
  return from > to ? 0n : all(to + 1) & ~all(from);
}
