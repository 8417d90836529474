import type { Answers } from '../model/answers.ts';
import { type Codes, decode } from '../engine/coding.ts';
import type { Statement } from '../engine/search.ts';
import type { Row } from '../engine/table.ts';
import { answersOf, example, type Space } from './space.ts';

export type Measure = 'level' | 'urgency';

/**
 * Answers for which the rows of `a` ask for more than those of `b`, by more than `slack` places. Two versions, two answers
 * to one question, with and without a rule: every comparison is this one.
 */
export function asksMore(space: Space, measure: Measure, a: readonly Row[], b: readonly Row[], slack = 0): Codes | undefined {
  for (const row of a) {
    if (measure === 'urgency' && row.urgency <= slack) continue;
    const enough = b.filter((other) => other[measure] >= row[measure] - slack);
    if (enough.includes(row)) continue;
    const found = example(space, [row], enough);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The same statement once the question at a position is answered with a code. */
export function answered<T extends Statement>(statements: readonly T[], position: number, code: number): readonly T[] {
  return statements.map((original) => {
    if (!original.reads.has(position)) return original;
    const test = (codes: Codes): ReturnType<T['test']> => {
      const before = codes[position] as number;
      codes[position] = code;
      const truth = original.test(codes);
      codes[position] = before;
      return truth as ReturnType<T['test']>;
    };
    return { ...original, reads: new Set([...original.reads].filter((read) => read !== position)), test };
  });
}

/** Two answer sets: the witness, and the same with a change. */
export interface Pair {
  readonly witness: Answers;
  readonly change: Answers;
}

/** The same answers twice, but for one question: first with one code and then with another. In scope both times. */
export function twice(space: Space, position: number, codes: readonly [number, number]): Space {
  return { ...space, inScope: codes.flatMap((code) => answered(space.inScope, position, code)) };
}

/** Two answer sets that differ in one answer, of which the first gets more than the second, by more than `slack` places. */
export function drop(space: Space, measure: Measure, position: number, [from, to]: readonly [number, number], slack = 0): Pair | undefined {
  const question = space.table.coding.questions[position];
  const both = twice(space, position, [from, to]);
  const found = asksMore(both, measure, answered(space.rows, position, from), answered(space.rows, position, to), slack);
  if (found === undefined || question === undefined) return undefined;
  found[position] = from;
  return { witness: answersOf(space, found), change: { [question.id]: decode(question, to) } };
}
