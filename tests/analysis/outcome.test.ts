import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Diagrams } from '../../src/analysis/diagram.ts';
import { conditionNode, costliestFirst, decodeOutcome, NO_RULE, OUT_OF_SCOPE, outcomeDiagram, outcomeNode } from '../../src/analysis/outcome.ts';
import { encode } from '../../src/engine/coding.ts';
import { tableOf } from '../../src/engine/table.ts';
import type { Condition, RuleSet } from '../../src/model/rule-set.ts';
import { URGENCIES } from '../../src/model/rule-set.ts';
import { completions, naive } from '../naive.ts';
import { ruleSets } from '../random-rule-sets.ts';
import { questionOf, ruleOf, ruleSetOf } from './large-rule-sets.ts';

/** The outcome that the naive evaluator finds, as a diagram's leaf would put it. */
function expected(ruleSet: RuleSet, answers: Readonly<Record<string, string | number | readonly string[]>>) {
  const { status, level, urgency } = naive(ruleSet, answers);
  const place = ruleSet.levels.findIndex(({ id }) => id === level);
  return { level: status === 'out-of-scope' ? OUT_OF_SCOPE : status === 'no-rule' ? NO_RULE : place, urgency: URGENCIES.indexOf(urgency ?? 'routine') };
}

test('one meaning: the diagram and the naive evaluator agree on every answer set of random rule sets', () => {
  fc.assert(
    fc.property(ruleSets({ questions: 4, rules: 6 }), (ruleSet) => {
      const { diagrams, outcome } = outcomeDiagram(ruleSet);
      const counted = new Map<number, bigint>();
      for (const answers of completions(ruleSet, {})) {
        const value = diagrams.valueAt(outcome, encode(tableOf(ruleSet).coding, answers));
        expect(decodeOutcome(value)).toEqual(expected(ruleSet, answers));
        counted.set(value, (counted.get(value) ?? 0n) + 1n);
      }
      expect(new Map(diagrams.counts(outcome))).toEqual(counted);
    }),
    { numRuns: 150 },
  );
});

const worst = (question: string): Condition => ({ test: 'option', question, options: ['o1'] });
const all = (...questions: readonly string[]): Condition => ({ test: 'all', of: questions.map(worst) });
const yesOrNo = (...ids: readonly string[]) => ids.map((id) => questionOf(id, 2));
const upTo = (count: number): number[] => [...Array(count).keys()];

/** How many answer sets come out at each level. */
function levelsOf(ruleSet: RuleSet): Record<string, bigint> {
  const { diagrams, outcome } = outcomeDiagram(ruleSet);
  return Object.fromEntries([...diagrams.counts(outcome)].map(([value, sets]) => [ruleSet.levels[decodeOutcome(value).level]?.id ?? 'none', sets]));
}

describe('what is hard to count', () => {
  test('is counted with more nodes where a few are not enough', () => {
    const questions = yesOrNo(...upTo(13).map((place) => `q${place}`));
    const points = Object.fromEntries(questions.map(({ id }, place) => [id, { o1: 2 ** place }]));
    const ruleSet = ruleSetOf(questions, [ruleOf('much', { test: 'score', score: 'sum', min: 1000, max: 2 ** 13 - 1 }, 'high')], [{ id: 'sum', points }]);
    expect(levelsOf(ruleSet)).toEqual({ none: 1000n, high: 2n ** 13n - 1000n });
  });

  test('is counted in the order of the file where that order is better than the one that draws together what is read together', () => {
    const pairs = upTo(18).map((place) => [`x${place}`, `y${place}`] as const);
    const rows = [pairs.map(([x]) => x), pairs.map(([, y]) => y)];
    const together = upTo(18).flatMap((place) => rows.map((ids) => ruleOf(`${ids[0]}-${place}`, all(...ids), 'low')));
    const ruleSet = ruleSetOf(yesOrNo(...pairs.flat()), [...pairs.map((pair) => ruleOf(pair.join('-'), all(...pair), 'high')), ...together]);
    expect(levelsOf(ruleSet)).toEqual({ none: 3n ** 18n - 2n, low: 2n, high: 4n ** 18n - 3n ** 18n });
  });

  test('costs the same whatever the order of the rules', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
    const rules = ids.map((id, place) => ruleOf(id, all(...ids.slice(Math.max(0, place - 2), place + 1)), ['low', 'middle', 'high'][place % 3] ?? '', URGENCIES[place % 4]));
    const nodes = (order: readonly number[]): number => {
      const diagrams = new Diagrams(ids.map(() => 2), [...ids.keys()]);
      outcomeNode(ruleSetOf(yesOrNo(...ids), order.map((place) => rules[place] as (typeof rules)[number])), diagrams, [...ids.keys()]);
      return diagrams.size;
    };
    fc.assert(
      fc.property(fc.shuffledSubarray([...ids.keys()], { minLength: ids.length }), (order) => {
        expect(nodes(order)).toBe(nodes([...ids.keys()]));
      }),
    );
  });
});

test('the rules that cost most come first: those whose questions are furthest apart, among most others', () => {
  const rules = [ruleOf('alone', worst('a'), 'low'), ruleOf('near', all('a', 'b'), 'low'), ruleOf('far', all('a', 'b', 'c', 'd'), 'low'), ruleOf('next', all('b', 'c'), 'low')];
  expect(costliestFirst(ruleSetOf(yesOrNo('a', 'b', 'c', 'd'), rules)).map(({ rule }) => rule.id)).toEqual(['far', 'near', 'next', 'alone']);
});

test('told among some answers alone, an outcome is elsewhere as if no rule held', () => {
  const ruleSet = ruleSetOf(yesOrNo('a', 'b'), [ruleOf('high', worst('a'), 'high', 'soon'), ruleOf('low', { test: 'any', of: [worst('a'), worst('b')] }, 'low')]);
  const { coding } = tableOf(ruleSet);
  const diagrams = new Diagrams(coding.sizes, coding.required);
  const told = outcomeNode(ruleSet, diagrams, coding.required, conditionNode(ruleSet, coding, diagrams, worst('b')));
  const outcomeOf = (a: string, b: string) => decodeOutcome(diagrams.valueAt(told, encode(coding, { a, b })));
  expect([outcomeOf('o1', 'o1'), outcomeOf('o0', 'o1')]).toEqual([{ level: 2, urgency: 1 }, { level: 0, urgency: 0 }]);
  for (const a of ['o0', 'o1']) expect(outcomeOf(a, 'o0')).toEqual({ level: NO_RULE, urgency: 0 });
});
