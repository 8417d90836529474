import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coverage, type Judged, percentMet } from '../../src/analysis/coverage.ts';
import type { Answers } from '../../src/model/answers.ts';
import type { Case } from '../../src/model/case.ts';
import { type Condition, NOT_SURE, type Rule, type RuleSet, URGENCIES } from '../../src/model/rule-set.ts';
import { completions, naive } from '../naive.ts';
import { answersTo, ruleSets } from '../random-rule-sets.ts';

const caseOf = (answers: Answers): Case => ({ name: 'case', answers, expect: {}, tags: [], place: { file: '', line: 1, column: 1, text: '' } });

/** The definition of coverage in docs/coverage.md, word for word and answer set by answer set. */
function definition(ruleSet: RuleSet, cases: readonly Answers[]): { kind: string; standing: Judged['standing'] }[] {
  const everyone = completions(ruleSet, {});
  const judge = (kind: string, ...ways: ((answers: Answers) => boolean)[][]) => {
    const meet = (people: readonly Answers[]) => ways.some((way) => way.every((sight) => people.some(sight)));
    return { kind, standing: meet(cases) ? ('met' as const) : meet(everyone) ? ('open' as const) : ('impossible' as const) };
  };
  const decides = (rules: RuleSet['rules'], id: string, answers: Answers) => {
    const { status, decidedBy } = naive({ ...ruleSet, rules }, answers);
    return status !== 'out-of-scope' && decidedBy.includes(id);
  };
  return [
    ...ruleSet.rules.map(({ id }) => judge('rule', [(answers) => decides(ruleSet.rules, id, answers)])),
    ...ruleSet.questions.flatMap((question) => {
      const ids = question.type === 'choice' ? question.options.map(({ id }) => id) : [];
      const given = (option: string): Judged['standing'] => (cases.some((answers) => answers[question.id] === option) ? 'met' : 'open');
      return [...ids, ...(question.notSure === undefined ? [] : [NOT_SURE])].map((option) => ({ kind: 'option', standing: given(option) }));
    }),
    ...ruleSet.levels.map(({ id }) => judge('level', [(answers) => naive(ruleSet, answers).level === id])),
    ...URGENCIES.map((id) => judge('urgency', [(answers) => naive(ruleSet, answers).urgency === id])),
    ...ruleSet.rules.flatMap((rule) =>
      leavesOf(rule.when).flatMap((leaf, place) => {
        /** Whether the rule decides with this one part true, and with it false. */
        const turned = (answers: Answers) =>
          [TRUE, FALSE].map((constant) => decides(ruleSet.rules.with(ruleSet.rules.indexOf(rule), turnedRule(rule, place, constant)), rule.id, answers));
        const ways = (sides: readonly Condition[], wanted = sides.map(() => true)) =>
          [[true, false], [false, true]].map((way) =>
            sides.map((side, index) => (answers: Answers) => holds(ruleSet, side, answers) === wanted[index] && String(turned(answers)) === String(way)),
          );
        return [judge('part', ...ways([leaf, leaf], [true, false]))].concat(edges(ruleSet, leaf).map((sides) => judge('edge', ...ways(sides))));
      }),
    ),
  ];
}

const TRUE: Condition = { test: 'count', min: 0, max: 0, of: [] };
const FALSE: Condition = { test: 'count', min: 1, max: 1, of: [] };

function leavesOf(condition: Condition): Condition[] {
  if (condition.test === 'not') return leavesOf(condition.of);
  return 'of' in condition ? condition.of.flatMap(leavesOf) : [condition];
}

function turnedRule(rule: Rule, place: number, constant: Condition): Rule {
  return { ...rule, when: swapped(rule.when, place, constant) };
}

function swapped(condition: Condition, place: number, constant: Condition): Condition {
  let next = 0;
  const walk = (part: Condition): Condition => {
    if (part.test === 'not') return { ...part, of: walk(part.of) };
    if ('of' in part) return { ...part, of: part.of.map(walk) };
    next += 1;
    return next === place + 1 ? constant : part;
  };
  return walk(condition);
}

function holds(ruleSet: RuleSet, condition: Condition, answers: Answers): boolean {
  const rule = { id: 'asked', when: condition, level: 'low', urgency: 'routine' as const, because: '', sources: [] };
  return naive({ ...ruleSet, rules: [rule] }, answers).decidedBy.length === 1 || naive({ ...ruleSet, rules: [rule] }, answers).alsoMatched.length === 1;
}

/** Neighbours of which one passes the test: the one that does comes first. */
function edges(ruleSet: RuleSet, leaf: Condition): Condition[][] {
  const question = ruleSet.questions.find(({ id }) => 'question' in leaf && id === leaf.question);
  if (leaf.test === 'option') {
    if (question?.type !== 'choice' || question.kind !== 'need') return [];
    const values = question.options.map(({ id }): Condition => ({ ...leaf, options: [id] }));
    return neighbours(values, (value) => value.test === 'option' && leaf.options.includes(String(value.options[0])));
  }
  if (leaf.test !== 'number' && leaf.test !== 'score') return [];
  const [least, greatest] = question?.type === 'integer' ? [question.min, question.max] : [0, 40];
  const values = Array.from({ length: greatest - least + 1 }, (_, step): Condition => ({ ...leaf, min: least + step, max: least + step }));
  const most = Object.values(ruleSet.scores[0]?.points ?? {}).reduce((sum, byOption) => sum + Math.max(...Object.values(byOption)), 0);
  const reachable = leaf.test === 'number' ? values : values.slice(0, most + 1);
  return neighbours(reachable, (value) => 'min' in value && value.min >= leaf.min && value.min <= leaf.max);
}

function neighbours(values: readonly Condition[], passes: (value: Condition) => boolean): Condition[][] {
  return values.slice(1).flatMap((value, place) => {
    const pair = [values[place] as Condition, value];
    return passes(pair[0] as Condition) === passes(value) ? [] : [pair.toSorted((a, b) => Number(passes(b)) - Number(passes(a)))];
  });
}

const kinds = (judged: readonly Judged[]) => judged.map(({ obligation: { kind }, standing }) => ({ kind, standing }));

describe('coverage', () => {
  test('is what its definition says, for every obligation of random rule sets', () => {
    const drawn = ruleSets({ questions: 3, rules: 4 }).chain((ruleSet) => fc.tuple(fc.constant(ruleSet), fc.array(answersTo(ruleSet), { maxLength: 12 })));
    fc.assert(
      fc.property(drawn, ([ruleSet, cases]) => {
        expect(kinds(coverage(ruleSet, cases.map(caseOf)))).toEqual(definition(ruleSet, cases));
      }),
      { numRuns: 150 },
    );
  });

  test('of a case with answers missing: no more than all of its completions show', () => {
    const drawn = ruleSets({ questions: 3, rules: 4 }).chain((ruleSet) => fc.tuple(fc.constant(ruleSet), answersTo(ruleSet, { missing: true })));
    fc.assert(
      fc.property(drawn, ([ruleSet, answers]) => {
        const shown = coverage(ruleSet, [caseOf(answers)]);
        for (const whole of completions(ruleSet, answers)) {
          const more = coverage(ruleSet, [caseOf(whole)]);
          expect(shown.filter(({ standing }, index) => standing === 'met' && more[index]?.standing !== 'met')).toEqual([]);
        }
      }),
      { numRuns: 20 },
    );
  });

  test('is 100 percent of nothing, and all of it with every answer set as a case', () => {
    fc.assert(
      fc.property(ruleSets({ questions: 3, rules: 4 }), (ruleSet) => {
        const judged = coverage(ruleSet, completions(ruleSet, {}).map(caseOf));
        expect(judged.filter(({ obligation: { kind }, standing }) => standing === 'open' && kind !== 'option')).toEqual([]);
        expect(percentMet(judged.filter(({ standing }) => standing === 'impossible'))).toBe(100);
      }),
      { numRuns: 150 },
    );
  });
});
