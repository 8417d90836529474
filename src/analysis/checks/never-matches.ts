import { example } from '../space.ts';
import { type Check, findings } from '../subject.ts';

/** never-matches: if and only if the condition of the rule holds for no answer set in scope. */
export const neverMatches: Check = (subject) =>
  findings(
    subject,
    'never-matches',
    subject.rows,
    ({ rule }) => ['rules', rule.id, 'when'],
    (row) => {
      if (example(subject, [row], []) !== undefined) return [];
      return [
        {
          code: 'never-matches',
          severity: 'error',
          message: `rule \`${row.rule.id}\` never matches: no answers make its condition hold`,
          help: 'look for parts of the condition that rule each other out',
          place: subject.placeOf('rules', row.rule.id, 'when'),
        },
      ];
    },
  );
