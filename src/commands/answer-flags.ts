import { type Command, Option } from 'commander';
import type { GivenAnswer } from '../language/answers.ts';
import { type Messages, say } from '../messages/messages.ts';
import { NOT_SURE, type Question, type RuleSet } from '../model/rule-set.ts';

/** Declares a flag for each question, and gives back what was given by them once the command line is parsed. */
export function declareAnswers(command: Command, ruleSet: RuleSet, messages: Messages): () => readonly GivenAnswer[] {
  const given = new Map<Question, string[]>();
  for (const question of ruleSet.questions) {
    const flag = new Option(`--${question.id} <answer>`, describe(question, messages)).argParser((text: string) => {
      given.set(question, [...(given.get(question) ?? []), text]);
    });
    command.addOption(flag);
  }
  return () => [...given].map(([question, texts]) => ({ question: question.id, value: answerFrom(question, texts), at: `--${question.id}` }));
}

/** The answer that a flag or a cell spells: a whole number, several options separated by `;`, or one option. */
export function answerFrom(question: Question, texts: readonly string[]): unknown {
  const [text = '', ...others] = texts;
  if (question.type === 'choice' && question.several) return texts.flatMap((list) => list.split(';')).map((id) => id.trim());
  if (others.length > 0) return texts;
  return question.type === 'integer' && /^-?\d{1,9}$/.test(text) ? Number(text) : text;
}

function describe(question: Question, messages: Messages): string {
  const { text, notSure } = question;
  const options = question.type === 'integer' ? [say(messages, 'flagNumber', { min: question.min, max: question.max })] : question.options.map(({ id }) => id);
  const several = question.type === 'choice' && question.several ? `; ${say(messages, 'flagSeveral')}` : '';
  return `${text} (${[...options, ...(notSure === undefined ? [] : [NOT_SURE])].join(', ')}${several})`;
}
