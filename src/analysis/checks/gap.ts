import { type Codes, UNANSWERED } from '../../engine/coding.ts';
import { FALSE, TRUE, UNKNOWN } from '../../engine/condition.ts';
import type { Statement } from '../../engine/search.ts';
import { boundsOf } from '../../engine/table.ts';
import type { Problem } from '../../model/problem.ts';
import { described } from '../describe.ts';
import { answersOf, example } from '../space.ts';
import { findings, type Subject } from '../subject.ts';

/** Holes shown at once; mending one often mends others. */
const MOST_GAPS = 5;

/**
 * gap: if and only if some answer set in scope matches no rule. Each finding names as few answers as leave a hole whatever
 * the others are; five findings at most.
 */
export function gap(subject: Subject, holes: readonly Codes[] = []): readonly Problem[] {
  return findings(
    subject,
    'gap',
    holes.length < MOST_GAPS ? [holes] : [],
    () => ['rules'],
    () => {
      const found = example(subject, [], [...subject.rows, ...holes.map(within)]);
      if (found === undefined) return [];
      const hole = widened(subject, found);
      const problem: Problem = {
        code: 'gap',
        severity: 'error',
        message: `no rule covers ${described(subject, hole)}`,
        help: 'add a rule for these answers, or widen one that is meant for them',
        place: subject.placeOf('rules'),
        witness: answersOf(subject, found),
      };
      return [problem, ...gap(subject, [...holes, hole])];
    },
  );
}

/** Leaves out every answer without which still no rule can match. */
function widened(subject: Subject, found: Codes): Codes {
  const hole = found.slice();
  for (const position of subject.table.coding.required) {
    const before = hole[position] as number;
    hole[position] = UNANSWERED;
    if (boundsOf(subject.rows, hole).highestLevel >= 0) hole[position] = before;
  }
  return hole;
}

/** True of the answers that lie in a hole. */
function within(hole: Codes): Statement {
  const reads = [...hole.keys()].filter((position) => hole[position] !== UNANSWERED);
  return {
    reads: new Set(reads),
    test: (codes) => {
      if (reads.some((position) => codes[position] !== UNANSWERED && codes[position] !== hole[position])) return FALSE;
      return reads.every((position) => codes[position] === hole[position]) ? TRUE : UNKNOWN;
    },
  };
}
