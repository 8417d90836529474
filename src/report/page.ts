import type { ChalkInstance } from 'chalk';
import type { MessageKey, Messages } from '../messages/messages.ts';
import type { Assessment } from '../model/assessment.ts';
import type { RuleSet } from '../model/rule-set.ts';
import { indented, item, type Lines, paragraph } from './layout.ts';

/** What the sections of a result are written from. */
export interface Page {
  readonly ruleSet: RuleSet;
  readonly assessment: Assessment;
  readonly messages: Messages;
  /** Columns of a section's lines. */
  readonly width: number;
  readonly chalk: ChalkInstance;
}

/** A heading over indented lines; nothing at all when there are no lines. */
export function section({ messages, width, chalk }: Page, heading: MessageKey, lines: Lines): Lines {
  if (lines.every((line) => line === '')) return [];
  return [...paragraph(messages[heading], width).map((line) => chalk.bold.underline(line)), ...indented(lines)];
}

export function list(texts: readonly string[], { width }: Page): Lines {
  return texts.flatMap((text) => item('- ', text, width));
}
