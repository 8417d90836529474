import { type Codes, UNANSWERED } from './coding.ts';
import { FALSE, type Test, TRUE, UNKNOWN } from './condition.ts';

/** Something that holds of some answers, with the positions of the questions that it reads. */
export interface Statement {
  readonly test: Test;
  readonly reads: ReadonlySet<number>;
}

/** The number of partial answer sets that one search may look at. Past it, the search says so instead of going on. */
export const MOST_STEPS = 1_000_000;

/** Nobody can tell within the bound. */
export const TOO_HARD = 'too hard';

/**
 * The one question that every proof comes down to: are there answers, agreeing with those given, for which all of `hold`
 * is true and all of `fail` is false? Returns such answers (questions that do not matter stay unanswered), or undefined
 * when there are none: `hold` is then covered by `fail`.
 *
 * Answers one question at a time. Three truth values cut the search short: as soon as something in `hold` is false or
 * something in `fail` is true, whatever else is answered, no answers below can serve; what is settled otherwise is dropped.
 */
export function find(
  sizes: readonly number[],
  given: Codes,
  hold: readonly Statement[],
  fail: readonly Statement[],
  mostSteps = MOST_STEPS,
): Codes | typeof TOO_HARD | undefined {
  const codes = given.slice();
  let steps = 0;
  const visit = ({ holding, failing }: Open): boolean => {
    if (holding.length + failing.length === 0) return true;
    const position = mostPressing(codes, holding, failing);
    const size = sizes[position] as number;
    steps += size;
    if (steps > mostSteps) return true;
    const branches: (Open & { readonly code: number })[] = [];
    for (let code = 0; code < size; code += 1) {
      codes[position] = code;
      const open = settle(codes, holding, failing);
      if (open !== undefined) branches.push({ code, ...open });
    }
    branches.sort((a, b) => a.holding.length + a.failing.length - b.holding.length - b.failing.length || a.code - b.code);
    for (const branch of branches) {
      codes[position] = branch.code;
      if (visit(branch)) return true;
    }
    codes[position] = UNANSWERED;
    return false;
  };
  const start = settle(codes, hold, fail);
  if (start === undefined || !visit(start)) return undefined;
  return steps > mostSteps ? TOO_HARD : codes;
}

/** What the answers so far leave open. */
interface Open {
  readonly holding: readonly Statement[];
  readonly failing: readonly Statement[];
}

function settle(codes: Codes, hold: readonly Statement[], fail: readonly Statement[]): Open | undefined {
  const holding = unsettled(codes, hold, FALSE);
  if (holding === undefined) return undefined;
  const failing = unsettled(codes, fail, TRUE);
  return failing === undefined ? undefined : { holding, failing };
}

/** The statements that are still unknown; undefined as soon as one has the wrong truth value. */
function unsettled(codes: Codes, statements: readonly Statement[], wrong: typeof TRUE | typeof FALSE): Statement[] | undefined {
  const open: Statement[] = [];
  for (const statement of statements) {
    const truth = statement.test(codes);
    if (truth === wrong) return undefined;
    if (truth === UNKNOWN) open.push(statement);
  }
  return open;
}

/** The unanswered question that presses most: read by statements that have few other questions left to hang on. */
function mostPressing(codes: Codes, holding: readonly Statement[], failing: readonly Statement[]): number {
  const weights = new Float64Array(codes.length);
  for (const statement of holding.length > 0 ? holding : failing) {
    let left = 0;
    for (const position of statement.reads) if (codes[position] === UNANSWERED) left += 1;
    const weight = 4 ** -left;
    for (const position of statement.reads) if (codes[position] === UNANSWERED) weights[position] = (weights[position] as number) + weight;
  }
  return weights.indexOf(Math.max(...weights));
}
