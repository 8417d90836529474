import { say } from '../messages/messages.ts';
import type { Change } from '../model/assessment.ts';
import { inSight } from './help.ts';
import { reasons } from './reasons.ts';
import { listOf, type Part, type Section, section, textOf, type Told } from './section.ts';
import { answered, answerInWords, levelName, levelOf } from './words.ts';

/** Examples shown of the answers that would lead to more care, and of those that would lead to less. */
const MOST_EXAMPLES = 3;

/** The id of a question about thoughts of harm. Such thoughts are nobody's example of what would change a level. */
const SAFETY = 'safety';

/** What would change the level: single answers, the nearest of each question; and the fewest together where one is not enough. */
export function changes(told: Told): readonly Section[] {
  const { ruleSet, assessment, messages } = told;
  // In an emergency nothing should tempt anybody to answer otherwise. What another total means, the ladder of a screen tells.
  if (assessment.urgency === 'emergency' || ruleSet.screen !== undefined) return [];
  const place = (id: string | null): number => ruleSet.levels.findIndex((level) => level.id === id);
  const shown = assessment.wouldChange.filter(isNoThought);
  const less = shown.filter((change) => place(change.level) < place(assessment.level));
  const more = shown.filter((change) => place(change.level) > place(assessment.level));
  const nearestLess = less.filter((change, index) => less.findLastIndex((other) => questionIn(other) === questionIn(change)) === index);
  const nearestMore = more.filter((change, index) => more.findIndex((other) => questionIn(other) === questionIn(change)) === index);
  const single = [...examples(told, 'changeLess', nearestLess), ...examples(told, 'changeMore', nearestMore)];
  const none = assessment.wouldChange.length === 0 ? [textOf(say(messages, 'changeNone'))] : [];
  const together = (assessment.fewestChanges ?? []).filter(isNoThought).flatMap((fewest) => fewestParts(told, fewest));
  return section('change', messages.changeHeading, [...none, ...single, ...together, ...thoughtsFirst(told)]);
}

/** Why not the level that was asked about, where one was. */
export function explanation(told: Told): readonly Section[] {
  const { ruleSet, assessment, messages } = told;
  const { explain } = assessment;
  if (explain === undefined) return [];
  const level = levelOf(ruleSet, explain?.level ?? null);
  if (explain === null || level === undefined) return section('explain', messages.explainAny, [textOf(messages.explainNothing)]);
  const heading = say(messages, 'explainHeading', { level: levelName(level) });
  if (level.id === assessment.level) return section('explain', heading, [textOf(messages.explainSame)]);
  const { askForMore, fewest } = explain;
  return section('explain', heading, [
    textOf(say(messages, askForMore.length > 0 ? 'explainAsked' : 'levelNotAsked')),
    listOf(reasons(told, askForMore)),
    ...(fewest === null ? [textOf(messages.explainNoWay)] : fewestParts(told, fewest)),
  ]);
}

function isNoThought({ answers }: Change): boolean {
  return !Object.hasOwn(answers, SAFETY);
}

/** What new thoughts of harm call for, where the rule set asks about such thoughts. */
function thoughtsFirst({ ruleSet, assessment, messages }: Told): readonly (Part | undefined)[] {
  if (!ruleSet.questions.some(({ id }) => id === SAFETY)) return [];
  return [textOf(say(messages, 'changeSafety', { help: inSight(assessment.contacts) }))];
}

/** One way to another level with the fewest answers changed. */
function fewestParts(told: Told, fewest: Change): readonly (Part | undefined)[] {
  const { ruleSet, messages } = told;
  const changed = answered(ruleSet, fewest.answers);
  const level = nameOf(told, fewest.level);
  const items = changed.map(({ question, answer }) => say(messages, 'changeItem', { question: question.text, answer: answerInWords(question, answer, messages) }));
  const leads = [say(messages, 'fewestOne', { level }), say(messages, 'fewestTwo', { level }), say(messages, 'fewestThree', { level })];
  return [textOf(leads[changed.length - 1] ?? say(messages, 'fewestMany', { level, count: changed.length })), listOf(items)];
}

function examples(told: Told, heading: 'changeMore' | 'changeLess', found: readonly Change[]): readonly (Part | undefined)[] {
  if (found.length === 0) return [];
  const { ruleSet, messages } = told;
  const items = found.slice(0, MOST_EXAMPLES).flatMap((change) =>
    answered(ruleSet, change.answers).map(({ question, answer }) =>
      say(messages, 'change', { question: question.text, answer: answerInWords(question, answer, messages), level: nameOf(told, change.level) }),
    ),
  );
  return [textOf(say(messages, heading)), listOf(items)];
}

function nameOf({ ruleSet }: Told, id: string): string {
  const level = levelOf(ruleSet, id);
  return level?.short ?? level?.name ?? '';
}

function questionIn(change: Change): string {
  return Object.keys(change.answers)[0] ?? '';
}
