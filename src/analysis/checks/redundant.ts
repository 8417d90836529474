import type { Problem } from '../../model/problem.ts';
import { asksMore } from '../compare.ts';
import { example } from '../space.ts';
import type { Subject } from '../subject.ts';

/**
 * redundant (a note): if and only if the rule matches some answer set in scope, and without it nobody there would get
 * another level or urgency. It may still give a reason worth telling. Each rule is left out by itself.
 */
export function redundant(subject: Subject): readonly Problem[] {
  return subject.rows
    .filter((row) => {
      const others = subject.rows.filter((other) => other !== row);
      const matters = asksMore(subject, 'level', [row], others) ?? asksMore(subject, 'urgency', [row], others);
      return matters === undefined && example(subject, [row], []) !== undefined;
    })
    .map(({ rule }) => ({
      code: 'redundant',
      severity: 'note',
      message: `rule \`${rule.id}\` changes nobody's level or urgency; it only adds a reason`,
      place: subject.placeOf('rules', rule.id),
    }));
}
