import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diff } from '../../../src/analysis/diff/diff.ts';
import { inNewNames, namesBetween, renamed } from '../../../src/analysis/diff/names.ts';
import { verdict } from '../../../src/engine/verdict.ts';
import type { RuleSet } from '../../../src/model/rule-set.ts';
import { ruleSets } from '../../random-rule-sets.ts';
import { ruleSetFrom } from '../../rule-sets.ts';
import { edited, type Edit, SMALL } from '../../language/small.ts';

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

describe('an old rule set in new names', () => {
  const small = ruleSetFrom(edited(['scope: {', 'screen: load\nscope: {'], ['much-is-high, when: { pain: much, sleep: 7 }', 'much-is-high, when: { pain: much, sleep: 7, not: { load: 0 } }']));
  const pairs = [['low', 'base'], ['high', 'peak'], ['age', 'years'], ['pain', 'ache'], ['much', 'worst'], ['sleep', 'nights'], ['time', 'hour'], ['night', 'dark'], ['goals', 'aims'], ['rest', 'calm'], ['load', 'burden']] as const;

  test('has the new ids in every place where an id stands', () => {
    const now = withOtherIds(small, pairs);
    expect(inNewNames(small, namesBetween(small, now))).toStrictEqual({ ...now, digest: small.digest });
    expect(diff(small, now).parts.map(({ change }) => change)).toEqual(pairs.map(() => 'renamed'));
  });

  test('is what it was where nothing was renamed', () => {
    const plain = ruleSetFrom(edited(['vary: time, when: { pain: none }', 'vary: time']));
    expect(inNewNames(plain, namesBetween(plain, plain))).toStrictEqual(plain);
  });
});

/** What becomes of the old ids when pieces of the small rule set are replaced. */
function namesAfter(...edits: readonly Edit[]) {
  const { levels, questions, options, scores } = namesBetween(ruleSetFrom(SMALL), ruleSetFrom(edited(...edits)));
  return [...levels, ...questions, ...[...options.values()].flatMap((renames) => [...renames]), ...scores];
}

const AGE = '{ id: age, kind: scope, text: How old are you?, options: [{ id: adult, text: Grown up }, { id: child, text: Young }] }';
const HOUR: readonly Edit[] = [['time: { night: 1 }', 'hour: { night: 1 }'], ['vary: time', 'vary: hour'], ['when: { time: night }', 'when: { hour: night }']];
const CHILD: Edit = ['when: { age: child }', 'when: { age: minor }'];
const NO_CHILD = '  - { id: no-child, when: { age: child }, expect: { status: out-of-scope } }\n';

test.each<[string, readonly Edit[], readonly (readonly [string, string])[]]>([
  ['a question with the same text', [['id: time,', 'id: hour,'], ...HOUR], [['time', 'hour']]],
  ['no question with another text', [['id: time, kind: preference, text: When?', 'id: hour, kind: preference, text: At what time?'], ...HOUR], []],
  ['no question that takes numbers now', [[AGE, '{ id: years, kind: scope, text: How old are you?, integer: { min: 0, max: 120 } }'], ['scope: { when: { age: adult }', 'scope: { when: { years: { atLeast: 18 } }'], [NO_CHILD, '']], []],
  ['an option with the same text', [['id: child', 'id: minor'], CHILD], [['child', 'minor']]],
  ['no option with another text', [['id: child, text: Young', 'id: minor, text: Not of age'], CHILD], []],
  ['a score with the same points', [['load: { pain: {', 'strain: { pain: {'], ['load: { atLeast: 1 }', 'strain: { atLeast: 1 }']], [['load', 'strain']]],
  ['no score with other points', [['load: { pain: { some: 1', 'strain: { pain: { some: 2'], ['load: { atLeast: 1 }', 'strain: { atLeast: 1 }']], []],
])('another id is a renaming of %s', (_what, edits, expected) => {
  expect(namesAfter(...edits)).toEqual(expected);
});

test.each<[string, Edit]>([
  ['condition', ['bad-pain\n    when: { sleep: { atLeast: 2 }', 'hard-nights\n    when: { sleep: { atLeast: 3 }']],
  ['urgency', ['bad-pain\n    when: { sleep: { atLeast: 2 }, pain: [much, some], load: { atLeast: 1 } }\n    level: high\n    urgency: soon', 'hard-nights\n    when: { sleep: { atLeast: 2 }, pain: [much, some], load: { atLeast: 1 } }\n    level: high\n    urgency: urgent']],
])('a rule with another id and another %s is another rule', (_what, edit) => {
  expect(diff(ruleSetFrom(SMALL), ruleSetFrom(edited(edit))).parts.map(({ part, id, change }) => [part, id, change])).toEqual([
    ['rule', 'hard-nights', 'added'],
    ['rule', 'bad-pain', 'removed'],
  ]);
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
