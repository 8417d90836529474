import type { Problem } from '../../model/problem.ts';
import type { ChoiceQuestion, Option, Question } from '../../model/rule-set.ts';
import { drop } from '../compare.ts';
import { conditionsBeside, tellsApart } from '../conditions.ts';
import { findings, type Subject } from '../subject.ts';

/**
 * option-without-effect: if and only if some rule reads the question, choosing the option instead of the one before it
 * never changes level or urgency in scope, and no condition of scope, advice or contacts tells the two apart.
 */
export function optionWithoutEffect(subject: Subject): readonly Problem[] {
  const { coding } = subject.table;
  const options = coding.required.flatMap((position) => {
    const question = coding.questions[position] as Question;
    if (question.type !== 'choice' || !subject.rows.some((row) => row.reads.has(position))) return [];
    return question.options.slice(1).map((option, before) => ({ question, position, before, option: option.id, former: (question.options[before] as Option).id }));
  });
  return findings(
    subject,
    'option-without-effect',
    options,
    ({ question, option }) => ['questions', question.id, 'options', option],
    ({ question, position, before, option, former }) => {
      if (toldApart(subject, question, former, option) || moves(subject, position, before)) return [];
      return [
        {
          code: 'option-without-effect',
          severity: 'warning',
          message: `option \`${option}\` of \`${question.id}\` never makes a difference: it does the same as \`${former}\``,
          help: 'write the rule or the advice that it is for, or take the option out',
          place: subject.placeOf('questions', question.id, 'options', option),
        },
      ];
    },
  );
}

function toldApart({ ruleSet }: Subject, question: ChoiceQuestion, a: string, b: string): boolean {
  return conditionsBeside(ruleSet).some((condition) => tellsApart(ruleSet, condition, question, a, b));
}

/** Does the step from a code to the next, or back, ever lower level or urgency? */
function moves(subject: Subject, position: number, code: number): boolean {
  const ways = [
    [code + 1, code],
    [code, code + 1],
  ] as const;
  return ways.some((way) => (['level', 'urgency'] as const).some((measure) => drop(subject, measure, position, way) !== undefined));
}
