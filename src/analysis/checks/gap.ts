import { UNANSWERED, type Codes } from '../../engine/coding.ts';
import { boundsOf } from '../../engine/table.ts';
import { FALSE } from '../../engine/condition.ts';
import type { Problem } from '../../model/problem.ts';
import { described } from '../describe.ts';
import { answersOf, example } from '../space.ts';
import type { Subject } from '../subject.ts';

/** Holes shown at once; mending one often mends others. */
const MOST_GAPS = 5;

/** gap: if and only if some answer set in scope matches no rule. One finding for each most general hole, five at most. */
export function gap(subject: Subject): readonly Problem[] {
  const problems: Problem[] = [];
  const holes: Codes[] = [];
  while (problems.length < MOST_GAPS) {
    const found = example(subject, [], [...subject.rows, ...holes.map(insideOf)]);
    if (found === undefined) break;
    const hole = widened(subject, found);
    holes.push(hole);
    problems.push({
      code: 'gap',
      severity: 'error',
      message: `no rule covers ${described(subject, hole)}`,
      help: 'add a rule for these answers, or widen one that is meant for them',
      place: subject.placeOf('rules'),
      witness: answersOf(subject, merged(found, hole)),
    });
  }
  return problems;
}

/** Drops every answer without which still no rule can match. */
function widened(subject: Subject, found: Codes): Codes {
  const hole = found.slice();
  for (const position of subject.table.coding.required) {
    const before = hole[position] as number;
    hole[position] = UNANSWERED;
    const inScope = subject.inScope.every(({ test }) => test(hole) !== FALSE);
    if (boundsOf(subject.rows, hole).highestLevel >= 0 || !inScope) hole[position] = before;
  }
  return hole;
}

function insideOf(hole: Codes): { test: (codes: Codes) => 0 | 1 | 2; reads: ReadonlySet<number> } {
  const reads = [...hole.keys()].filter((position) => hole[position] !== UNANSWERED);
  return {
    reads: new Set(reads),
    test: (codes) => {
      if (reads.some((position) => codes[position] !== UNANSWERED && codes[position] !== hole[position])) return 0;
      return reads.every((position) => codes[position] === hole[position]) ? 2 : 1;
    },
  };
}

function merged(found: Codes, hole: Codes): Codes {
  return found.map((code, position) => (hole[position] === UNANSWERED ? code : (hole[position] as number)));
}
