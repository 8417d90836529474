import type { Row } from '../../engine/table.ts';
import type { Problem } from '../../model/problem.ts';
import { answersOf, example } from '../space.ts';
import type { Subject } from '../subject.ts';

/**
 * shadowed: if and only if the rule matches some answer set in scope, but wherever it matches, other rules ask for a more
 * intensive level, and its urgency is routine or others ask for a more pressing one: it never stands in `decidedBy`.
 */
export function shadowed(subject: Subject): readonly Problem[] {
  return subject.rows.flatMap((row) => {
    const matching = example(subject, [row], []);
    if (matching === undefined || decides(subject, row, subject.rows)) return [];
    const covering = coverOf(subject, row);
    return [
      {
        code: 'shadowed',
        severity: 'error',
        message: `rule \`${row.rule.id}\` never decides: ${covering.map(({ rule }) => `\`${rule.id}\``).join(', ')} always ${covering.length > 1 ? 'ask' : 'asks'} for more`,
        help: 'take the rule out, or ask for more where it matters',
        place: subject.placeOf('rules', row.rule.id),
        witness: answersOf(subject, matching),
      },
    ];
  });
}

/** Is the rule, among these rows, ever one that sets the level, or the urgency where that is above routine? */
function decides(subject: Subject, row: Row, rows: readonly Row[]): boolean {
  const moreIntensive = rows.filter((other) => other.level > row.level);
  if (example(subject, [row], moreIntensive) !== undefined) return true;
  const morePressing = rows.filter((other) => other.urgency > row.urgency);
  return row.urgency > 0 && example(subject, [row], morePressing) !== undefined;
}

/** Few rules that together keep this one from deciding. */
function coverOf(subject: Subject, row: Row): readonly Row[] {
  let cover = subject.rows.filter((other) => other !== row && (other.level > row.level || other.urgency > row.urgency));
  for (const other of cover) {
    const fewer = cover.filter((kept) => kept !== other);
    if (!decides(subject, row, fewer)) cover = fewer;
  }
  return cover;
}
