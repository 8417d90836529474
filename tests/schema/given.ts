import * as fc from 'fast-check';
import type { Answer, Answers } from '../../src/model/answers.ts';
import { NOT_SURE, type Question, type RuleSet } from '../../src/model/rule-set.ts';

/** Any valid answers to some of the questions of a rule set. */
export function answersTo(ruleSet: RuleSet): fc.Arbitrary<Answers> {
  return fc.record(Object.fromEntries(ruleSet.questions.map((question) => [question.id, answerTo(question)])), { requiredKeys: [] }).map((given) => given as Answers);
}

function answerTo(question: Question): fc.Arbitrary<Answer> {
  const unsure = question.notSure === undefined ? [] : [NOT_SURE];
  if (question.type === 'integer') return fc.oneof(fc.integer({ min: question.min, max: question.max }), ...unsure.map((word) => fc.constant(word)));
  const options = question.options.map(({ id }) => id);
  return question.several ? fc.subarray(options) : fc.constantFrom(...options, ...unsure);
}
