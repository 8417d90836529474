import type { Condition, RuleSet } from '../model/rule-set.ts';
import { type Clause, clausesOf, mostPoints } from './clauses.ts';
import { type Coding, UNANSWERED } from './coding.ts';
import { compile, positionsIn, type Test, termsOf } from './condition.ts';
import type { Masks } from './masks.ts';

/** Conditions that would bring the number of clauses above this are tested one by one. */
const MOST_CLAUSES_IN_ALL = 2048;

/** The masks of conditions that read neither `level` nor `urgency`. */
export function masksOf(ruleSet: RuleSet, coding: Coding, conditions: readonly Condition[]): Masks {
  const { clauses, owners, tests, tested } = clausesOfAll(ruleSet, coding, conditions);
  const scores = ruleSet.scores.map(({ id }) => termsOf(ruleSet, coding, id));
  const words = Math.ceil(clauses.length / 32);
  const passing = (column: number, code: number): readonly number[] => setOf(words, clauses.map((clause) => passes(clause, column, code)));
  const ofAnswer = (position: number, code: number): readonly number[] =>
    passing(position, code).concat(scores.flatMap((terms) => pointsOf(terms, position, code)));
  const ofQuestion = (position: number): readonly number[] =>
    upTo((coding.sizes[position] as number) + 1).flatMap((place) => ofAnswer(position, place - 1));
  const ofDerived = (column: number, codes: number): readonly number[] =>
    upTo(codes).flatMap((code) => passing(coding.sizes.length + column, code));

  const read = new Set([...clauses.flatMap((clause) => [...clause.keys()]), ...scores.flat().map(({ position }) => position), ...tested]);
  const positions = [...coding.questions.keys()].filter((position) => read.has(position));
  const width = words + 2 * scores.length;
  const blocks = [
    ...positions.map(ofQuestion),
    ...scores.map((_, place) => ofDerived(place, mostPoints(ruleSet, place) + 1)),
    ...tests.map((_, place) => ofDerived(scores.length + place, 2)),
  ];
  return {
    words,
    all: Int32Array.from(setOf(words, clauses.map(() => true))),
    owners: Int32Array.from(owners),
    positions: Int32Array.from(positions),
    tests,
    cells: Int32Array.from(blocks.flat()),
    starts: startsOf(blocks, positions.length, width),
    width,
    rows: new Int32Array(positions.length),
  };
}

interface Clauses {
  readonly clauses: readonly Clause[];
  readonly owners: readonly number[];
  readonly tests: readonly Test[];
  /** Positions of the questions that the tests read. */
  readonly tested: readonly number[];
}

/** Every clause, with the condition that it belongs to. A test is a column after the scores; code 1 is true. */
function clausesOfAll(ruleSet: RuleSet, coding: Coding, conditions: readonly Condition[]): Clauses {
  const clauses: Clause[] = [];
  const owners: number[] = [];
  const tests: Test[] = [];
  const tested: number[] = [];
  for (const [owner, condition] of conditions.entries()) {
    const found = clausesOf(ruleSet, coding, condition);
    if (found !== undefined && clauses.length + found.length <= MOST_CLAUSES_IN_ALL) {
      clauses.push(...found);
    } else {
      const column = coding.sizes.length + ruleSet.scores.length + tests.push(compile(ruleSet, coding, condition)) - 1;
      clauses.push(new Map([[column, 2n]]));
      tested.push(...positionsIn(ruleSet, coding, condition));
    }
    while (owners.length < clauses.length) owners.push(owner);
  }
  return { clauses, owners, tests, tested };
}

function passes(clause: Clause, column: number, code: number): boolean {
  const allowed = clause.get(column);
  return allowed === undefined || (code !== UNANSWERED && ((allowed >> BigInt(code)) & 1n) === 1n);
}

function pointsOf(terms: ReturnType<typeof termsOf>, position: number, code: number): readonly [least: number, most: number] {
  const points = terms.find((term) => term.position === position)?.points ?? [0];
  const added = points[code] ?? 0;
  return code === UNANSWERED ? [Math.min(...points), Math.max(...points)] : [added, added];
}

/** Where each block starts; one of a question begins with a row for no answer. */
function startsOf(blocks: readonly (readonly number[])[], questions: number, width: number): Int32Array {
  let size = 0;
  return Int32Array.from(blocks, (block, place) => {
    size += block.length;
    return size - block.length + (place < questions ? width : 0);
  });
}

function setOf(words: number, bits: readonly boolean[]): readonly number[] {
  const set = upTo(words).map(() => 0);
  for (const [bit, on] of bits.entries()) if (on) set[bit >> 5] = (set[bit >> 5] as number) | (1 << (bit & 31));
  return set;
}

function upTo(count: number): readonly number[] {
  return Array.from({ length: count }, (_, place) => place);
}
