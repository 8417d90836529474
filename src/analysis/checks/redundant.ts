import type { Row } from '../../engine/table.ts';
import type { Problem } from '../../model/problem.ts';
import { asksMore } from '../compare.ts';
import { decides, fewEnough, listed } from '../deciding.ts';
import { findings, type Subject } from '../subject.ts';

/**
 * redundant: if and only if the rule decides for some answer set in scope, and without it nobody there would get another
 * level or urgency. It may still give a reason worth telling. Each rule is left out by itself: rules that do each other's
 * work are all redundant, yet one of them must stay.
 */
export function redundant(subject: Subject): readonly Problem[] {
  return findings(
    subject,
    'redundant',
    subject.rows,
    ({ rule }) => ['rules', rule.id],
    (row) => {
      const others = subject.rows.filter((other) => other !== row);
      const replace = (rows: readonly Row[]): boolean =>
        asksMore(subject, 'level', [row], rows) === undefined && asksMore(subject, 'urgency', [row], rows) === undefined;
      if (!replace(others) || !decides(subject, row, subject.rows)) return [];
      const replacing = fewEnough(others, replace);
      return [
        {
          code: 'redundant',
          severity: 'note',
          message: `rule \`${row.rule.id}\` changes nobody's level or urgency, it only adds a reason: wherever it matches, ${listed(replacing)} ${replacing.length > 1 ? 'ask' : 'asks'} for as much`,
          place: subject.placeOf('rules', row.rule.id),
        },
      ];
    },
  );
}
