import type { Problem } from '../../model/problem.ts';
import { namesIn } from '../conditions.ts';
import type { Subject } from '../subject.ts';

/** no-safety-property: if and only if no property says anything about urgency. */
export function noSafetyProperty({ ruleSet, placeOf }: Subject): readonly Problem[] {
  const said = ruleSet.properties.some(
    (property) =>
      (property.claim === 'expect' && property.expect.urgencies !== undefined) ||
      (property.claim === 'never' && namesIn(property.never).includes('urgency')),
  );
  if (said) return [];
  return [
    {
      code: 'no-safety-property',
      severity: 'warning',
      message: 'no property says who must be seen urgently',
      help: 'state one, such as `{ id: intent-is-an-emergency, when: { safety: imminent }, expect: { urgency: emergency } }`',
      place: placeOf('properties'),
    },
  ];
}
