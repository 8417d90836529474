import { example } from '../space.ts';
import { type Check, findings } from '../subject.ts';

/** level-never-reached: if and only if no answer set in scope gets the level. */
export const levelNeverReached: Check = (subject) =>
  findings(
    subject,
    'level-never-reached',
    subject.ruleSet.levels.map(({ id }, level) => ({ id, level })),
    ({ id }) => ['levels', id],
    ({ id, level }) => {
      const more = subject.rows.filter((row) => row.level > level);
      if (subject.rows.some((row) => row.level === level && example(subject, [row], more) !== undefined)) return [];
      return [
        {
          code: 'level-never-reached',
          severity: 'warning',
          message: `nobody ever gets level \`${id}\``,
          help: 'write a rule that asks for it, or take the level out',
          place: subject.placeOf('levels', id),
        },
      ];
    },
  );
