import type { Problem } from '../../model/problem.ts';
import type { Condition, RuleSet } from '../../model/rule-set.ts';
import { drop } from '../compare.ts';
import { conditionsBeside } from '../conditions.ts';
import type { Subject } from '../subject.ts';

/**
 * option-without-effect: if and only if choosing the option instead of the one before it never changes level or urgency in
 * scope, and no condition of scope, advice or contacts tells the two apart. Notes are left out: they are for the summary.
 */
export function optionWithoutEffect(subject: Subject): readonly Problem[] {
  return subject.table.coding.required.flatMap((position) => {
    const question = subject.table.coding.questions[position];
    if (question?.type !== 'choice' || !subject.rows.some((row) => row.reads.has(position))) return [];
    return question.options.slice(1).flatMap((option, before): Problem[] => {
      const codes = [
        [before, before + 1],
        [before + 1, before],
      ] as const;
      const moves = codes.some((pair) => (['level', 'urgency'] as const).some((measure) => drop(subject, measure, position, pair) !== undefined));
      const former = question.options[before]?.id ?? '';
      if (moves || toldApart(subject.ruleSet, question.id, former, option.id)) return [];
      return [
        {
          code: 'option-without-effect',
          severity: 'warning',
          message: `option \`${option.id}\` of \`${question.id}\` never makes a difference: it does the same as \`${former}\``,
          help: 'write the rule or the advice that it is for, or take the option out',
          place: subject.placeOf('questions', question.id, 'options', option.id),
        },
      ];
    });
  });
}

function toldApart(ruleSet: RuleSet, question: string, a: string, b: string): boolean {
  const apart = (condition: Condition): boolean => {
    switch (condition.test) {
      case 'option':
        return condition.question === question && condition.options.includes(a) !== condition.options.includes(b);
      case 'number':
      case 'score':
        return false;
      case 'not':
        return apart(condition.of);
      case 'all':
      case 'any':
      case 'count':
        return condition.of.some(apart);
    }
  };
  return conditionsBeside(ruleSet).some(apart);
}
