import type { ChalkInstance } from 'chalk';
import { assess } from '../engine/assess.ts';
import { type Messages, say } from '../messages/messages.ts';
import type { Answers } from '../model/answers.ts';
import type { RuleSet } from '../model/rule-set.ts';
import { inSight } from '../report/help.ts';
import { type Lines, paragraph } from '../report/layout.ts';
import type { Choice, Screen } from './screen.ts';

/** What the screens are written from. */
export interface View {
  readonly ruleSet: RuleSet;
  readonly messages: Messages;
  readonly chalk: ChalkInstance;
  /** Columns; those of the moment, for a person may zoom in between two questions. */
  readonly width: number;
}

export function heading({ chalk, width }: View, text: string): Lines {
  return paragraph(text, width).map((line) => chalk.bold(line));
}

/** Help in one line, pressing as soon as the answers ask for haste. */
export function helpLine({ ruleSet, messages, width }: View, answers: Answers): Screen<unknown>['help'] {
  const { urgency, contacts } = assess(ruleSet, answers);
  return { lines: paragraph(say(messages, 'helpInSight', { help: inSight(contacts) }), width), pressing: urgency !== 'routine' };
}

/** The hint for choices that are marked with letters. */
export function letterHint({ messages }: View): Screen<unknown>['hint'] {
  return { typing: say(messages, 'chooseLetter'), keys: say(messages, 'chooseLetterKeys') };
}

/** The same hint with and without arrow keys. */
export function sameHint(hint: string): Screen<unknown>['hint'] {
  return { typing: hint, keys: hint };
}

export function leaving({ messages }: View): Choice<{ readonly type: 'leave' }> {
  return { key: messages.keyLeave, text: say(messages, 'leave'), reply: { type: 'leave' } };
}
