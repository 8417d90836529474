import { type MessageKey, say } from '../messages/messages.ts';
import type { Urgency } from '../model/rule-set.ts';
import { ladder } from './ladder.ts';
import { item, type Lines, paragraph } from './layout.ts';
import { list, type Page, section } from './page.ts';
import { changeLines, levelReasons, urgencyReasons } from './reasons.ts';
import { levelName, levelOf, questionOf } from './words.ts';

/** What the rules came to, by status. */
export function outcome(page: Page): readonly Lines[] {
  switch (page.assessment.status) {
    case 'decided':
      return decided(page);
    case 'open':
      return open(page);
    case 'out-of-scope':
      return outOfScope(page);
    case 'no-rule':
      return noRule(page);
  }
}

/** The level in one line; empty where there is none. */
export function suggestion({ ruleSet, assessment, messages, width, chalk }: Page): Lines {
  const level = levelOf(ruleSet, assessment.level);
  if (level === undefined) return [];
  return paragraph(say(messages, 'suggestion', { level: levelName(level) }), width).map((line) => chalk.bold(line));
}

const HOW_SOON: Readonly<Record<Urgency, MessageKey & `soon${string}`>> = {
  routine: 'soonRoutine',
  soon: 'soonSoon',
  urgent: 'soonUrgent',
  emergency: 'soonEmergency',
};

export function howSoon({ assessment, messages, width }: Page): Lines {
  return paragraph(say(messages, HOW_SOON[assessment.urgency]), width);
}

function decided(page: Page): readonly Lines[] {
  const { ruleSet, assessment, messages, width } = page;
  const level = levelOf(ruleSet, assessment.level);
  if (level === undefined) return [];
  return [
    section(page, 'resultHeading', [
      ...suggestion(page),
      ...paragraph(say(messages, 'week', { week: level.week }), width),
      ...howSoon(page),
      ...paragraph(say(messages, 'provisional'), width),
      '',
      ...ladder(ruleSet, [level.id, level.id], messages, width),
    ]),
    section(page, 'whyLevel', levelReasons(page)),
    section(page, 'whyUrgent', urgencyReasons(page)),
    section(page, 'changeHeading', changeLines(page)),
    section(page, 'besideHeading', beside(page)),
    section(page, 'expectHeading', list([level.hours, level.nights, level.length, level.cost].filter((text) => text !== undefined), page)),
    section(page, 'followsHeading', paragraph(level.follows ?? '', width)),
  ];
}

function open(page: Page): readonly Lines[] {
  const { ruleSet, assessment, messages, width } = page;
  const unanswered = assessment.unanswered.map((id) => questionOf(ruleSet, id)?.text ?? '');
  return [
    section(page, 'resultHeading', [
      ...paragraph(`${say(messages, 'rangeLead')} ${rangeInWords(page)}`, width),
      ...howSoonUnlessRoutine(page),
      ...(assessment.range === null ? [] : ['', ...ladder(ruleSet, assessment.range, messages, width)]),
    ]),
    section(page, 'whyUrgent', urgencyReasons(page)),
    section(page, 'openHeading', list(unanswered, page)),
  ];
}

function outOfScope(page: Page): readonly Lines[] {
  const otherwise = page.ruleSet.scope?.otherwise ?? '';
  return [
    section(page, 'outOfScopeHeading', [...paragraph(otherwise, page.width), ...howSoonUnlessRoutine(page)]),
    section(page, 'whyUrgent', urgencyReasons(page)),
  ];
}

function noRule(page: Page): readonly Lines[] {
  const text = `${say(page.messages, 'noRuleLead')} ${say(page.messages, 'noRuleNext')}`;
  return [section(page, 'resultHeading', [...paragraph(text, page.width), ...howSoonUnlessRoutine(page)])];
}

function rangeInWords({ ruleSet, assessment, messages }: Page): string {
  const [least, most] = (assessment.range ?? []).map((id) => levelOf(ruleSet, id));
  if (least === undefined || most === undefined) return say(messages, 'noRuleNext');
  if (least === most) return say(messages, 'rangeOne', { level: levelName(least) });
  if (most !== ruleSet.levels.at(-1)) return say(messages, 'range', { least: levelName(least), most: levelName(most) });
  return least === ruleSet.levels[0] ? say(messages, 'rangeAny') : say(messages, 'rangeAtLeast', { least: levelName(least) });
}

/** Without a level, `routine` says nothing for certain, and must not sound as if there were no hurry. */
function howSoonUnlessRoutine(page: Page): Lines {
  return page.assessment.urgency === 'routine' ? [] : howSoon(page);
}

/** The next level up and the next one down, and why not those. */
function beside({ ruleSet, assessment, messages, width }: Page): Lines {
  const place = ruleSet.levels.findIndex((level) => level.id === assessment.level);
  const [less, more] = [ruleSet.levels[place - 1], ruleSet.levels[place + 1]];
  return [
    ...(more === undefined ? [] : item('- ', say(messages, 'besideMore', { level: levelName(more), week: more.week }), width)),
    ...(less === undefined ? [] : item('- ', say(messages, 'besideLess', { level: levelName(less), week: less.week }), width)),
  ];
}
