import { decode, UNANSWERED, type Codes } from '../engine/coding.ts';
import { verdict } from '../engine/verdict.ts';
import type { Answers } from '../model/answers.ts';
import type { Question } from '../model/rule-set.ts';
import type { Space } from './space.ts';

/** The answers that codes stand for, in words for a message; what is not given matters not. */
export function described({ table }: Space, codes: Codes): string {
  const given = table.coding.required.flatMap((position) => {
    const question = table.coding.questions[position] as Question;
    const code = codes[position] as number;
    return code === UNANSWERED ? [] : [[question.id, decode(question, code)] as const];
  });
  return given.length === 0 ? 'any answers at all' : answersText(Object.fromEntries(given));
}

/** Answers in words for a message: `severity: mild`, `home: unsafe`. */
export function answersText(answers: Answers): string {
  return Object.entries(answers)
    .map(([id, answer]) => `\`${id}: ${String(answer)}\``)
    .join(', ');
}

/** What the engine makes of whole answers, in words for a message: `iop (soon)`. */
export function outcomeText({ ruleSet }: Space, answers: Answers): string {
  const { status, level, urgency } = verdict(ruleSet, answers);
  return `${level ?? (status === 'out-of-scope' ? 'no level, out of scope' : 'no level')} (${urgency})`;
}
