import type { Row } from '../../engine/table.ts';
import type { Problem } from '../../model/problem.ts';
import { answersOf, example } from '../space.ts';
import { findings, type Subject } from '../subject.ts';

/** duplicate: if and only if an earlier rule asks for the same level and urgency, and both match the very same answer sets in scope. */
export function duplicate(subject: Subject): readonly Problem[] {
  return findings(
    subject,
    'duplicate',
    subject.rows,
    ({ rule }) => ['rules', rule.id],
    (row) => {
      const matching = example(subject, [row], []);
      if (matching === undefined) return [];
      const earlier = subject.rows.slice(0, subject.rows.indexOf(row));
      const twin = earlier.find((other) => same(subject, other, row));
      if (twin === undefined) return [];
      return [
        {
          code: 'duplicate',
          severity: 'error',
          message: `rule \`${row.rule.id}\` is the same as \`${twin.rule.id}\`: same answers, same level, same urgency`,
          help: 'keep one of them',
          place: subject.placeOf('rules', row.rule.id),
          witness: answersOf(subject, matching),
        },
      ];
    },
  );
}

function same(subject: Subject, a: Row, b: Row): boolean {
  if (a.level !== b.level || a.urgency !== b.urgency) return false;
  return example(subject, [a], [b]) === undefined && example(subject, [b], [a]) === undefined;
}
