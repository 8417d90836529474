import type { ChalkInstance } from 'chalk';
import { type Messages, say } from '../messages/messages.ts';
import type { Assessment } from '../model/assessment.ts';
import type { RuleSet } from '../model/rule-set.ts';
import { careLines, crisisLines } from './help.ts';
import { item, type Lines, pageWidth, paragraph } from './layout.ts';
import { howSoon, outcome, suggestion } from './outcome.ts';
import { list, type Page, section } from './page.ts';
import { answered, answerInWords, questionOf } from './words.ts';

/**
 * A result for the person who answered, no wider than `width` or 80 columns. In an emergency, help and what to do now
 * stand before any talk of a level. A screen shows the end of a long text, so the next step and help stand last.
 */
export function assessmentText(
  ruleSet: RuleSet,
  assessment: Assessment,
  messages: Messages,
  { width, chalk }: { readonly width: number; readonly chalk: ChalkInstance },
): string {
  const page: Page = { ruleSet, assessment, messages, width: pageWidth(width) - 2, chalk };
  const isEmergency = assessment.urgency === 'emergency';
  const advice = section(page, 'adviceHeading', list(assessment.advice.map(({ say: text }) => text), page));
  const sections = [
    ...(isEmergency ? [helpFirst(page), advice, ...outcome(page)] : [...outcome(page), advice]),
    section(page, 'notSureHeading', notSure(page)),
    ...preparation(page),
    section(page, 'answersHeading', answers(page)),
    section(page, 'notAskedHeading', paragraph(assessment.referral.notAsked, page.width)),
    section(page, 'noticeHeading', [...paragraph(assessment.notice, page.width), ...provenance(page)]),
    section(page, 'contactsHeading', careLines(assessment.contacts, page.width)),
    section(page, 'nextHeading', isEmergency ? paragraph(say(messages, 'nextEmergency'), page.width) : nextStep(page)),
    section(page, 'helpAgain', crisisLines(assessment.contacts, page.width)),
  ];
  return `${sections.filter((lines) => lines.length > 0).map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function helpFirst(page: Page): Lines {
  const { assessment, messages, width } = page;
  return section(page, 'helpNow', [...paragraph(say(messages, 'emergencyLead'), width), ...crisisLines(assessment.contacts, width)]);
}

function notSure({ ruleSet, assessment, messages, width }: Page): Lines {
  return assessment.notSure.flatMap(({ question: id, countedAs, ask }) => {
    const question = questionOf(ruleSet, id);
    if (question === undefined) return [];
    const counted = answerInWords(question, countedAs, messages);
    return [
      ...item('- ', say(messages, 'notSureItem', { question: question.text, counted }), width),
      ...(ask === '' ? [] : item('  ', say(messages, 'notSureAsk', { ask }), width)),
    ];
  });
}

/** What to bring and to ask; not for someone whom the rule set, and so its referral, is not meant for. */
function preparation(page: Page): readonly Lines[] {
  const { status, referral } = page.assessment;
  if (status === 'out-of-scope') return [];
  return [section(page, 'bringHeading', list(referral.bring, page)), section(page, 'askHeading', list(referral.ask, page))];
}

function answers({ ruleSet, assessment, messages, width }: Page): Lines {
  return answered(ruleSet, assessment.answers).flatMap(({ question, answer }) =>
    item('- ', question.text, width).concat(item('  = ', answerInWords(question, answer, messages), width)),
  );
}

function provenance({ assessment: { ruleSet }, messages, width }: Page): Lines {
  const { id, version, digest } = ruleSet;
  return paragraph(say(messages, 'ruleSet', { id, version, digest: digest.slice(0, 'sha256:'.length + 12) }), width);
}

/** The result once more in short, and what to do today. */
function nextStep(page: Page): Lines {
  const { status, referral } = page.assessment;
  if (status === 'out-of-scope') return [];
  return [
    ...(status === 'decided' ? [...suggestion(page), ...howSoon(page)] : []),
    ...paragraph(referral.today, page.width),
    ...paragraph(referral.who, page.width),
  ];
}
