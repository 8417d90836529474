import { describe, expect, test } from 'vitest';
import { comparisonOf, diff } from '../../../src/analysis/diff/diff.ts';
import { BOUNDS } from '../../../src/analysis/diff/bounds.ts';
import { mayChange, mayLower } from '../../../src/analysis/diff/raised.ts';
import { RecordsTally } from '../../../src/analysis/diff/records.ts';
import { SMALL } from '../../language/small.ts';
import { ruleSetFrom } from '../../rule-sets.ts';

const LOWERED = ['urgency: soon', 'urgency: routine'] as const;
const RAISED = ['urgency: soon', 'urgency: urgent'] as const;
const NOON = ['{ id: night, text: By night }', '{ id: night, text: By night }, { id: noon, text: At noon }'] as const;
const WORDED = ['because: It is bad.', 'because: It is hard.'] as const;

function after([piece, by]: readonly [string, string], version = '1.0.0') {
  return diff(ruleSetFrom(SMALL), ruleSetFrom(SMALL.replace(piece, by).replace('version: 1.0.0', `version: ${version}`)));
}

describe('the version after a change', () => {
  test.each([
    ['lowered', LOWERED, '2.0.0', '1.9.9'],
    ['raised', RAISED, '1.1.0', '1.0.9'],
    ['worded otherwise', WORDED, '1.0.1', '1.0.0'],
  ])('%s', (_kind, edit, least, below) => {
    expect(after(edit, least).versionRaised).toEqual({ least, enough: true });
    expect(after(edit, below).versionRaised).toEqual({ least, enough: false });
    expect(after(edit, '3.0.0').versionRaised).toEqual({ least, enough: true });
  });

  test('stays where nothing changes, and is no matter of two different rule sets', () => {
    expect(after(['', '']).versionRaised).toEqual({ least: '1.0.0', enough: true });
    expect(after(['ruleSet: small', 'ruleSet: other'])).not.toHaveProperty('versionRaised');
  });
});

describe('what cannot be ruled out', () => {
  const mays = ({ effect }: ReturnType<typeof after>): readonly boolean[] => [mayLower(effect), mayChange(effect)];
  test.each([
    ['lowered', LOWERED, [true, true]],
    ['raised', RAISED, [false, true]],
    ['worded otherwise', WORDED, [false, false]],
    ['an option that is new', NOON, [false, true]],
  ] as const)('%s', (_kind, edit, expected) => {
    expect(mays(after(edit))).toEqual(expected);
  });

  test('an option that is gone', () => {
    expect(mays(diff(ruleSetFrom(SMALL.replace(...NOON)), ruleSetFrom(SMALL)))).toEqual([true, true]);
  });

  test('records of which nothing can be said', () => {
    const effect = new RecordsTally(comparisonOf(ruleSetFrom(SMALL), ruleSetFrom(SMALL))).effect('none');
    expect([mayLower(effect), mayChange(effect)]).toEqual([false, false]);
    expect([mayLower({ ...effect, notCompared: 1n }), mayChange({ ...effect, notCompared: 1n })]).toEqual([true, true]);
    expect([mayLower({ ...effect, changed: 1n }), mayChange({ ...effect, changed: 1n })]).toEqual([false, true]);
  });

  test('the same, where it was proved without counting', () => {
    const proved = (edit: readonly [string, string]) => diff(ruleSetFrom(SMALL), ruleSetFrom(SMALL.replace(...edit)), { ...BOUNDS, wholeNodes: 0, aroundNodes: 0 });
    expect([LOWERED, RAISED, WORDED].map((edit) => mays(proved(edit)))).toEqual([[true, true], [false, true], [false, false]]);
  });
});
