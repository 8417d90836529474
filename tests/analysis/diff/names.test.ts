import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diff } from '../../../src/analysis/diff/diff.ts';
import { renamed } from '../../../src/analysis/diff/names.ts';
import { verdict } from '../../../src/engine/verdict.ts';
import type { RuleSet } from '../../../src/model/rule-set.ts';
import { ruleSets } from '../../random-rule-sets.ts';
import { ruleSetFrom } from '../../rule-sets.ts';
import { SMALL } from '../../language/small.ts';

/** Every text tells one thing from the others, as texts do that people wrote. */
function withOwnTexts(ruleSet: RuleSet): RuleSet {
  const [score] = ruleSet.scores;
  return {
    ...ruleSet,
    ...(score && { screen: score.id }),
    levels: ruleSet.levels.map((level) => ({ ...level, name: `Level ${level.id}` })),
    questions: ruleSet.questions.map((question) => ({ ...question, text: `Which ${question.id}?` })),
  };
}

/** The same rule set with other ids, by a way that knows nothing of its structure. */
function withOtherIds(ruleSet: RuleSet, pairs: readonly (readonly [string, string])[]): RuleSet {
  const text = pairs.reduce((json, [was, is]) => json.replaceAll(`"${was}"`, `"${is}"`), JSON.stringify(ruleSet));
  return { ...(JSON.parse(text) as RuleSet), digest: 'sha256:1' };
}

const PAIRS = [['q0', 'asked'], ['o1', 'chosen'], ['middle', 'between'], ['top', 'highest'], ['burden', 'weight']] as const;

test('new ids alone change nobody, and each is told', () => {
  fc.assert(
    fc.property(ruleSets({ questions: 3 }), fc.subarray([...PAIRS]), (drawn, pairs) => {
      const ruleSet = withOwnTexts(drawn);
      const { effect, parts, assumed } = diff(ruleSet, withOtherIds(ruleSet, pairs));
      expect(effect).toMatchObject({ how: 'counted', changed: 0n, notCompared: { old: 0n, new: 0n }, moves: [], rules: [] });
      expect(parts.filter(({ change }) => change !== 'renamed')).toEqual([]);
      const told = pairs.filter(([was]) => JSON.stringify(ruleSet).includes(`"id":"${was}"`)).map(([was]) => was);
      expect(new Set(parts.map(({ was }) => was))).toEqual(new Set(told));
      // Scores are not answered, so that nothing need be taken for granted of them.
      expect(assumed.length >= told.filter((was) => was !== 'burden').length).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test('a renamed question is asked by its own name on each side, and what the rules make of it is compared', () => {
  const old = ruleSetFrom(SMALL);
  const now = ruleSetFrom(
    SMALL.replaceAll(/\bpain\b/g, 'ache').replaceAll(/\bmuch\b(?!-)/g, 'strong').replace('sleep: { atLeast: 2 }, ache: [strong, some]', 'sleep: { atLeast: 2 }, ache: strong'),
  );
  const { effect, assumed } = diff(old, now);
  if (effect.how !== 'counted') throw new Error('not counted');
  expect(assumed).toEqual(['question `pain` is now called `ache`', 'option `ache: much` is now called `strong`']);
  expect(effect.moves.map(({ measure, lowered }) => [measure, lowered])).toEqual([['level', true], ['urgency', true]]);
  for (const { witness } of effect.moves.flatMap(({ regions }) => regions)) {
    expect([Object.keys(witness.old.answers), Object.keys(witness.new.answers)].map((ids) => [ids.includes('pain'), ids.includes('ache')])).toEqual([[true, false], [false, true]]);
    expect([verdict(old, witness.old.answers).urgency, verdict(now, witness.new.answers).urgency]).toEqual([witness.old.urgency, witness.new.urgency]);
  }
});

test('a rule with the same condition, level and urgency under another id is renamed', () => {
  const { parts, effect } = diff(ruleSetFrom(SMALL), ruleSetFrom(SMALL.replace('id: bad-pain', 'id: hard-nights')));
  expect(parts).toEqual([{ part: 'rule', id: 'hard-nights', change: 'renamed', was: 'bad-pain', fields: [] }]);
  expect(effect).toMatchObject({ changed: 0n, rules: [] });
});

test('what could be one of two is not taken for either', () => {
  const items = (...ids: readonly string[]) => ids.map((id) => ({ id, text: 'the same' }));
  const same = (a: { readonly text: string }, b: { readonly text: string }): boolean => a.text === b.text;
  expect(renamed(items('a', 'x'), items('b', 'x'), same)).toEqual(new Map([['a', 'b']]));
  expect(renamed(items('a', 'x'), items('b', 'c', 'x'), same)).toEqual(new Map());
  expect(renamed(items('a', 'b', 'x'), items('c', 'x'), same)).toEqual(new Map());
  expect(renamed(items('a'), [{ id: 'b', text: 'other' }], same)).toEqual(new Map());
});
