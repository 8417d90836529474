import type { Answers } from '../src/model/answers.ts';
import { type Condition, NOT_SURE, type Question, type Rule, type RuleSet, URGENCIES } from '../src/model/rule-set.ts';

/** The meaning of a rule set, written as plainly as can be; everything faster is compared with it. */
export function naive(ruleSet: RuleSet, answers: Answers) {
  const fired = firing(ruleSet, answers);
  const unanswered = ruleSet.questions.filter(({ id, kind }) => kind !== 'note' && !(id in answers)).map(({ id }) => id);
  const all = (unanswered.length === 0 ? [fired] : completions(ruleSet, answers).map((whole) => firing(ruleSet, whole))).map((rules) => asked(ruleSet, rules));
  const outside = ruleSet.scope !== undefined && truth(ruleSet, answers, ruleSet.scope.when)[1] === 0;
  const levels = outside ? [] : all.map(({ level }) => level).filter((level) => level >= 0);
  const urgencies = all.map(({ urgency }) => urgency);
  const status = outside ? 'out-of-scope' : unanswered.length > 0 ? 'open' : levels.length === 0 ? 'no-rule' : 'decided';
  const range = levels.length === 0 ? null : [Math.min(...levels), Math.max(...levels)].map((place) => ruleSet.levels[place]?.id);
  const urgencyRange = [Math.min(...urgencies), Math.max(...urgencies)].map((place) => URGENCIES[place]);
  const decides = (rule: Rule) => rule.level === range?.[0] || (rule.urgency !== 'routine' && rule.urgency === urgencyRange[0]);
  return {
    status,
    level: status === 'decided' ? range?.[0] : null,
    range,
    urgency: urgencyRange[0],
    urgencyRange,
    decidedBy: fired.filter(decides).map(({ id }) => id),
    alsoMatched: fired.filter((rule) => !decides(rule)).map(({ id }) => id),
    complete: unanswered.length === 0,
    unanswered,
  };
}

/** Every way to answer what is missing. */
export function completions(ruleSet: RuleSet, answers: Answers): Answers[] {
  const open = ruleSet.questions.find(({ id, kind }) => kind !== 'note' && !(id in answers));
  if (open === undefined) return [answers];
  return values(open).flatMap((value) => completions(ruleSet, { ...answers, [open.id]: value }));
}

export const values = (question: Question): (string | number)[] =>
  question.type === 'choice' ? question.options.map(({ id }) => id) : Array.from({ length: question.max - question.min + 1 }, (_, step) => question.min + step);

const firing = (ruleSet: RuleSet, answers: Answers) => ruleSet.rules.filter((rule) => truth(ruleSet, answers, rule.when)[0] === 1);

const asked = (ruleSet: RuleSet, rules: readonly Rule[]) => ({
  level: Math.max(-1, ...rules.map((rule) => ruleSet.levels.findIndex(({ id }) => id === rule.level))),
  urgency: Math.max(0, ...rules.map((rule) => URGENCIES.indexOf(rule.urgency))),
});

/** The least and the greatest that something can be: false is [0, 0], unknown [0, 1], true [1, 1]. */
type Span = readonly [number, number];
const sum = (spans: readonly Span[]): Span => spans.reduce(([a, b], [c, d]) => [a + c, b + d], [0, 0]);
const within = ([least, most]: Span, { min, max }: { min: number; max: number }): Span => [Number(least >= min && most <= max), Number(most >= min && least <= max)];

function truth(ruleSet: RuleSet, answers: Answers, condition: Condition): Span {
  const span = (id: string, valueOf: (value: string | number) => number): Span => {
    const given = answers[id] as string | number | undefined;
    if (given !== undefined && given !== NOT_SURE) return [valueOf(given), valueOf(given)];
    const question = ruleSet.questions.find((candidate) => candidate.id === id) as Question;
    const counted = given === NOT_SURE ? question.notSure : undefined;
    const possible = (counted === undefined ? values(question) : [counted]).map(valueOf);
    return [Math.min(...possible), Math.max(...possible)];
  };
  if (condition.test === 'option') return span(condition.question, (value) => Number(condition.options.includes(String(value))));
  if (condition.test === 'number') return within(span(condition.question, Number), condition);
  if (condition.test === 'score') {
    const { points = {} } = ruleSet.scores.find(({ id }) => id === condition.score) ?? {};
    return within(sum(Object.keys(points).map((id) => span(id, (value) => points[id]?.[value] ?? 0))), condition);
  }
  if (condition.test === 'not') return truth(ruleSet, answers, condition.of).map((value) => 1 - value).reverse() as unknown as Span;
  const parts = condition.of.map((part) => truth(ruleSet, answers, part));
  if (condition.test === 'count') return within(sum(parts), condition);
  const choose = condition.test === 'all' ? Math.min : Math.max;
  return [choose(...parts.map(([least]) => least)), choose(...parts.map(([, most]) => most))];
}
