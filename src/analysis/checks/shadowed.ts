import type { Problem } from '../../model/problem.ts';
import { decides, fewEnough, listed } from '../deciding.ts';
import { answersOf, example } from '../space.ts';
import { findings, type Subject } from '../subject.ts';

/**
 * shadowed: if and only if the rule matches some answer set in scope, but wherever it matches, other rules ask for a more
 * intensive level, and its urgency is routine or others ask for a more pressing one: it never stands in `decidedBy`.
 */
export function shadowed(subject: Subject): readonly Problem[] {
  return findings(
    subject,
    'shadowed',
    subject.rows,
    ({ rule }) => ['rules', rule.id],
    (row) => {
      const matching = example(subject, [row], []);
      if (matching === undefined || decides(subject, row, subject.rows)) return [];
      const asking = subject.rows.filter((other) => other.level > row.level || other.urgency > row.urgency);
      const covering = fewEnough(asking, (rows) => !decides(subject, row, rows));
      return [
        {
          code: 'shadowed',
          severity: 'error',
          message: `rule \`${row.rule.id}\` never decides: wherever it matches, ${listed(covering)} ${covering.length > 1 ? 'ask' : 'asks'} for more`,
          help: 'take the rule out, or let it ask for more',
          place: subject.placeOf('rules', row.rule.id),
          witness: answersOf(subject, matching),
        },
      ];
    },
  );
}
