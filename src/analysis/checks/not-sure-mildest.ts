import type { Problem } from '../../model/problem.ts';
import { type Option, URGENCIES } from '../../model/rule-set.ts';
import type { Subject } from '../subject.ts';

/** From this urgency on, an answer decides on safety. */
const PRESSING = URGENCIES.indexOf('urgent');

/** not-sure-mildest: if and only if "not sure" counts as the mildest answer to a question that a rule of urgency `urgent` or more reads. */
export function notSureMildest(subject: Subject): readonly Problem[] {
  const { questions } = subject.table.coding;
  return questions.flatMap((question, position): Problem[] => {
    const mildest = question.type === 'integer' ? question.min : (question.options[0] as Option).id;
    const pressing = subject.rows.some((row) => row.urgency >= PRESSING && row.reads.has(position));
    if (question.notSure !== mildest || !pressing) return [];
    return [
      {
        code: 'not-sure-mildest',
        severity: 'error',
        message: `"not sure" about \`${question.id}\` counts as \`${mildest}\`, the mildest answer, though the question decides on safety`,
        help: 'someone who does not know must not be taken for someone who is well: choose a worse option',
        place: subject.placeOf('questions', question.id, 'notSure'),
      },
    ];
  });
}
