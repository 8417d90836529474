import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clausesOf } from '../../src/engine/clauses.ts';
import { encode } from '../../src/engine/coding.ts';
import { Kept } from '../../src/engine/kept.ts';
import { tableOf } from '../../src/engine/table.ts';
import { plainVerdict } from '../../src/engine/verdict.ts';
import { Verdicts } from '../../src/engine/verdicts.ts';
import type { Answers } from '../../src/model/answers.ts';
import type { Condition, Rule, RuleSet } from '../../src/model/rule-set.ts';
import { naive } from '../naive.ts';
import { answersTo, ruleSets } from '../random-rule-sets.ts';
import { adult } from '../rule-sets.ts';

/** The fast evaluation, as a batch asks for it. */
function fast(ruleSet: RuleSet): (answers: Answers) => unknown {
  const verdicts = new Verdicts(ruleSet);
  return (answers) => verdicts.of(encode(tableOf(ruleSet).coding, answers));
}

/** The plain evaluation by the engine: each condition tested, each range searched for. */
function plain(ruleSet: RuleSet): (answers: Answers) => unknown {
  const table = tableOf(ruleSet);
  return (answers) => short(plainVerdict(ruleSet, encode(table.coding, answers)));
}

const short = ({ alsoMatched: _others, ...verdict }: { readonly alsoMatched: unknown }): unknown => verdict;

const someMissing = (ruleSet: RuleSet): fc.Arbitrary<Answers> => fc.oneof(answersTo(ruleSet), answersTo(ruleSet, { missing: true }));

/** Every test of the adult rule set that is about all of its answer sets, whole ones, goes through the fast evaluation too. */
describe('one meaning: the fast evaluation', () => {
  test('agrees with the naive evaluator on random rule sets, with and without answers missing', () => {
    const trial = ruleSets({ questions: 4 }).chain((ruleSet) => fc.tuple(fc.constant(ruleSet), fc.array(someMissing(ruleSet), { minLength: 12, maxLength: 12 })));
    fc.assert(
      fc.property(trial, ([ruleSet, all]) => {
        const say = fast(ruleSet);
        for (const answers of all) {
          expect(say(answers)).toEqual(short(naive(ruleSet, answers)));
        }
      }),
      { numRuns: 600 },
    );
  });

  test('agrees with the plain one on the adult rule set with answers missing', () => {
    const ruleSet = adult();
    const [quick, slow] = [fast(ruleSet), plain(ruleSet)];
    const required = { ...ruleSet, questions: ruleSet.questions.filter(({ kind }) => kind !== 'note') };
    const agree = fc.property(answersTo(required, { missing: true }), (answers) => {
      expect(quick(answers)).toEqual(slow(answers));
    });
    fc.assert(agree, { numRuns: 400 });
  });

  test('agrees with the plain one where a condition has too many clauses, and where there are too many answer sets to remember', () => {
    const ruleSet = manyQuestions(24);
    const { coding } = tableOf(ruleSet);
    expect(ruleSet.rules.map((rule) => clausesOf(ruleSet, coding, rule.when)?.length)).toEqual([undefined, 1, 24]);
    const [quick, slow] = [fast(ruleSet), plain(ruleSet)];
    const agree = fc.property(answersTo(ruleSet), (answers) => {
      expect(quick(answers)).toEqual(slow(answers));
    });
    fc.assert(agree, { numRuns: 500 });
    const few = ruleSet.questions.map(({ id }, place) => [id, place % 3 === 0 ? 'no' : 'yes'] as const);
    for (const open of [1, 2]) expect(quick(Object.fromEntries(few.slice(open)))).toEqual(slow(Object.fromEntries(few.slice(open))));
  });
});

test('what is kept is right when there is more than can be kept', () => {
  let made = 0;
  const kept = new Kept(2, 1 << 14, (set) => {
    made += 1;
    return set.join();
  });
  const sets = Array.from({ length: 20_000 }, (_, place) => Int32Array.of(place, place * 31));
  for (const set of sets) expect(kept.valueOf(set)).toBe(set.join());
  for (const set of sets.slice(-100)) expect(kept.valueOf(set)).toBe(set.join());
  expect(made).toBe(20_000);
});

test('clauses are few where one covers another', () => {
  const ruleSet = manyQuestions(3);
  const yes: Condition = { test: 'option', question: 'q0', options: ['yes'] };
  const both: Condition = { test: 'all', of: [yes, { test: 'option', question: 'q1', options: ['yes'] }] };
  expect(clausesOf(ruleSet, tableOf(ruleSet).coding, { test: 'any', of: [both, yes, yes] })).toHaveLength(1);
  expect(clausesOf(ruleSet, tableOf(ruleSet).coding, { test: 'any', of: [yes, { test: 'not', of: yes }] })).toHaveLength(2);
});

/** A rule set with many questions: half of them are yes, no answer is yes, or one is. */
function manyQuestions(count: number): RuleSet {
  const { scope: _scope, ...others } = adult();
  const ids = Array.from({ length: count }, (_, place) => `q${place}`);
  const each = ids.map((question): Condition => ({ test: 'option', question, options: ['yes'] }));
  const rule = (id: string, level: string, when: Condition): Rule => ({ id, level, when, urgency: 'routine', because: 'It is so.', sources: [] });
  return {
    ...others,
    questions: ids.map((id) => ({ id, kind: 'need', type: 'choice', several: false, text: 'Yes?', options: [{ id: 'no', text: 'No' }, { id: 'yes', text: 'Yes' }] })),
    scores: [],
    rules: [
      rule('half', 'php', { test: 'count', min: count / 2, max: count, of: each }),
      rule('none', 'outpatient', { test: 'not', of: { test: 'any', of: each } }),
      rule('one', 'iop', { test: 'any', of: each }),
    ],
  };
}
