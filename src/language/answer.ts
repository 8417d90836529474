import type { Answer } from '../model/answers.ts';
import type { Place, ProblemCode } from '../model/problem.ts';
import { NOT_SURE, type ChoiceQuestion, type IntegerQuestion, type Question } from '../model/rule-set.ts';
import { shorten, validNames } from './nearest.ts';

/** An answer as it was given, in a file, a flag or a record. */
export interface GivenAnswer {
  readonly question: string;
  readonly value: unknown;
  /** Where the question stands. */
  readonly place?: Place;
  /** Where the value stands, when not with the question. */
  readonly valuePlace?: Place;
  /** What to call it in a message, such as `--severity`; the question id when absent. */
  readonly at?: string;
}

export type Refuse = (code: ProblemCode, message: string, help?: string) => void;

/** The answer that a value is to a question; what is wrong with it goes to `refuse`. `name` is what to call the question. */
export function readAnswer(question: Question, value: unknown, name: string, refuse: Refuse): Answer {
  if (question.type === 'integer') return readNumber(question, value, name, refuse);
  if (question.several) return readSeveral(question, value, name, refuse);
  return readOption(question, value, name, refuse);
}

function readOption(question: ChoiceQuestion, value: unknown, name: string, refuse: Refuse): string {
  if (Array.isArray(value)) refuse('not-several', `\`${name}\` takes one answer, not a list`);
  else if (typeof value === 'string') checkOption(question, value, name, refuse);
  else refuse('wrong-type', `\`${name}\` takes an option, not ${typeName(value)}`, validNames('', optionsOf(question)));
  return String(value);
}

function readSeveral(question: ChoiceQuestion, value: unknown, name: string, refuse: Refuse): readonly string[] {
  if (!Array.isArray(value)) refuse('wrong-type', `\`${name}\` takes a list of options, not ${typeName(value)}`, 'such as [a, b]');
  const given = Array.isArray(value) ? (value as readonly unknown[]) : [];
  const seen = new Set<unknown>();
  for (const [index, option] of given.entries()) {
    if (seen.has(option)) refuse('not-several', `\`${name}\` has an option twice`);
    else if (typeof option === 'string') checkOption(question, option, name, refuse);
    else refuse('wrong-type', `\`${name}\` takes a list of options, and item ${index + 1} is ${typeName(option)}`);
    seen.add(option);
  }
  return question.options.map(({ id }) => id).filter((id) => seen.has(id));
}

function readNumber(question: IntegerQuestion, value: unknown, name: string, refuse: Refuse): number | string {
  const { min, max, notSure } = question;
  if (value === NOT_SURE && notSure !== undefined) return NOT_SURE;
  if (Array.isArray(value)) refuse('not-several', `\`${name}\` takes one answer, not a list`);
  else if (!Number.isInteger(value)) refuse('wrong-type', `\`${name}\` takes a whole number`, `from ${min} to ${max}`);
  else if (Number(value) < min || Number(value) > max) refuse('out-of-range', `\`${name}\` is outside its bounds`, `from ${min} to ${max}`);
  return Number(value) + 0; // not -0, which JSON writes as 0
}

function checkOption(question: ChoiceQuestion, option: string, name: string, refuse: Refuse): void {
  const options = optionsOf(question);
  if (!options.includes(option)) refuse('unknown-option', `\`${name}\` has no option \`${shorten(option)}\``, validNames(option, options));
}

function optionsOf({ options, notSure }: ChoiceQuestion): readonly string[] {
  return [...options.map(({ id }) => id), ...(notSure === undefined ? [] : [NOT_SURE])];
}

function typeName(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a map';
  if (typeof value === 'boolean') return '`true` or `false`';
  return typeof value === 'number' ? 'a number' : 'a text';
}
