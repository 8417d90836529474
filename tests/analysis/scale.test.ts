import { describe, expect, test } from 'vitest';
import { check } from '../../src/analysis/check.ts';
import { gap } from '../../src/analysis/checks/gap.ts';
import { outcomeDiagram } from '../../src/analysis/outcome.ts';
import { verdict } from '../../src/engine/verdict.ts';
import type { Condition, RuleSet } from '../../src/model/rule-set.ts';
import { subjectOf } from './checks/subjects.ts';
import { largeRuleSet, questionOf, ruleOf, ruleSetOf, type Style } from './large-rule-sets.ts';

describe('30 questions of 5 options, 200 rules', () => {
  const styles: [string, Style][] = [
    ['at least, questions near each other', { options: 'at-least', questions: 'near' }],
    ['at least, questions anywhere', { options: 'at-least', questions: 'anywhere' }],
    ['any options, questions near each other', { options: 'any', questions: 'near' }],
    ['any options, questions anywhere', { options: 'any', questions: 'anywhere' }],
  ];

  test.each(styles)('every finding is settled, each with a witness that shows it: %s', (_, style) => {
    const ruleSet = withProperties(largeRuleSet(style));
    const { findings } = check(ruleSet, subjectOf(ruleSet));
    expect(findings.filter(({ code }) => code === 'not-proved')).toEqual([]);
    expect(findings.map(({ code }) => code)).toContain('gap');
    expect(findings.some(({ code }) => code === 'not-monotone')).toBe(style.options === 'any');
    for (const { code, witness = {}, change = {} } of findings) {
      if (code === 'gap') expect(verdict(ruleSet, witness).status).toBe('no-rule');
      if (code === 'not-monotone') expect(verdict(ruleSet, witness)).not.toEqual(verdict(ruleSet, { ...witness, ...change }));
    }
  });

  test('where counting is out of reach, that is said, with the rules that cost most (H44)', () => {
    const ruleSet = largeRuleSet({ options: 'any', questions: 'anywhere' });
    const { findings, proof } = check(ruleSet, subjectOf(ruleSet));
    const uncounted = findings.find(({ code }) => code === 'not-counted');
    expect(uncounted?.severity).toBe('note');
    expect([...(uncounted?.message ?? '').matchAll(/`(r\d+)`/g)].length).toBeGreaterThan(2);
    expect(proof).toMatchObject({ answerSets: 5n ** 30n });
    expect(proof.tallies).toBeUndefined();
  });

  test('where the questions of rules stand near each other, the answer sets are counted', () => {
    const ruleSet = largeRuleSet({ options: 'at-least', questions: 'near' });
    const { diagrams, outcome } = outcomeDiagram(ruleSet);
    expect([...diagrams.counts(outcome).values()].reduce((sum, count) => sum + count, 0n)).toBe(5n ** 30n);
    expect(diagrams.size).toBeLessThan(250_000);
  });
});

test('where a proof is out of reach, that is said in bounded time: ten people, nine chairs, and a rule for each two on one chair', () => {
  const questions = Array.from({ length: 10 }, (_, place) => ({ ...questionOf(`q${place}`, 9), kind: 'preference' as const }));
  const pairs = questions.flatMap((one, place) => questions.slice(place + 1).map((other) => [one, other] as const));
  const rules = pairs.flatMap(([one, other]) =>
    one.options.map(({ id }) => {
      const on = (question: string): Condition => ({ test: 'option', question, options: [id] });
      return ruleOf(`${one.id}-${other.id}-${id}`, { test: 'all', of: [on(one.id), on(other.id)] }, 'low');
    }),
  );
  const ruleSet = ruleSetOf(questions, rules);
  expect(gap(subjectOf(ruleSet)).map(({ code, message, place }) => [code, message, place?.text])).toEqual([['not-proved', '`gap` could not be settled within the bound', 'rules']]);
});

describe('20 questions that are summed', () => {
  const questions = Array.from({ length: 20 }, (_, place) => questionOf(`q${place}`, 4));
  const pointsOf = (place: number) => [0, 1, 2, 3].map((option) => (option * (1 + (place % 3))) % 7);
  const points = Object.fromEntries(questions.map(({ id, options }, place) => [id, Object.fromEntries(options.map((option, at) => [option.id, pointsOf(place)[at] ?? 0]))]));
  const most = questions.reduce((sum, _, place) => sum + Math.max(...pointsOf(place)), 0);
  const bands: readonly [string, number, number][] = [['low', 0, 14], ['middle', 15, 29], ['high', 30, most]];
  const scored = ruleSetOf(questions, bands.map(([level, min, max]) => ruleOf(level, { test: 'score', score: 'total', min, max }, level)), [{ id: 'total', points }]);

  /** How many answer sets come to each sum: one question after the other. */
  const sums = questions.reduce<ReadonlyMap<number, bigint>>((before, _, place) => {
    const after = new Map<number, bigint>();
    for (const [sum, count] of before) for (const more of pointsOf(place)) after.set(sum + more, (after.get(sum + more) ?? 0n) + count);
    return after;
  }, new Map([[0, 1n]]));
  const between = (min: number, max: number) => [...sums].reduce((total, [sum, count]) => (sum >= min && sum <= max ? total + count : total), 0n);

  test('a score of at least 15 is counted to the last of 4^20 answer sets, and leaves no gap', () => {
    const { findings, proof } = check(scored, subjectOf(scored));
    expect(proof.answerSets).toBe(4n ** 20n);
    expect(proof.tallies?.map(({ level, answerSets }) => [level, answerSets])).toEqual(bands.map(([level, min, max]) => [level, between(min, max)]));
    expect(findings.filter(({ code }) => code === 'gap' || code === 'not-proved')).toEqual([]);
  });

  test('a band that is left out is a gap, and a sum that cannot be is never matched', () => {
    const doubled = Object.fromEntries(Object.entries(points).map(([id, byOption]) => [id, Object.fromEntries(Object.entries(byOption).map(([option, value]) => [option, 2 * value]))]));
    const total = (min: number, max: number): Condition => ({ test: 'score', score: 'total', min, max });
    const odd = ruleSetOf(questions, [ruleOf('low', total(0, 28), 'low'), ruleOf('odd', total(29, 29), 'middle'), ruleOf('high', total(32, 2 * most), 'high')], [{ id: 'total', points: doubled }]);
    const { findings } = check(odd, subjectOf(odd));
    expect(findings.map(({ code, place }) => [code, place?.text])).toEqual(expect.arrayContaining([['never-matches', 'rules/odd/when'], ['gap', 'rules']]));
    expect(findings.filter(({ code }) => code === 'not-proved')).toEqual([]);
  });

  test('at least 10 of 20 conditions', () => {
    const of = questions.map(({ id }): Condition => ({ test: 'option', question: id, options: ['o3'] }));
    const half = ruleSetOf(questions, [ruleOf('few', { test: 'count', min: 0, max: 9, of }, 'low'), ruleOf('many', { test: 'count', min: 10, max: 20, of }, 'top')]);
    const { findings, proof } = check(half, subjectOf(half));
    const ways = Array.from({ length: 11 }, (_, more) => choose(20, 10 + more) * 3n ** BigInt(10 - more)).reduce((sum, count) => sum + count, 0n);
    expect(proof.tallies?.map(({ level, answerSets }) => [level, answerSets])).toEqual([['low', 4n ** 20n - ways], ['top', ways]]);
    expect(findings.filter(({ code }) => code === 'gap' || code === 'not-monotone' || code === 'not-proved')).toEqual([]);
  });
});

function choose(n: number, k: number): bigint {
  return k === 0 ? 1n : (choose(n, k - 1) * BigInt(n - k + 1)) / BigInt(k);
}

function withProperties(ruleSet: RuleSet): RuleSet {
  return {
    ...ruleSet,
    properties: [
      { id: 'worse-is-more', claim: 'monotone', monotone: ['q0', 'q1'] },
      { id: 'one-moves-little', claim: 'vary', vary: 'q3', levelsAtMost: 1 },
      { id: 'much-is-middle', claim: 'expect', when: { test: 'option', question: 'q1', options: ['o4'] }, expect: { levels: ['middle', 'high', 'top'], urgencies: ['urgent', 'emergency'] } },
      { id: 'never-top-and-routine', claim: 'never', never: { test: 'all', of: [{ test: 'option', question: 'level', options: ['top'] }, { test: 'option', question: 'urgency', options: ['routine'] }] } },
    ],
  };
}
