import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { whyNot } from '../../src/analysis/why-not.ts';
import { assess } from '../../src/engine/assess.ts';
import { fewestChanges } from '../../src/engine/fewest-changes.ts';
import type { Answers } from '../../src/model/answers.ts';
import type { RuleSet } from '../../src/model/rule-set.ts';
import { edited, SMALL } from '../language/small.ts';
import { completions, naive } from '../naive.ts';
import { answersTo, ruleSets } from '../random-rule-sets.ts';
import { adult, ruleSetFrom } from '../rule-sets.ts';

const differences = (a: Answers, b: Answers): number => Object.keys(a).filter((id) => JSON.stringify(a[id]) !== JSON.stringify(b[id])).length;

/** By trying all answer sets: how many answers the nearest one at each neighbouring level differs in, where that is two or three. */
function byBruteForce(ruleSet: RuleSet, answers: Answers): Record<string, number> {
  const { level } = naive(ruleSet, answers);
  const place = ruleSet.levels.findIndex(({ id }) => id === level);
  const all = completions(ruleSet, {}).map((other) => ({ at: naive(ruleSet, other).level, by: differences(answers, other) }));
  const near = [ruleSet.levels[place - 1], ruleSet.levels[place + 1]].flatMap((other) => (other === undefined ? [] : [other.id]));
  const fewest = near.map((id) => [id, Math.min(...all.filter(({ at }) => at === id).map(({ by }) => by))] as const);
  return Object.fromEntries(fewest.filter(([, count]) => count > 1 && count <= 3));
}

describe('fewestChanges', () => {
  test('are as few as brute force finds, and lead where they say', () => {
    const given = ruleSets({ questions: 4 }).chain((ruleSet) => fc.tuple(fc.constant(ruleSet), answersTo(ruleSet)));
    const told = { together: 0 };
    fc.assert(
      fc.property(given, ([ruleSet, answers]) => {
        const sure = Object.fromEntries(ruleSet.questions.map(({ id, notSure }) => [id, answers[id] === 'not-sure' ? (notSure ?? '') : (answers[id] ?? '')]));
        const assessment = assess(ruleSet, sure);
        const found = fewestChanges(ruleSet, assessment);
        const expected = assessment.status === 'decided' ? byBruteForce(ruleSet, sure) : {};
        expect(Object.fromEntries(found.map((change) => [change.level, Object.keys(change.answers).length]))).toEqual(expected);
        for (const { answers: changed, level, urgency } of found) expect(naive(ruleSet, { ...sure, ...changed })).toMatchObject({ level, urgency });
        told.together += found.length;
      }),
      { numRuns: 400 },
    );
    expect(told.together).toBeGreaterThan(0);
  });

  test('are as many as the decision diagram finds, for the adult rule set', () => {
    const ruleSet = adult();
    fc.assert(
      fc.property(answersTo(ruleSet), (answers) => {
        const assessment = assess(ruleSet, answers);
        for (const { level, answers: changed } of fewestChanges(ruleSet, assessment)) {
          expect(Object.keys(whyNot(ruleSet, answers, level).fewest?.answers ?? {})).toHaveLength(Object.keys(changed).length);
        }
      }),
      { numRuns: 300 },
    );
  });

  describe('by hand', () => {
    const needs = ['a', 'b', 'c', 'd', 'e'];
    const question = (id: string): string => `  - { id: ${id}, kind: need, text: How is it?, options: [{ id: well, text: Well }, { id: ill, text: Ill }] }`;
    const rule = (level: string, ill: readonly string[]): string =>
      `  - { id: ${level}-rule, when: { ${ill.map((id) => `${id}: ill`).join(', ')} }, level: ${level}, because: So., sources: [book] }`;
    const ruleSetWith = (middle: readonly string[], high: readonly string[]): RuleSet =>
      ruleSetFrom(edited(
        [/levels:\n[^]*?(?=questions:)/.exec(SMALL)?.[0] ?? '', 'levels: [{ id: low, name: Low, week: One. }, { id: middle, name: Middle, week: Two. }, { id: high, name: High, week: Three. }]\n'],
        [/questions:\n[^]*?(?=rules:)/.exec(SMALL)?.[0] ?? '', `questions:\n${needs.map(question).join('\n')}\n`],
        [/rules:\n[^]*?(?=referral:)/.exec(SMALL)?.[0] ?? '', `rules:\n  - { id: low-rule, when: { a: { atLeast: well } }, level: low, because: So., sources: [book] }\n${rule('middle', middle)}\n${rule('high', high)}\n`],
        ['    when: { time: night }\n', ''],
      ));
    const fewest = (ruleSet: RuleSet, ill: readonly string[]): readonly string[] =>
      fewestChanges(ruleSet, assess(ruleSet, Object.fromEntries(needs.map((id) => [id, ill.includes(id) ? 'ill' : 'well']))))
        .map(({ level, answers }) => `${level}: ${Object.entries(answers).map((answer) => answer.join(' ')).join(', ')}`);

    test('are three answers at most', () => {
      expect(fewest(ruleSetWith(['a', 'b', 'c'], needs), [])).toEqual(['middle: a ill, b ill, c ill']);
      expect(fewest(ruleSetWith(['a', 'b', 'c', 'd'], needs), [])).toEqual([]);
    });

    test('are told of the level below and of the one above, where no single answer leads there', () => {
      expect(fewest(ruleSetWith(['a'], ['c', 'd']), ['a'])).toEqual(['high: c ill, d ill']);
      expect(fewest(ruleSetWith(['a'], ['c', 'd']), ['a', 'c'])).toEqual([]);
      expect(fewest(ruleSetWith(['a'], ['c', 'd']), ['b', 'c', 'd'])).toEqual(['middle: a ill, c well']);
    });
  });

  test('are none where answers are missing', () => {
    expect(fewestChanges(adult(), assess(adult(), { age: 'adult' }))).toEqual([]);
  });
});
