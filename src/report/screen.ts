import { type MessageKey, type Messages, say } from '../messages/messages.ts';
import type { Assessment } from '../model/assessment.ts';
import type { RuleSet } from '../model/rule-set.ts';

/** What is said in another way of a screening questionnaire: its levels are bands of a total, and no levels of care. */
const IN_SCREENS = {
  suggestion: 'screenResult',
  soonRoutine: 'screenRoutine',
  rangeLead: 'screenOpen',
  rangeAny: 'screenAny',
  noRuleLead: 'screenNoRule',
  ladderMore: 'screenMore',
  ladderLess: 'screenLess',
  ladderHere: 'screenHere',
  whyLevel: 'screenWhy',
  explainAsked: 'screenTooLow',
  levelsHeading: 'screenBeside',
  levelTooLittle: 'screenTooLow',
  levelNotAsked: 'screenTooHigh',
  notesHeading: 'screenNotes',
  askHeading: 'screenAsk',
} as const satisfies Partial<Record<MessageKey, MessageKey>>;

/** The messages that fit the results of a rule set. */
export function messagesFor({ screen }: RuleSet, messages: Messages): Messages {
  if (screen === undefined) return messages;
  return { ...messages, ...Object.fromEntries(Object.entries(IN_SCREENS).map(([key, instead]) => [key, messages[instead]])) };
}

/** Whether the answers to a screening questionnaire ask for haste: a low total must not sound like good news then. */
export function isPressingScreen({ screen }: RuleSet, { urgency }: Assessment): boolean {
  return screen !== undefined && urgency !== 'routine';
}

/** The total of a screening questionnaire, and the most that it can be; undefined in other results and while answers are missing. */
export function screenTotal(ruleSet: RuleSet, { scores }: Assessment, messages: Messages): string | undefined {
  const score = ruleSet.scores.find(({ id }) => id === ruleSet.screen);
  const total = score && scores[score.id];
  if (score === undefined || typeof total !== 'number') return undefined;
  const most = Object.values(score.points).reduce((sum, points) => sum + Math.max(0, ...Object.values(points)), 0);
  return say(messages, 'screenTotal', { total, most });
}
