import { describe, expect, test } from 'vitest';
import { comparisonOf } from '../../../src/analysis/diff/diff.ts';
import { mayChange, mayLower } from '../../../src/analysis/diff/raised.ts';
import { RecordsTally } from '../../../src/analysis/diff/records.ts';
import type { Answers } from '../../../src/model/answers.ts';
import type { CountedEffect, Effect, RecordsEffect } from '../../../src/model/difference.ts';
import type { RuleSet } from '../../../src/model/rule-set.ts';
import { edited, type Edit } from '../../language/small.ts';
import { ruleSetFrom } from '../../rule-sets.ts';

const after = (...edits: readonly Edit[]): RuleSet => ruleSetFrom(edited(...edits));
const STRICTER: Edit = ['sleep: { atLeast: 2 }, pain: [much, some]', 'sleep: { atLeast: 3 }, pain: [much, some]'];
const EVERYONE: Edit = ['  - { id: everyone, when: { pain: { atLeast: none } }, level: low, because: All start here., sources: [book] }\n', ''];
const CALM: Edit = ['urgency: soon', 'urgency: routine'];
const BAD: Answers = { age: 'adult', pain: 'some', sleep: 2, time: 'day' };

/** The effect of a change on records, one on each line. */
function effectOn(records: readonly Answers[], now: RuleSet = after(STRICTER), old: RuleSet = after()): RecordsEffect {
  const tally = new RecordsTally(comparisonOf(old, now));
  for (const [place, answers] of records.entries()) tally.add({ line: place + 1, id: `p${place}` }, { old: answers, new: answers });
  return tally.effect('records.ndjson');
}

describe('records', () => {
  test('are counted by what they come out as, and those that change are told', () => {
    const low = { status: 'decided', level: 'low', urgency: 'routine' };
    const high = { status: 'decided', level: 'high', urgency: 'soon' };
    const outside = { status: 'out-of-scope', level: null };
    expect(effectOn([{ ...BAD, sleep: 7 }, BAD, { ...BAD, age: 'child' }, { ...BAD, pain: 'none' }, BAD])).toStrictEqual({
      how: 'records',
      file: 'records.ndjson',
      compared: 5n,
      changed: 3n,
      lowered: 3n,
      matrix: [
        { from: { ...outside, urgency: 'soon' }, to: { ...outside, urgency: 'routine' }, lowered: true, count: 1n },
        { from: low, to: low, lowered: false, count: 1n },
        { from: high, to: low, lowered: true, count: 2n },
        { from: high, to: high, lowered: false, count: 1n },
      ],
      notCompared: 0n,
      records: [
        { line: 2, id: 'p1', from: high, to: low, lowered: true },
        { line: 3, id: 'p2', from: { ...outside, urgency: 'soon' }, to: { ...outside, urgency: 'routine' }, lowered: true },
        { line: 5, id: 'p4', from: high, to: low, lowered: true },
      ],
      rejected: 0n,
      rejectedLines: [],
    });
  });

  test('are told by what they were, and then by what they are', () => {
    const fewNights = after(['sleep: { atLeast: 2 }', 'sleep: { atMost: 4 }']);
    const { matrix } = effectOn([{ ...BAD, sleep: 7 }, { ...BAD, sleep: 0 }, BAD, { ...BAD, pain: 'none' }], fewNights);
    expect(matrix.map(({ from, to }) => [from.level, to.level])).toEqual([['low', 'low'], ['low', 'high'], ['high', 'low'], ['high', 'high']]);
  });

  test.each<[string, Answers, bigint]>([
    ['a level that nothing can change any more', { age: 'adult', pain: 'none' }, 1n],
    ['a level that hangs on the scope', { pain: 'none' }, 0n],
    ['a level that hangs on an answer', { age: 'adult', sleep: 7 }, 0n],
    ['an urgency that hangs on an answer', { age: 'child', sleep: 7 }, 0n],
    ['no level, whatever is missing', { age: 'child', pain: 'none' }, 1n],
  ])('with answers missing count where they come to %s', (_what, answers, compared) => {
    const { compared: counted, notCompared } = effectOn([answers], after());
    expect([counted, notCompared]).toEqual([compared, 1n - compared]);
  });

  test('with answers missing count where one rule or another gives them the same level', () => {
    const asking = (time: string): string => `  - { id: ${time}, when: { time: ${time}, pain: much }, level: high, because: So., sources: [book] }\n`;
    const either = after(['  - id: bad-pain', `${asking('day')}${asking('night')}  - id: bad-pain`], ['urgency: soon', 'urgency: routine']);
    expect(effectOn([{ age: 'adult', pain: 'much', sleep: 0 }], either, either)).toMatchObject({ compared: 1n, matrix: [{ from: { level: 'high' } }] });
  });

  test('with answers missing do not count while a rule may hold that asks for more, or no rule at all', () => {
    const records = [{ age: 'adult', sleep: 7 }, { age: 'adult', pain: 'some', sleep: 7, time: 'day' }];
    for (const version of [after(CALM), after(CALM, EVERYONE)]) expect(effectOn(records, version, version)).toMatchObject({ compared: 1n, notCompared: 1n });
  });

  test('with answers missing do not count where these matter to one version alone', () => {
    const [rises, stays] = [after(CALM), after(CALM, ['    level: high', '    level: low'])];
    for (const [old, now] of [[rises, stays], [stays, rises]] as const) {
      expect(effectOn([{ age: 'adult', sleep: 7 }], now, old)).toMatchObject({ compared: 0n, notCompared: 1n });
      expect(effectOn([{ age: 'adult', sleep: 1 }], now, old)).toMatchObject({ compared: 1n, notCompared: 0n });
    }
  });

  test('without a level do not count while a missing answer could give them one', () => {
    const few = after(EVERYONE);
    expect(effectOn([{ ...BAD, pain: 'none' }], few, few)).toMatchObject({ compared: 1n, matrix: [{ from: { status: 'no-rule', level: null } }] });
    expect(effectOn([{ age: 'adult', pain: 'much', sleep: 5 }], few, few)).toMatchObject({ compared: 1n, matrix: [{ from: { level: 'high' } }] });
    expect(effectOn([{ age: 'adult', pain: 'none' }], few, few)).toMatchObject({ compared: 1n, matrix: [{ from: { status: 'no-rule', level: null } }] });
    expect(effectOn([{ age: 'adult', pain: 'much', sleep: 1 }], few, few)).toMatchObject({ compared: 1n, matrix: [{ from: { status: 'no-rule', level: null } }] });
    expect(effectOn([{ age: 'adult', sleep: 7 }], few, few)).toMatchObject({ compared: 0n, notCompared: 1n });
  });
});

describe('what cannot be ruled out', () => {
  const none: CountedEffect = { how: 'counted', whole: true, compared: 9n, changed: 0n, lowered: 0n, matrix: [], notCompared: { old: 0n, new: 0n }, moves: [], rules: [] };
  const records = effectOn([]);

  test.each<[string, Effect, boolean, boolean]>([
    ['nothing', none, false, false],
    ['answers that only the old version takes', { ...none, notCompared: { old: 1n, new: 0n } }, true, true],
    ['answers that only the new version takes', { ...none, notCompared: { old: 0n, new: 1n } }, false, true],
    ['answers that either alone takes', { ...none, notCompared: { old: 1n, new: 1n } }, true, true],
    ['someone raised', { ...none, changed: 1n }, false, true],
    ['someone lowered', { ...none, changed: 1n, lowered: 1n }, true, true],
    ['a record lowered', { ...records, changed: 1n, lowered: 1n }, true, true],
    ['a record raised', { ...records, changed: 1n }, false, true],
    ['a record that was not compared', { ...records, notCompared: 1n }, true, true],
    ['where it was proved: answers that only the old version takes', { how: 'proved', because: '', notCompared: { old: 1n, new: 0n }, findings: [] }, true, true],
    ['where it was proved: answers that either alone takes', { how: 'proved', because: '', notCompared: { old: 1n, new: 1n }, findings: [] }, true, true],
    ['where it was proved: nothing', { how: 'proved', because: '', notCompared: { old: 0n, new: 0n }, findings: [] }, false, false],
  ])('with %s', (_what, effect, lower, change) => {
    expect([mayLower(effect), mayChange(effect)]).toEqual([lower, change]);
  });
});
