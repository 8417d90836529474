import { type Messages, say } from '../messages/messages.ts';
import type { Assessment, FiredRule } from '../model/assessment.ts';
import { NOT_SURE, type RuleSet } from '../model/rule-set.ts';
import { type Item, listOf, type Part, type Section, section, textOf, type Told } from './section.ts';
import { answered, answerInWords } from './words.ts';

/** The reasons for the level: each rule that decided, with the answers behind it, and whether one was enough. */
export function levelReasons(told: Told): readonly Section[] {
  return whyLevel(told, told.messages.whyLevel, rulesForLevel(told.ruleSet, told.assessment));
}

/** While answers are missing, the reasons for the least that it will be. Where that is the least of all, there is nothing to explain. */
export function leastReasons(told: Told): readonly Section[] {
  const { ruleSet, assessment, messages } = told;
  const least = assessment.range?.[0];
  const rules = assessment.decidedBy.filter((rule) => rule.level === least && !isPressing(assessment, rule));
  return whyLevel(told, messages.whyLeast, least === ruleSet.levels[0]?.id ? [] : rules);
}

function whyLevel(told: Told, heading: string, rules: readonly FiredRule[]): readonly Section[] {
  const single = Object.keys(rules[0]?.answers ?? {}).length === 1 ? 'oneAnswer' : 'oneReason';
  return section('why-level', heading, rules.length === 0 ? [] : [listOf(reasons(told, rules)), textOf(say(told.messages, rules.length > 1 ? 'eachEnough' : single))]);
}

/** The reasons for the urgency that are not already reasons for the level; `lead` stands above them. */
export function urgencyReasons(told: Told, lead?: Part): readonly Section[] {
  const { ruleSet, assessment, messages } = told;
  const ofLevel = rulesForLevel(ruleSet, assessment);
  const rules = assessment.decidedBy.filter((rule) => !ofLevel.includes(rule) && isPressing(assessment, rule));
  return section('why-urgent', messages.whyUrgent, rules.length === 0 ? [] : [lead, listOf(reasons(told, rules))]);
}

/**
 * The rules that speak for the level of the result. In a screening questionnaire the total makes the level: a rule about
 * a single answer, which asks for haste whatever the total is, speaks for the urgency alone.
 */
export function rulesForLevel({ screen }: RuleSet, { decidedBy, level, urgency }: Assessment): readonly FiredRule[] {
  const rules = decidedBy.filter((rule) => rule.level !== null && rule.level === level);
  const unhurried = screen === undefined ? [] : rules.filter((rule) => rule.urgency !== urgency);
  return unhurried.length > 0 ? unhurried : rules;
}

/** Whether a rule is why somebody should be seen so soon. */
function isPressing({ urgency }: Assessment, rule: FiredRule): boolean {
  return urgency !== 'routine' && rule.urgency === urgency;
}

/** Each reason with the answers behind it; an answer is said once. */
export function reasons({ ruleSet, messages }: Told, rules: readonly FiredRule[]): readonly Item[] {
  const said = new Set<string>();
  return rules.map((rule) => {
    const answers = answered(ruleSet, rule.answers).filter(({ question }) => !said.has(question.id));
    for (const { question } of answers) said.add(question.id);
    const words = answers.map(({ question, answer }) => quoted(answerInWords(question, answer, messages), answer === NOT_SURE, messages));
    return { text: rule.because, ...(words.length > 0 && { below: say(messages, 'youSaid', { answers: [...new Set(words)].join(' ') }) }) };
  });
}

/** The answer as it was given. "Not sure" would contradict the reason that it led to, without a word of why it did. */
function quoted(answer: string, isNotSure: boolean, messages: Messages): string {
  return isNotSure ? say(messages, 'notSureReason', { answer }) : `"${answer}"`;
}
