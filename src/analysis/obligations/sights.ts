import { type Codes, encode } from '../../engine/coding.ts';
import { TRUE } from '../../engine/condition.ts';
import type { Answers } from '../../model/answers.ts';
import { attempt } from '../attempt.ts';
import { example, NotProved, type Space } from '../space.ts';
import type { Sight } from './obligations.ts';

/** The answers of a case, and the same as codes. */
export interface Person {
  readonly answers: Answers;
  readonly codes: Codes;
}

export function personOf({ table }: Space, answers: Answers): Person {
  return { answers, codes: encode(table.coding, answers) };
}

/** With answers missing, only what is certain is seen. */
export function isSeen({ answers, codes }: Person, { statements, answer }: Sight): boolean {
  if (answer !== undefined && ![answers[answer.question.id]].flat().includes(answer.option)) return false;
  return statements.every(({ test }) => test(codes) === TRUE);
}

/** What cannot be settled within the bound of the search counts as possible: nothing is left out without a proof. */
export function isPossible(space: Space, { statements }: Sight): boolean {
  return attempt(NotProved, () => example({ ...space, inScope: [] }, statements, []) !== undefined, () => true);
}
