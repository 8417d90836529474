import type { Answers } from '../model/answers.ts';
import { type Codes, decode } from '../engine/coding.ts';
import { residualIn, type Statement } from '../engine/search.ts';
import type { Row } from '../engine/table.ts';
import type { Question } from '../model/rule-set.ts';
import { runStarts } from './conditions.ts';
import { answersOf, example, type Searched, type Space } from './space.ts';

export type Measure = 'level' | 'urgency';

/** Where no rule asks for anything: one place below the least level, and routine. */
const LEAST: Readonly<Record<Measure, number>> = { level: -1, urgency: 0 };

/**
 * Answers for which the rows of `a` ask for more than those of `b`, by more than `slack` places. Two versions, two answers
 * to one question, with and without a rule: every comparison is this one.
 */
export function asksMore(space: Searched, measure: Measure, a: readonly Row[], b: readonly Row[], slack = 0): Codes | undefined {
  const inBoth = new Set(b);
  const asking = a.filter((row) => !inBoth.has(row) && row[measure] - slack > LEAST[measure]);
  // Those that ask for most are the easiest to settle, and the most telling.
  for (const row of asking.sort((one, other) => other[measure] - one[measure])) {
    const enough = b.filter((other) => other[measure] >= row[measure] - slack);
    // Most often the same rule already asks for as much, and the others need no look.
    const same = enough.find(({ rule }) => rule.id === row.rule.id);
    if (same !== undefined && example(space, [row], [same]) === undefined) continue;
    const found = example(space, [row], enough);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The same statements once the question at a position is answered with a code. */
function answered<T extends Statement>(statements: readonly T[], position: number, code: number): readonly T[] {
  return statements.map((original) => {
    if (!original.reads.has(position)) return original;
    const within = <R>(ask: (codes: Codes) => R, codes: Codes): R => {
      const before = codes[position] as number;
      codes[position] = code;
      const answer = ask(codes);
      codes[position] = before;
      return answer;
    };
    return {
      ...original,
      reads: new Set([...original.reads].filter((read) => read !== position)),
      test: (codes: Codes) => within(original.test, codes),
      residual: (codes: Codes) => within((answers) => residualIn(original, answers), codes),
    };
  });
}

/** Two answer sets: the witness, and the same with a change. */
export interface Pair {
  readonly witness: Answers;
  readonly change: Answers;
}

/** The same answers twice, but for one question: first with one code and then with another. In scope both times. */
function twice(space: Space, position: number, codes: readonly [number, number]): Space {
  return { ...space, inScope: codes.flatMap((code) => answered(space.inScope, position, code)) };
}

/** Two answer sets that differ in one answer, of which the first gets more than the second, by more than `slack` places. */
export function drop(space: Space, measure: Measure, position: number, [from, to]: readonly [number, number], slack = 0): Pair | undefined {
  const question = space.table.coding.questions[position] as Question;
  const both = twice(space, position, [from, to]);
  const found = asksMore(both, measure, answered(space.rows, position, from), answered(space.rows, position, to), slack);
  if (found === undefined) return undefined;
  found[position] = from;
  return { witness: answersOf(space, found), change: { [question.id]: decode(question, to) } };
}

/** Codes of a question after which something changes: a rule tells the code from the next. Only there can a step matter. */
export function steps({ ruleSet, table }: Space, position: number): readonly number[] {
  const conditions = ruleSet.rules.map(({ when }) => when);
  return runStarts(ruleSet, table.coding.questions[position] as Question, conditions).slice(1).map((code) => code - 1);
}
