import type { Problem } from '../../model/problem.ts';
import type { Subject } from '../subject.ts';

/** contact-stale: if and only if today is past the day by which the contact must be checked again. */
export function contactStale({ ruleSet, today, placeOf }: Subject): readonly Problem[] {
  return ruleSet.contacts
    .filter(({ recheck }) => recheck < today)
    .map(({ id, recheck }) => ({
      code: 'contact-stale',
      severity: 'error',
      message: `contact \`${id}\` had to be checked again by ${recheck}`,
      help: 'look the contact up at its source, then move `checked` and `recheck`',
      place: placeOf('contacts', id, 'recheck'),
    }));
}
