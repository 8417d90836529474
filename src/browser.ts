/**
 * The part of the library that runs anywhere, in a browser too: rules meet answers. It touches no disk, no clock and no
 * network. In Node, `index.ts` adds what reads files.
 */
import { type AnswersOptions, checkAnswers } from './language/answers.ts';
import type { Answers } from './model/answers.ts';
import { InvalidInput } from './model/problem.ts';
import type { RuleSet } from './model/rule-set.ts';

export { assess } from './engine/assess.ts';
export { nextQuestion } from './engine/next-question.ts';
export { type Verdict, verdict } from './engine/verdict.ts';
export type { AnswersOptions } from './language/answers.ts';
export type { Answer, Answers } from './model/answers.ts';
export type * from './model/assessment.ts';
export { InvalidInput, type Place, type Problem, type ProblemCode } from './model/problem.ts';
export * from './model/rule-set.ts';

/**
 * The answers that a plain object holds, question id to answer, checked against the rule set and frozen. Throws
 * `InvalidInput` with everything that is wrong: unknown questions and options, values of another type, and required
 * questions without an answer, unless `partial` allows them.
 */
export function answersFrom(ruleSet: RuleSet, value: Readonly<Record<string, unknown>>, options: AnswersOptions = {}): Answers {
  const given = Object.entries(value).map(([question, answer]) => ({ question, value: answer }));
  const read = checkAnswers(ruleSet, given, options);
  if (read.ok) return read.value;
  throw new InvalidInput(read.problems);
}
