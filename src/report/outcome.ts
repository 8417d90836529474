import { type MessageKey, type Messages, say } from '../messages/messages.ts';
import type { Level, RuleSet, Urgency } from '../model/rule-set.ts';
import { changes, explanation } from './changes.ts';
import { levelsBeside } from './level-cards.ts';
import { leastReasons, levelReasons, urgencyReasons } from './reasons.ts';
import { isPressingScreen, screenTotal } from './screen.ts';
import { type Ladder, listOf, type Part, type Section, section, textOf, type Told } from './section.ts';
import { levelName, levelOf, questionOf } from './words.ts';

/** What the rules came to, by status: what to know first, and what stands behind it. */
export function outcome(told: Told): readonly Section[] {
  switch (told.assessment.status) {
    case 'decided':
      return decided(told);
    case 'open':
      return open(told);
    case 'out-of-scope':
      return outOfScope(told);
    case 'no-rule':
      return [result(told, [textOf(noRule(told.messages))]), ...explanation(told)];
  }
}

function decided(told: Told): readonly Section[] {
  const { ruleSet, assessment, messages } = told;
  const level = levelOf(ruleSet, assessment.level);
  if (level === undefined) return [result(told, [])];
  if (isPressingScreen(ruleSet, assessment)) return pressingScreen(told, level);
  return [
    result(told, [
      { kind: 'lead', text: say(messages, 'suggestion', { level: levelName(level) }) },
      textOf(screenTotal(ruleSet, assessment, messages)),
      textOf(say(messages, 'week', { week: level.week })),
      howSoon(told),
      textOf(say(messages, 'provisional')),
      ladder(ruleSet, [level.id, level.id], messages),
    ]),
    ...levelReasons(told),
    ...urgencyReasons(told),
    ...changes(told),
    ...explanation(told),
    ...levelsBeside(told),
    ...section('follows', messages.factFollows, [textOf(level.follows)]),
  ];
}

/** How soon and why come first; no word of weeks that go on as they are, and of no other total. */
function pressingScreen(told: Told, level: Level): readonly Section[] {
  const { ruleSet, assessment, messages } = told;
  const soon = howSoon(told);
  const whySoon = urgencyReasons(told, soon);
  return [
    ...whySoon,
    result(told, [
      whySoon.length > 0 ? undefined : soon,
      { kind: 'lead', text: say(messages, 'suggestion', { level: levelName(level) }) },
      textOf(screenTotal(ruleSet, assessment, messages)),
      textOf(say(messages, 'provisional')),
      ladder(ruleSet, [level.id, level.id], messages),
    ]),
    ...levelReasons(told),
    ...explanation(told),
  ];
}

function open(told: Told): readonly Section[] {
  const { ruleSet, assessment, messages } = told;
  const textOfQuestion = (id: string): string => questionOf(ruleSet, id).text;
  const next = assessment.nextQuestion ?? undefined;
  const narrows = assessment.unanswered.length > 1 && next !== undefined;
  const isPressing = isPressingScreen(ruleSet, assessment);
  const soonFirst = isPressing ? urgencyReasons(told, howSoon(told)) : [];
  return [
    ...soonFirst,
    result(told, [
      textOf(`${say(messages, 'rangeLead')} ${rangeInWords(told)}`),
      ...(soonFirst.length > 0 ? [] : unlessRoutine(told)),
      assessment.range === null ? undefined : ladder(ruleSet, assessment.range, messages),
    ]),
    ...(isPressing ? [] : urgencyReasons(told)),
    ...leastReasons(told),
    ...section('open', messages.openHeading, [
      listOf(assessment.unanswered.map(textOfQuestion)),
      narrows ? textOf(say(messages, 'nextQuestion', { question: textOfQuestion(next) })) : undefined,
    ]),
    ...explanation(told),
  ];
}

function outOfScope(told: Told): readonly Section[] {
  const parts = [textOf(told.ruleSet.scope?.otherwise), ...unlessRoutine(told)].filter((part) => part !== undefined);
  return [{ id: 'result', heading: told.messages.outOfScopeHeading, parts }, ...urgencyReasons(told), ...explanation(told)];
}

/** The ladder with the person's place on it: one level, or those still possible. */
export function ladder(ruleSet: RuleSet, [least, most]: readonly [string, string], messages: Messages): Ladder {
  const ids = ruleSet.levels.map((level) => level.id);
  const mark = say(messages, least === most ? 'ladderHere' : 'ladderMaybe');
  const rungs = ruleSet.levels.toReversed().map((level) => {
    const place = ids.indexOf(level.id);
    const isHere = place >= ids.indexOf(least) && place <= ids.indexOf(most);
    return { name: levelName(level), ...(isHere && { mark }) };
  });
  return { kind: 'ladder', more: say(messages, 'ladderMore'), less: say(messages, 'ladderLess'), rungs };
}

function result({ messages }: Told, parts: readonly (Part | undefined)[]): Section {
  return { id: 'result', heading: messages.resultHeading, parts: parts.filter((part) => part !== undefined) };
}

function rangeInWords({ ruleSet, assessment, messages }: Told): string {
  const [least, most] = (assessment.range ?? []).map((id) => levelOf(ruleSet, id));
  if (least === undefined || most === undefined) return say(messages, 'noRuleNext');
  if (least === most) return say(messages, 'rangeOne', { level: levelName(least) });
  if (most !== ruleSet.levels.at(-1)) return say(messages, 'range', { least: levelName(least), most: levelName(most) });
  return least === ruleSet.levels[0] ? say(messages, 'rangeAny') : say(messages, 'rangeAtLeast', { least: levelName(least) });
}

function noRule(messages: Messages): string {
  return `${say(messages, 'noRuleLead')} ${say(messages, 'noRuleNext')}`;
}

const HOW_SOON: Readonly<Record<Urgency, MessageKey & `soon${string}`>> = {
  routine: 'soonRoutine',
  soon: 'soonSoon',
  urgent: 'soonUrgent',
  emergency: 'soonEmergency',
};

function howSoon({ assessment, messages }: Told): Part {
  return { kind: 'soon', text: say(messages, HOW_SOON[assessment.urgency]) };
}

/** Without a level, `routine` says nothing for certain, and must not sound as if there were no hurry. */
function unlessRoutine(told: Told): readonly Part[] {
  return told.assessment.urgency === 'routine' ? [] : [howSoon(told)];
}
