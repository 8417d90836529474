import type { Problem } from '../../model/problem.ts';
import { drop } from '../compare.ts';
import { outcomeText } from '../describe.ts';
import type { Subject } from '../subject.ts';

/**
 * not-monotone: if and only if two answer sets in scope differ in one `need` answer alone, and the worse answer gets a
 * lower level or urgency. One finding for each step from an option to the next and each measure.
 */
export function notMonotone(subject: Subject): readonly Problem[] {
  return subject.table.coding.required.flatMap((position) => {
    const question = subject.table.coding.questions[position];
    if (question?.kind !== 'need') return [];
    const steps = Array.from({ length: (subject.table.coding.sizes[position] as number) - 1 }, (_, code) => code);
    return steps.flatMap((code) =>
      (['level', 'urgency'] as const).flatMap((measure): Problem[] => {
        const pair = drop(subject, measure, position, [code, code + 1]);
        if (pair === undefined) return [];
        const [mild, worse] = [pair.witness[question.id], pair.change[question.id]].map(String);
        const after = { ...pair.witness, ...pair.change };
        return [
          {
            code: 'not-monotone',
            severity: 'error',
            message:
              `a worse answer to \`${question.id}\` lowers the ${measure}: \`${mild}\` gets ${outcomeText(subject, pair.witness)}, ` +
              `\`${worse}\` gets ${outcomeText(subject, after)}`,
            help: 'let the rule for the milder answer hold for worse ones too (`atLeast`)',
            place: subject.placeOf('questions', question.id, 'options', worse ?? ''),
            ...pair,
          },
        ];
      }),
    );
  });
}
