import fc from 'fast-check';
import type { Verdict } from '../../../src/engine/verdict.ts';
import type { Answers } from '../../../src/model/answers.ts';
import type { Region, Result } from '../../../src/model/difference.ts';
import { type Condition, NOT_SURE, type Question, type RuleSet, URGENCIES } from '../../../src/model/rule-set.ts';
import { naive, values } from '../../naive.ts';
import { condition, ruleSets } from '../../random-rule-sets.ts';

export type Versions = readonly [old: RuleSet, now: RuleSet];

/** Two versions: the same with something changed, other rules over the same questions, or two that have little in common. */
export function versions(): fc.Arbitrary<Versions> {
  const small = ruleSets({ questions: 3, rules: 5 });
  return fc.oneof(
    { weight: 3, arbitrary: small.chain((old) => mutated(old, 3).map((now): Versions => [old, now])) },
    { weight: 1, arbitrary: small.chain((old) => otherRules(old).map((now): Versions => [old, now])) },
    { weight: 1, arbitrary: fc.tuple(small, small) },
    { weight: 1, arbitrary: fc.tuple(small, small).chain(([old, now]) => mutated(now, 2).map((changed): Versions => [old, changed])) },
  );
}

function otherRules(ruleSet: RuleSet): fc.Arbitrary<RuleSet> {
  const rule = fc.record({ when: condition(ruleSet.questions, ruleSet.scores, 2), level: fc.constantFrom(...ruleSet.levels.map(({ id }) => id)), urgency: fc.constantFrom(...URGENCIES) });
  return fc
    .array(rule, { minLength: 1, maxLength: 5 })
    .map((rules) => ({ ...ruleSet, rules: rules.map((asked, place) => ({ ...asked, id: `r${place}`, because: 'It is so.', sources: ['source'] })) }));
}

function mutated(ruleSet: RuleSet, most: number): fc.Arbitrary<RuleSet> {
  return fc.array(fc.tuple(fc.constantFrom(...MUTATIONS), fc.nat(20), fc.nat(20)), { minLength: 1, maxLength: most }).map((steps) =>
    steps.reduce((now, [mutate, a, b]) => mutate(now, a, b), ruleSet),
  );
}

type Mutation = (ruleSet: RuleSet, a: number, b: number) => RuleSet;

/** One small edit each, such as an author makes. */
const MUTATIONS: readonly Mutation[] = [
  (ruleSet, a) => (ruleSet.rules.length < 2 ? ruleSet : { ...ruleSet, rules: ruleSet.rules.filter((_, place) => place !== a % ruleSet.rules.length) }),
  (ruleSet, a, b) => changeRule(ruleSet, a, (rule) => ({ ...rule, level: ruleSet.levels[b % ruleSet.levels.length]?.id ?? rule.level })),
  (ruleSet, a, b) => changeRule(ruleSet, a, (rule) => ({ ...rule, urgency: URGENCIES[b % URGENCIES.length] ?? rule.urgency })),
  (ruleSet, a) => changeRule(ruleSet, a, (rule) => ({ ...rule, when: { test: 'not', of: rule.when } })),
  (ruleSet, a) => changeRule(ruleSet, a, (rule) => ({ ...rule, id: `${rule.id}-again` })),
  (ruleSet, a) => ({ ...ruleSet, rules: ruleSet.rules.toSorted((left, right) => ((left.id.length + a) % 3) - ((right.id.length + a) % 2)) }),
  (ruleSet, a, b) =>
    changeQuestion(ruleSet, a, (question) =>
      question.type === 'choice' ? { ...question, notSure: question.options[b % question.options.length]?.id ?? 'o0' } : { ...question, notSure: question.min + (b % (question.max - question.min + 1)) },
    ),
  (ruleSet, a) => changeQuestion(ruleSet, a, ({ notSure: _notSure, ...question }) => question),
  (ruleSet, a) =>
    changeQuestion(ruleSet, a, (question) =>
      question.type === 'choice' ? { ...question, options: [...question.options, { id: 'extra', text: 'Something else' }] } : { ...question, max: question.max + 1 },
    ),
  (ruleSet) => ({ ...ruleSet, scores: ruleSet.scores.map((score) => ({ ...score, points: Object.fromEntries(Object.entries(score.points).map(([id, byOption]) => [id, { ...byOption, o0: 2 }])) })) }),
  ({ scope: _scope, ...ruleSet }) => ruleSet,
  (ruleSet, a) => ({ ...ruleSet, scope: { when: ruleSet.rules[a % ruleSet.rules.length]?.when as Condition, otherwise: 'Not for you.' } }),
  (ruleSet) => ({ ...ruleSet, levels: [...ruleSet.levels, { id: 'most', name: 'most', week: 'A week.' }], rules: ruleSet.rules.map((rule) => (rule.level === 'top' ? { ...rule, level: 'most' } : rule)) }),
  (ruleSet) => ({ ...ruleSet, levels: ruleSet.levels.toSpliced(1, 0, { id: 'lower', name: 'lower', week: 'A week.' }), rules: ruleSet.rules.map((rule) => (rule.level === 'low' ? { ...rule, level: 'lower' } : rule)) }),
];

function changeRule(ruleSet: RuleSet, a: number, change: (rule: RuleSet['rules'][number]) => RuleSet['rules'][number]): RuleSet {
  const place = a % ruleSet.rules.length;
  return { ...ruleSet, rules: ruleSet.rules.map((rule, at) => (at === place ? change(rule) : rule)) };
}

function changeQuestion(ruleSet: RuleSet, a: number, change: (question: Question) => Question): RuleSet {
  const place = a % ruleSet.questions.length;
  return { ...ruleSet, questions: ruleSet.questions.map((question, at) => (at === place ? change(question) : question)) };
}

/** One answer set of both versions: its answers by the names that a region uses, and what each version makes of it. */
export interface Joined {
  readonly answers: Answers;
  readonly from: Result & Pick<Verdict, 'decidedBy' | 'alsoMatched'>;
  readonly to: Joined['from'];
}

/** docs/diff.md, word for word: every answer set that can be compared. */
export function joined([old, now]: Versions): Joined[] {
  const were = old.questions;
  const are = now.questions;
  const both = are.flatMap((question) => {
    const before = were.find(({ id }) => id === question.id);
    const shared = before?.type === question.type ? values(question).filter((value) => values(before).includes(value)) : [];
    const unsure = before?.notSure !== undefined && question.notSure !== undefined && before.notSure !== question.notSure ? [NOT_SURE] : [];
    return shared.length === 0 ? [] : [{ id: question.id, of: [...shared, ...unsure] }];
  });
  const alone = (questions: readonly Question[], others: readonly Question[], prefix: string) =>
    questions
      .filter(({ id }) => !both.some((question) => question.id === id))
      .map((question) => ({ id: others.some(({ id }) => id === question.id) ? `${prefix}.${question.id}` : question.id, own: question.id, of: values(question) }));
  const [onlyOld, onlyNew] = [alone(were, are, 'old'), alone(are, were, 'new')];
  const sets = [...both, ...onlyOld, ...onlyNew].reduce<Answers[]>((all, { id, of }) => all.flatMap((answers) => of.map((value) => ({ ...answers, [id]: value }))), [{}]);
  return sets.map((answers) => {
    const asked = (only: typeof onlyOld) => Object.fromEntries([...both.map(({ id }) => [id, answers[id]]), ...only.map(({ id, own }) => [own, answers[id]])]) as Answers;
    return { answers, from: naive(old, asked(onlyOld)) as Joined['from'], to: naive(now, asked(onlyNew)) as Joined['to'] };
  });
}

/** Whether the answers are in a region; scores as the new version counts them. */
export function isIn({ when }: Region, { answers }: Joined, now: RuleSet): boolean {
  return Object.entries(when).every(([id, allowed]) => {
    if (!('atLeast' in allowed)) return allowed.includes(answers[id] ?? '');
    const sum = scoreOf(now, id, answers);
    return sum >= allowed.atLeast && sum <= allowed.atMost;
  });
}

function scoreOf({ scores, questions }: RuleSet, id: string, answers: Answers): number {
  const points = Object.entries(scores.find((score) => score.id === id)?.points ?? {});
  return points.reduce((sum, [question, byOption]) => {
    const answer = answers[question] ?? answers[`new.${question}`];
    const counted = answer === NOT_SURE ? questions.find((asked) => asked.id === question)?.notSure : answer;
    return sum + (byOption[String(counted)] ?? 0);
  }, 0);
}
