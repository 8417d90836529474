import { describe, expect, test } from 'vitest';
import { levelsOfBoth } from '../../../src/analysis/diff/assumed.ts';
import { diff } from '../../../src/analysis/diff/diff.ts';
import type { RuleSet } from '../../../src/model/rule-set.ts';
import { edited, type Edit } from '../../language/small.ts';
import { ruleSetFrom } from '../../rule-sets.ts';

function assumed(old: readonly Edit[], now: readonly Edit[]): readonly string[] {
  return diff(ruleSetFrom(edited(...old)), ruleSetFrom(edited(...now))).assumed;
}

test.each<[string, Edit, readonly string[]]>([
  ['one number more', ['max: 7', 'max: 8'], ['only the new version takes `sleep: 8`: answer sets with it cannot be compared']],
  ['six more', ['max: 7', 'max: 13'], ['only the new version takes `sleep: 8, 9, 10, 11, 12, 13`: answer sets with it cannot be compared']],
  ['more than anyone reads', ['max: 7', 'max: 20'], ['only the new version takes `sleep: 8, 9, 10, 11, 12, 13 and 7 more`: answer sets with it cannot be compared']],
])('numbers that only one version takes are named: %s', (_what, edit, told) => {
  expect(assumed([], [edit])).toEqual(told);
  expect(assumed([edit], [])).toEqual(told.map((sentence) => sentence.replace('the new version', 'the old version')));
});

describe('levels of both versions in one order', () => {
  const withLevels = (...ids: readonly string[]): RuleSet => ({ ...ruleSetFrom(edited()), levels: ids.map((id) => ({ id, name: id, week: '' })) });
  const both = (old: readonly string[], now: readonly string[]) => levelsOfBoth(withLevels(...old), withLevels(...now));

  test('are the new ones, with those that are gone as high as the old order lets them stand', () => {
    expect(both(['a', 'b', 'c'], ['a', 'c'])).toEqual(['a', 'b', 'c']);
    expect(both(['a', 'b'], ['a', 'new'])).toEqual(['a', 'new', 'b']);
    expect(both(['gone', 'a', 'b'], ['a', 'new', 'b'])).toEqual(['gone', 'a', 'new', 'b']);
  });

  test('are told where they are not the same', () => {
    const gone: Edit = ['  - { id: low, name: Low, week: One visit a week. }', '  - { id: low, name: Low, week: One visit a week. }\n  - { id: middle, name: Middle, week: Two visits a week. }'];
    const told = ['levels are compared in this order, least intensive first: `low`, `middle`, `high`'];
    expect([assumed([gone], []), assumed([], [gone])]).toEqual([told, told]);
    expect(assumed([gone], [gone])).toEqual([]);
  });
});
