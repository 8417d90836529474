import { say } from '../messages/messages.ts';
import type { Urgency } from '../model/rule-set.ts';
import { inSight } from './help.ts';
import { outcome } from './outcome.ts';
import { messagesFor } from './screen.ts';
import { listOf, type Section, section, type Told } from './section.ts';
import { firstHelp, lastHelp, nextStep, preparation, smallPrint, whatWasSaid } from './summary.ts';

/** A result in the person's words: what text, Markdown and HTML are drawn from, so that none says more than another. */
export interface View {
  /** A language tag, such as `en`. */
  readonly language: string;
  readonly title: string;
  readonly urgency: Urgency;
  /** Help in one line, for the top of a result that does not begin with help. */
  readonly sight?: string;
  /** In the order of a page, which is read from its beginning. */
  readonly sections: readonly Section[];
}

/** The whole result. In an emergency, help and what to do now stand before any talk of a level. */
export function assessmentView(given: Told): View {
  const { ruleSet, assessment } = given;
  const messages = messagesFor(ruleSet, given.messages);
  const told = { ...given, messages };
  const help = firstHelp(told);
  return {
    language: messages.language,
    title: ruleSet.title,
    urgency: assessment.urgency,
    ...(help.length === 0 && { sight: say(messages, 'helpInSight', { help: inSight(assessment.contacts) }) }),
    sections: [...help, ...mainSections(told), ...whatWasSaid(told), ...preparation(told), ...smallPrint(told), ...lastHelp(told)],
  };
}

function mainSections(told: Told): readonly Section[] {
  const { assessment, messages } = told;
  const sections = outcome(told);
  const next = nextStep(told);
  const advice = section('advice', messages.adviceHeading, [listOf([...new Set(assessment.advice.map((each) => each.say))])]);
  if (assessment.urgency === 'emergency') return [...next, ...advice, ...sections];
  return [...sections.slice(0, 1), ...next, ...sections.slice(1), ...advice];
}
