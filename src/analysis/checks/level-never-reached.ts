import type { Problem } from '../../model/problem.ts';
import { example } from '../space.ts';
import type { Subject } from '../subject.ts';

/** level-never-reached: if and only if no answer set in scope gets the level. */
export function levelNeverReached(subject: Subject): readonly Problem[] {
  return subject.ruleSet.levels.flatMap(({ id }, level): Problem[] => {
    const more = subject.rows.filter((row) => row.level > level);
    const reached = subject.rows.some((row) => row.level === level && example(subject, [row], more) !== undefined);
    if (reached) return [];
    return [
      {
        code: 'level-never-reached',
        severity: 'warning',
        message: `nobody ever gets level \`${id}\``,
        help: 'write a rule that asks for it, or take the level out',
        place: subject.placeOf('levels', id),
      },
    ];
  });
}
