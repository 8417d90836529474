import fc from 'fast-check';
import { spaceOf } from '../../../src/analysis/space.ts';
import type { Subject } from '../../../src/analysis/subject.ts';
import type { Answers } from '../../../src/model/answers.ts';
import type { Problem } from '../../../src/model/problem.ts';
import type { Rule, RuleSet } from '../../../src/model/rule-set.ts';
import { completions, naive } from '../../naive.ts';
import { ruleSets } from '../../random-rule-sets.ts';

/** A rule set under check, with no file behind it: the place of a finding holds the path to what it is about. */
export function subjectOf(ruleSet: RuleSet, today = '2026-06-01'): Subject {
  return { ...spaceOf(ruleSet), today, placeOf: (...path) => ({ file: 'rules.yaml', line: 1, column: 1, text: path.join('/') }) };
}

/** What the findings are about, as paths. */
export const subjectsOf = (problems: readonly Problem[]): string[] => problems.map(({ place }) => place?.text ?? '');

export type Outcome = ReturnType<typeof naive> & { readonly answers: Answers; /** -1 where no rule asks. */ readonly place: number; readonly fired: readonly string[] };

/** What every answer set in scope comes out as, by the naive evaluator. */
export function outcomesOf(ruleSet: RuleSet): Outcome[] {
  return completions(ruleSet, {})
    .map((answers) => outcomeOf(ruleSet, answers))
    .filter(({ status }) => status !== 'out-of-scope');
}

export function outcomeOf(ruleSet: RuleSet, answers: Answers): Outcome {
  const result = naive(ruleSet, answers);
  return { ...result, answers, place: ruleSet.levels.findIndex(({ id }) => id === result.level), fired: [...result.decidedBy, ...result.alsoMatched] };
}

/** Random rule sets in which some rules come again: as they are, said otherwise, or asking for another level. */
export function crowdedRuleSets(): fc.Arbitrary<RuleSet> {
  const again = fc.array(fc.record({ of: fc.nat(), how: fc.constantFrom('same', 'otherwise', 'level', 'narrower') }), { maxLength: 3 });
  return fc.tuple(ruleSets({ questions: 4, rules: 5 }), again).map(([ruleSet, copies]) => ({
    ...ruleSet,
    rules: [...ruleSet.rules, ...copies.map(({ of, how }, place) => copied(ruleSet, of, how, `copy${place}`))],
  }));
}

function copied({ rules, levels }: RuleSet, of: number, how: string, id: string): Rule {
  const rule = rules[of % rules.length] as Rule;
  const beside = rules[(of + 1) % rules.length] as Rule;
  if (how === 'otherwise') return { ...rule, id, when: { test: 'not', of: { test: 'not', of: rule.when } } };
  if (how === 'level') return { ...rule, id, level: levels[of % levels.length]?.id ?? rule.level };
  if (how === 'narrower') return { ...rule, id, when: { test: 'all', of: [rule.when, beside.when] } };
  return { ...rule, id };
}

/** How many random rule sets each check meets. */
const RUNS = { numRuns: 200 };

/** Tries something on random rule sets, and tells which results came up: what never comes up shows nothing. */
export function results<T>(arbitrary: fc.Arbitrary<T>, found: (value: T) => boolean): { readonly found: boolean; readonly nothing: boolean } {
  const seen = { found: false, nothing: false };
  fc.assert(
    fc.property(arbitrary, (value) => {
      seen[found(value) ? 'found' : 'nothing'] = true;
    }),
    RUNS,
  );
  return seen;
}

export const BOTH = { found: true, nothing: true };
