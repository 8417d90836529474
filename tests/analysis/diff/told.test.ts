import { describe, expect, test } from 'vitest';
import { BOUNDS } from '../../../src/analysis/diff/bounds.ts';
import { diff } from '../../../src/analysis/diff/diff.ts';
import type { RuleSet } from '../../../src/model/rule-set.ts';
import { edited, type Edit } from '../../language/small.ts';
import { ruleSetFrom } from '../../rule-sets.ts';

const after = (...edits: readonly Edit[]): RuleSet => ruleSetFrom(edited(...edits));
const old = after();
const stricter = after(['sleep: { atLeast: 2 }, pain: [much, some]', 'sleep: { atLeast: 3 }, pain: [much, some]']);

/** One answer set that the stricter rule no longer raises. */
const answers = { age: 'adult', pain: 'some', sleep: 2, time: 'day' };
const witness = {
  old: { answers, status: 'decided', level: 'high', urgency: 'soon', decidedBy: ['bad-pain'] },
  new: { answers, status: 'decided', level: 'low', urgency: 'routine', decidedBy: ['everyone'] },
};

describe('of a rule that asks for one bad night more', () => {
  test('everything is counted and told', () => {
    const [outside, low, high] = [
      { status: 'out-of-scope', level: null },
      { status: 'decided', level: 'low', urgency: 'routine' },
      { status: 'decided', level: 'high', urgency: 'soon' },
    ];
    const [calmOutside, soonOutside] = [{ ...outside, urgency: 'routine' }, { ...outside, urgency: 'soon' }];
    expect(diff(old, stricter)).toStrictEqual({
      old: { id: 'small', version: '1.0.0', digest: old.digest },
      new: { id: 'small', version: '1.0.0', digest: stricter.digest },
      levels: ['low', 'high'],
      assumed: [],
      parts: [
        {
          part: 'rule',
          id: 'bad-pain',
          change: 'changed',
          fields: [{ field: 'when', old: 'pain at least some, sleep at least 2, load at least 1', new: 'pain at least some, sleep at least 3, load at least 1' }],
        },
      ],
      effect: {
        how: 'counted',
        whole: true,
        compared: 96n,
        changed: 8n,
        lowered: 8n,
        matrix: [
          { from: calmOutside, to: calmOutside, count: 24n, lowered: false },
          { from: soonOutside, to: calmOutside, count: 4n, lowered: true },
          { from: soonOutside, to: soonOutside, count: 20n, lowered: false },
          { from: low, to: low, count: 24n, lowered: false },
          { from: high, to: low, count: 4n, lowered: true },
          { from: high, to: high, count: 20n, lowered: false },
        ],
        notCompared: { old: 0n, new: 0n },
        moves: [
          {
            measure: 'level',
            from: 'high',
            to: 'low',
            lowered: true,
            count: 4n,
            regions: [{ when: { pain: ['some', 'much'], sleep: [2], age: ['adult'] }, where: 'pain at least some, sleep 2, age adult', count: 4n, rules: ['bad-pain'], witness }],
            elsewhere: 0n,
          },
          {
            measure: 'urgency',
            from: 'soon',
            to: 'routine',
            lowered: true,
            count: 8n,
            regions: [{ when: { pain: ['some', 'much'], sleep: [2] }, where: 'pain at least some, sleep 2', count: 8n, rules: ['bad-pain'], witness }],
            elsewhere: 0n,
          },
        ],
        rules: [{ rule: 'bad-pain', through: [], holds: { more: 0n, fewer: 8n }, decides: { changed: 8n, lowered: 8n } }],
      },
      versionRaised: { least: '2.0.0', enough: false },
    });
  });

  test('what can be proved is told where nothing can be counted', () => {
    expect(diff(old, stricter, { ...BOUNDS, wholeNodes: 0, aroundNodes: 0 }).effect).toStrictEqual({
      how: 'proved',
      because: 'more than 0 nodes',
      notCompared: { old: 0n, new: 0n },
      findings: [
        { measure: 'level', direction: 'lowered', found: 'yes', witness },
        { measure: 'urgency', direction: 'lowered', found: 'yes', witness },
        { measure: 'level', direction: 'raised', found: 'no' },
        { measure: 'urgency', direction: 'raised', found: 'no' },
      ],
    });
  });

  test('the other way round, everyone gets more, and nobody less', () => {
    const { effect, versionRaised } = diff(stricter, old);
    expect(effect).toMatchObject({ changed: 8n, lowered: 0n, rules: [{ rule: 'bad-pain', holds: { more: 8n, fewer: 0n }, decides: { changed: 8n, lowered: 0n } }] });
    expect(effect.how === 'counted' && effect.moves.map(({ measure, from, to, lowered, count }) => [measure, from, to, lowered, count])).toEqual([
      ['level', 'low', 'high', false, 4n],
      ['urgency', 'routine', 'soon', false, 8n],
    ]);
    expect(versionRaised).toEqual({ least: '1.1.0', enough: false });
  });
});

test('of a rule that is gone, those who fall through are told as lowered, before all else', () => {
  const gone = after(['  - { id: everyone, when: { pain: { atLeast: none } }, level: low, because: All start here., sources: [book] }\n', ''], ['level: high\n    urgency: soon', 'level: high\n    urgency: urgent']);
  const { effect, parts } = diff(old, gone);
  expect(parts.map(({ part, id, change }) => [part, id, change])).toEqual([
    ['rule', 'bad-pain', 'changed'],
    ['rule', 'everyone', 'removed'],
  ]);
  expect(effect.how === 'counted' && effect.moves.map(({ measure, from, to, lowered, count }) => [measure, from, to, lowered, count])).toEqual([
    ['level', 'low', 'no-rule', true, 24n],
    ['urgency', 'soon', 'urgent', false, 48n],
  ]);
  expect(effect).toMatchObject({ compared: 96n, changed: 72n, lowered: 24n });
});

test('moves are told the lowered first, then levels, then the greatest number', () => {
  const told = ({ effect }: ReturnType<typeof diff>) => effect.how === 'counted' && effect.moves.map(({ measure, from, to, lowered, count }) => [measure, from, to, lowered, count]);
  const pressing = after(['level: high\n    urgency: soon', 'level: high\n    urgency: urgent']);
  const unhurried = after(['  - { id: everyone, when: { pain: { atLeast: none } }, level: low, because: All start here., sources: [book] }\n', '']);
  expect(told(diff(unhurried, pressing))).toEqual([
    ['level', 'no-rule', 'low', false, 24n],
    ['urgency', 'soon', 'urgent', false, 48n],
  ]);
  expect(told(diff({ ...pressing, rules: pressing.rules.slice(1) }, old))).toEqual([
    ['urgency', 'urgent', 'soon', true, 48n],
    ['level', 'no-rule', 'low', false, 24n],
  ]);
  const more = after(['  - id: bad-pain', '  - { id: worst, when: { sleep: 7, pain: none }, level: low, urgency: emergency, because: A., sources: [book] }\n  - { id: best, when: { sleep: { atMost: 1 } }, level: low, urgency: urgent, because: B., sources: [book] }\n  - id: bad-pain']);
  expect(told(diff(old, more))).toEqual([
    ['urgency', 'routine', 'urgent', false, 24n],
    ['urgency', 'routine', 'emergency', false, 4n],
  ]);
});

const HOME = 'questions:\n  - { id: home, kind: preference, text: Home?, options: [{ id: no, text: No }, { id: yes, text: Yes }] }\n';
const UNSURE = '    notSure: some\n    ifNotSure: Ask how bad it is.\n';

test.each<[string, readonly Edit[], readonly Edit[], string]>([
  ['"not sure" that counts as something else', [], [['notSure: some', 'notSure: much']], '"not sure" about `pain` counted as `some` and now counts as `much`: it is taken as an answer of its own'],
  ['"not sure" that is gone', [], [[UNSURE, '']], 'only the old version takes `pain: not-sure`: answer sets with it cannot be compared'],
  ['"not sure" that is new', [[UNSURE, '']], [], 'only the new version takes `pain: not-sure`: answer sets with it cannot be compared'],
  ['a question that is new', [], [['questions:\n', HOME]], 'only the new version asks `home`: each of its answers is taken together with every answer to the others'],
  ['a question that is gone', [['questions:\n', HOME]], [], 'only the old version asks `home`: each of its answers is taken together with every answer to the others'],
  [
    'a level with another name',
    [],
    [
      ['{ id: low, name: Low', '{ id: base, name: Low'],
      ['level: low, because', 'level: base, because'],
      ['never: { level: low', 'never: { level: base'],
    ],
    'level `low` is now called `base`',
  ],
])('what is taken for granted is said: %s', (_what, before, now, sentence) => {
  expect(diff(after(...before), after(...now)).assumed).toEqual([sentence]);
});
