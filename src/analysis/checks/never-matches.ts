import type { Problem } from '../../model/problem.ts';
import { example } from '../space.ts';
import type { Subject } from '../subject.ts';

/** never-matches: if and only if the condition of the rule holds for no answer set in scope. */
export function neverMatches(subject: Subject): readonly Problem[] {
  return subject.rows
    .filter((row) => example(subject, [row], []) === undefined)
    .map(({ rule }) => ({
      code: 'never-matches',
      severity: 'error',
      message: `rule \`${rule.id}\` never matches: no answers make its condition hold`,
      help: 'look for parts of the condition that rule each other out',
      place: subject.placeOf('rules', rule.id, 'when'),
    }));
}
