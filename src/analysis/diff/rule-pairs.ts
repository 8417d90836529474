import type { Rule, RuleSet, Score } from '../../model/rule-set.ts';
import { namesIn } from '../conditions.ts';
import { conditionText } from '../wording.ts';
import { optionsOf } from './names.ts';

/** A rule that is not the same in both versions; by its new id. */
export interface RulePair {
  readonly id: string;
  readonly old: Rule | undefined;
  readonly new: Rule | undefined;
  /** Questions and scores that are not the same, and through which the rule is another than it was. */
  readonly through: readonly string[];
}

/**
 * Every rule that only one version has, that is written otherwise, or that is reached by a score with other points or by
 * a question with another order of options. What only one version takes does not count: it is not compared.
 */
export function rulePairs(old: RuleSet, now: RuleSet): readonly RulePair[] {
  const touched = new Set([...reordered(old, now), ...repointed(old, now)]);
  const asks = (ruleSet: RuleSet, { when, level, urgency }: Rule): string => JSON.stringify([conditionText(ruleSet, when), level, urgency]);
  return [...new Set([...now.rules, ...old.rules].map(({ id }) => id))].flatMap((id): RulePair[] => {
    const [before, after] = [old, now].map(({ rules }) => rules.find((rule) => rule.id === id));
    const through = before && after ? [...new Set([...namesIn(before.when), ...namesIn(after.when)])].filter((name) => touched.has(name)) : [];
    const same = before && after && asks(old, before) === asks(now, after) && through.length === 0;
    return same ? [] : [{ id, old: before, new: after, through }];
  });
}

/** Questions whose common options stand in another order. */
function reordered(old: RuleSet, now: RuleSet): readonly string[] {
  return now.questions.map(({ id }) => id).filter((id) => common(old, now, id).join() !== common(now, old, id).join());
}

/** The options of a question that another version has, too. */
function common(ruleSet: RuleSet, other: RuleSet, question: string): readonly string[] {
  const others = optionIdsOf(other, question);
  return optionIdsOf(ruleSet, question).filter((id) => others.includes(id));
}

function optionIdsOf({ questions }: RuleSet, question: string): readonly string[] {
  return optionsOf(questions.find(({ id }) => id === question)).map(({ id }) => id);
}

/** Scores that give other points to something that is compared. */
function repointed(old: RuleSet, now: RuleSet): readonly string[] {
  const isRepointed = (score: Score): boolean => {
    const before = old.scores.find(({ id }) => id === score.id);
    return before !== undefined && pointsText(before, old, now) !== pointsText(score, now, old);
  };
  return now.scores.filter(isRepointed).map(({ id }) => id);
}

/** The points for what both versions take, or for all that a question adds which only this version asks. */
function pointsText({ points }: Score, ruleSet: RuleSet, other: RuleSet): string {
  const scored = Object.entries(points).flatMap(([question, byOption]) => {
    const alone = !other.questions.some(({ id }) => id === question);
    const options = alone ? Object.keys(byOption) : common(ruleSet, other, question);
    return options.filter((option) => (byOption[option] ?? 0) > 0).map((option) => `${question} ${option} ${byOption[option]}`);
  });
  return scored.sort().join();
}
