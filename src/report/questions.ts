import type { Question, RuleSet } from '../model/rule-set.ts';
import { NOT_SURE } from '../model/rule-set.ts';

/** The questions with their options, by id and text: what an answer file may hold. */
export function questionsText(ruleSet: RuleSet): string {
  return ruleSet.questions.map(questionText).join('\n');
}

/** The questions as a value for JSON, with the rule set that they belong to. */
export function questionsValue({ id, version, digest, title, questions }: RuleSet): unknown {
  return { schemaVersion: 1, ruleSet: { id, version, digest }, title, questions };
}

function questionText(question: Question): string {
  const answers = question.type === 'integer' ? [[`${question.min} to ${question.max}`, 'a whole number']] : question.options.map(({ id, text }) => [id, text]);
  const rows = question.notSure === undefined ? answers : [...answers, [NOT_SURE, `counts as ${question.notSure}`]];
  const width = Math.max(...rows.map(([id = '']) => id.length));
  const several = question.type === 'choice' && question.several ? ', several' : '';
  return [`${question.id} (${question.kind}${several}): ${question.text}`, ...rows.map(([id = '', text]) => `  ${id.padEnd(width)}  ${text}`)].map((line) => `${line}\n`).join('');
}
