import type { Messages } from '../messages/messages.ts';
import { say } from '../messages/messages.ts';
import type { Answer, Answers } from '../model/answers.ts';
import { type Level, NOT_SURE, type Option, type Question, type RuleSet } from '../model/rule-set.ts';

/** An answer in the words that the person chose. */
export function answerInWords(question: Question, answer: Answer, messages: Messages): string {
  if (answer === NOT_SURE) return say(messages, 'notSure');
  if (question.type === 'integer') return String(answer);
  return [answer]
    .flat()
    .map((id) => (question.options.find((option) => option.id === id) as Option).text)
    .join('; ');
}

export function questionOf(ruleSet: RuleSet, id: string): Question {
  return ruleSet.questions.find((question) => question.id === id) as Question;
}

export function levelOf(ruleSet: RuleSet, id: string | null): Level | undefined {
  return ruleSet.levels.find((level) => level.id === id);
}

/** The level's name with its short name, such as `Intensive outpatient (IOP)`. */
export function levelName(level: Level): string {
  return level.short === undefined || level.name.includes(level.short) ? level.name : `${level.name} (${level.short})`;
}

/** The questions that have an answer, in the rule set's order. */
export function answered(ruleSet: RuleSet, answers: Answers): readonly { readonly question: Question; readonly answer: Answer }[] {
  return ruleSet.questions.flatMap((question) => {
    const answer = Object.hasOwn(answers, question.id) ? answers[question.id] : undefined;
    return answer === undefined ? [] : [{ question, answer }];
  });
}
