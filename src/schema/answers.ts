import { z } from 'zod';
import { NOT_SURE, type ChoiceQuestion, type IntegerQuestion, type Question, type RuleSet } from '../model/rule-set.ts';

/** Answers to the questions of any rule set. */
export const anyAnswers = z.record(z.string(), z.union([z.string(), z.int(), z.array(z.string())]));

/** Answers to the questions of this rule set; those to `need`, `preference` and `scope` are required. */
export function answersOf(ruleSet: RuleSet): z.ZodObject<Record<string, z.ZodType>, z.core.$strict> {
  return z.strictObject(Object.fromEntries(ruleSet.questions.map((question) => [question.id, answerTo(question)])));
}

function answerTo(question: Question): z.ZodType {
  const answer = (question.type === 'integer' ? integerTo(question) : optionOf(question)).meta({ description: question.text });
  return question.kind === 'note' ? answer.optional() : answer;
}

function integerTo({ min, max, notSure }: IntegerQuestion): z.ZodType {
  const number = z.int().min(min).max(max);
  return notSure === undefined ? number : z.union([number, z.literal(NOT_SURE)]);
}

function optionOf({ options, notSure, several }: ChoiceQuestion): z.ZodType {
  const option = z.enum([...options.map(({ id }) => id), ...(notSure === undefined ? [] : [NOT_SURE])]);
  return several ? z.array(option).refine(isUnique).meta({ uniqueItems: true }) : option;
}

function isUnique(options: readonly string[]): boolean {
  return new Set(options).size === options.length;
}
