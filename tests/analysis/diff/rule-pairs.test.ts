import { describe, expect, test } from 'vitest';
import { rulePairs } from '../../../src/analysis/diff/rule-pairs.ts';
import { edited, type Edit } from '../../language/small.ts';
import { ruleSetFrom } from '../../rule-sets.ts';

/** The rules that are not the same, and through what. */
function unlike(old: readonly Edit[], now: readonly Edit[]) {
  return rulePairs(ruleSetFrom(edited(...old)), ruleSetFrom(edited(...now))).map(({ id, through }) => [id, through]);
}

const POINTS = 'load: { pain: { some: 1, much: 2 }, time: { night: 1 } }';
const OPTIONS = '[{ id: none, text: Not bad }, { id: some, text: Bad }, { id: much, text: Very bad }]';
const TIME = '  - { id: time, kind: preference';
const HOME: Edit = [TIME, `  - { id: home, kind: preference, text: Home?, options: [{ id: no, text: No }, { id: yes, text: Yes }] }\n${TIME}`];
const points = (text: string): Edit => [POINTS, `load: ${text}`];

describe('a rule that is written as it was is another one', () => {
  test.each<[string, readonly Edit[], readonly Edit[], readonly (readonly [string, readonly string[]])[]]>([
    ['where its score gives more points', [], [points('{ pain: { some: 1, much: 3 }, time: { night: 1 } }')], [['bad-pain', ['load']]]],
    ['where its score gives points for something more', [], [points('{ pain: { none: 1, some: 1, much: 2 }, time: { night: 1 } }')], [['bad-pain', ['load']]]],
    ['where its score reads a question more that only the new version asks', [], [HOME, points('{ pain: { some: 1, much: 2 }, time: { night: 1 }, home: { no: 1 } }')], [['bad-pain', ['load']]]],
    ['where the options of a question that it reads stand in another order', [], [[OPTIONS, '[{ id: none, text: Not bad }, { id: much, text: Very bad }, { id: some, text: Bad }]']], [['everyone', ['pain']], ['bad-pain', ['pain']]]],
  ])('%s', (_what, old, now, expected) => {
    expect(unlike(old, now)).toEqual(expected);
    expect(unlike(now, old)).toEqual(expected);
  });
});

describe('a rule is the same', () => {
  test.each<[string, readonly Edit[], readonly Edit[]]>([
    ['where nothing is another', [], []],
    ['where its score names the points in another order', [], [points('{ time: { night: 1 }, pain: { much: 2, some: 1 } }')]],
    ['where its score says that something has no points', [], [points('{ pain: { none: 0, some: 1, much: 2 }, time: { night: 1, day: 0 } }')]],
    ['where its score gives points for an option that only one version has', [], [['text: By night }', 'text: By night }, { id: noon, text: At noon }'], points('{ pain: { some: 1, much: 2 }, time: { night: 1, noon: 2 } }')]],
    ['where one version has another score, too', [['scores:\n', 'scores:\n  burden: { pain: { much: 5 } }\n']], []],
    ['where a question that it reads has an option more', [], [[OPTIONS, '[{ id: none, text: Not bad }, { id: hardly, text: Hardly }, { id: some, text: Bad }, { id: much, text: Very bad }]']]],
    ['where a question that it does not read has other options', [], [['[{ id: day, text: By day }, { id: night, text: By night }]', '[{ id: night, text: By night }, { id: day, text: By day }]']]],
  ])('%s', (_what, old, now) => {
    expect(unlike(old, now)).toEqual([]);
    expect(unlike(now, old)).toEqual([]);
  });
});

test('rules that one version alone has are told by their ids, with nothing through which', () => {
  const more: Edit = ['  - id: bad-pain', '  - { id: worst, when: { pain: much }, level: high, because: So., sources: [book] }\n  - id: bad-pain'];
  expect([unlike([], [more]), unlike([more], [])]).toEqual([[['worst', []]], [['worst', []]]]);
});
