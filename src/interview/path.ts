import { tableOf } from '../engine/table.ts';
import { verdict } from '../engine/verdict.ts';
import type { Answers } from '../model/answers.ts';
import { type Question, type RuleSet, URGENCIES } from '../model/rule-set.ts';

/**
 * The questions to ask, in the rule set's order, given the answers so far. All of them; but once the person is known to
 * be out of scope, no level can come of more answers, so only what an emergency rests on is still asked.
 */
export function questionsToAsk(ruleSet: RuleSet, answers: Answers): readonly Question[] {
  if (verdict(ruleSet, answers).status !== 'out-of-scope') return ruleSet.questions;
  const emergency = emergencyQuestions(ruleSet);
  return ruleSet.questions.filter(({ id, kind }) => kind === 'scope' || emergency.has(id) || Object.hasOwn(answers, id));
}

/** Ids of the questions that some rule with the most pressing urgency reads. */
function emergencyQuestions(ruleSet: RuleSet): ReadonlySet<string> {
  const { rows, coding } = tableOf(ruleSet);
  const pressing = rows.filter((row) => row.urgency === URGENCIES.indexOf('emergency'));
  const read = coding.questions.filter((_, position) => pressing.some((row) => row.reads.has(position)));
  return new Set(read.map((question) => question.id));
}
