import { type Codes, UNANSWERED } from './coding.ts';
import { FALSE, type Test, TRUE, UNKNOWN } from './condition.ts';
import type { Residual } from './residual.ts';

/** Something that holds of some answers, with the positions of the questions that it reads. */
export interface Statement {
  readonly test: Test;
  readonly reads: ReadonlySet<number>;
  /** What some answers leave of it; by default, those answers. */
  readonly residual?: Residual;
}

/** How often one search may look at a statement. Past it, the search says so instead of going on. */
export const MOST_STEPS = 2_000_000;

/** How often a search may still look at a statement; the search takes its steps off. */
export interface Effort {
  left: number;
}

/** After so many visits for each open goal, a search begins to remember what it found empty. Most end sooner. */
const VISITS_WITHOUT_MEMORY = 10;

/** What must hold has few ways to do so, and is settled first. */
const WEIGHT_OF_HOLD = 100;

/** Nobody can tell within the bound. */
export const TOO_HARD = 'too hard';

/**
 * The one question that every proof comes down to: are there answers, agreeing with those given, for which all of `hold`
 * is true and all of `fail` is false? Returns such answers (questions that do not matter stay unanswered), or undefined
 * when there are none: `hold` is then covered by `fail`.
 *
 * Answers one question at a time. Three truth values cut the search short: as soon as something in `hold` is false or
 * something in `fail` is true, whatever else is answered, no answers below can serve; what is settled otherwise is dropped.
 * `tries` holds, for each position, the codes to try where not all of them need be.
 */
export function find(
  sizes: readonly number[],
  given: Codes,
  hold: readonly Statement[],
  fail: readonly Statement[],
  effort: Effort = { left: MOST_STEPS },
  tries: readonly (readonly number[])[] = [],
): Codes | typeof TOO_HARD | undefined {
  const codes = given.slice();
  const pressure = new Float64Array(codes.length);
  const empty = new Set<string>();
  let visits = 0;
  const visit = (open: readonly Goal[]): boolean => {
    if (open.length === 0) return true;
    visits += 1;
    const left = visits > VISITS_WITHOUT_MEMORY * open.length ? leftOf(codes, open) : undefined;
    if (left !== undefined && empty.has(left)) return false;
    const position = mostPressing(codes, open, pressure);
    const all = tries[position] ?? Array.from({ length: sizes[position] as number }, (_, code) => code);
    const reading = open.filter((goal) => goal.reads.includes(position));
    const others = open.filter((goal) => !goal.reads.includes(position));
    effort.left -= open.length + all.length * reading.length;
    if (effort.left < 0) return true;
    for (const branch of branches(codes, position, all, reading)) {
      codes[position] = branch.code;
      if (visit([...branch.open, ...others])) return true;
    }
    codes[position] = UNANSWERED;
    if (left !== undefined) empty.add(left);
    return false;
  };
  const goals = [...hold, ...fail].map((statement, name): Goal => {
    const { test, reads } = statement;
    const holds = name < hold.length;
    return { statement, test, reads: [...reads], wrong: holds ? FALSE : TRUE, name, weight: holds ? WEIGHT_OF_HOLD : 1 };
  });
  const open = unsettled(codes, goals);
  if (open === undefined || !visit(open)) return undefined;
  return effort.left < 0 ? TOO_HARD : codes;
}

/** A statement, and the truth value that it must not have. */
interface Goal {
  readonly statement: Statement;
  readonly test: Test;
  readonly reads: readonly number[];
  readonly wrong: typeof TRUE | typeof FALSE;
  /** Apart from every other goal. */
  readonly name: number;
  /** Grows with every branch that ends here: what often fails is best tried early (Boussemart and others 2004). */
  weight: number;
}

interface Branch {
  readonly code: number;
  readonly open: readonly Goal[];
}

/** The ways to answer a question that leave something to find, with the goals that each leaves open; the fewest first. */
function branches(codes: Codes, position: number, all: readonly number[], reading: readonly Goal[]): readonly Branch[] {
  const found: Branch[] = [];
  for (const code of all) {
    codes[position] = code;
    const open = unsettled(codes, reading);
    if (open !== undefined) found.push({ code, open });
  }
  return found.sort((a, b) => a.open.length - b.open.length);
}

/** The goals that are still unknown; undefined as soon as one is missed. */
function unsettled(codes: Codes, goals: readonly Goal[]): Goal[] | undefined {
  const open: Goal[] = [];
  for (const candidate of goals) {
    const truth = candidate.test(codes);
    if (truth === candidate.wrong) {
      candidate.weight += 1;
      return undefined;
    }
    if (truth === UNKNOWN) open.push(candidate);
  }
  return open;
}

/** The unanswered question that presses most: read by goals of much weight that have few other questions left to hang on. */
function mostPressing(codes: Codes, open: readonly Goal[], pressure: Float64Array): number {
  pressure.fill(0);
  for (const { reads, weight } of open) {
    let left = 0;
    for (const position of reads) if (codes[position] === UNANSWERED) left += 1;
    const share = weight * 4 ** -left;
    for (const position of reads) if (codes[position] === UNANSWERED) pressure[position] = (pressure[position] as number) + share;
  }
  let most = 0;
  for (let position = 1; position < pressure.length; position += 1) {
    if ((pressure[position] as number) > (pressure[most] as number)) most = position;
  }
  return most;
}

/** What is still to be answered, as a text; two places of a search that leave the same text leave the same work. */
function leftOf(codes: Codes, open: readonly Goal[]): string {
  return open
    .map(({ statement, name }) => `${name}:${residualIn(statement, codes)}`)
    .sort()
    .join(';');
}

/** What some answers leave of a statement. */
export function residualIn({ residual, reads }: Statement, codes: Codes): string {
  return residual?.(codes) ?? [...reads].map((position) => codes[position]).join();
}
