import { describe, expect, test } from 'vitest';
import { diff } from '../../../src/analysis/diff/diff.ts';
import type { PartChange } from '../../../src/model/difference.ts';
import type { RuleSet } from '../../../src/model/rule-set.ts';
import { SMALL } from '../../language/small.ts';
import { ruleSetFrom } from '../../rule-sets.ts';

const small = ruleSetFrom(SMALL);

function partsAfter(...edits: readonly (readonly [string, string])[]): readonly PartChange[] {
  const edited = edits.reduce((text, [piece, by]) => {
    if (!text.includes(piece)) throw new Error(`nothing to replace: ${piece}`);
    return text.replace(piece, by);
  }, SMALL);
  return diff(small, ruleSetFrom(edited)).parts;
}

const changed = (part: PartChange['part'], id: string, field: string, old: string | null, now: string | null): PartChange => ({
  part,
  id,
  change: 'changed',
  fields: [{ field, old, new: now }],
});

describe('one edit, one part', () => {
  test.each<[string, string, PartChange]>([
    ['title: A small rule set', 'title: Another', changed('rule set', '', 'title', 'A small rule set', 'Another')],
    ['version: 1.0.0', 'version: 1.2.0', changed('rule set', '', 'version', '1.0.0', '1.2.0')],
    ['week: Care every day.', 'week: Each day.', changed('level', 'high', 'week', 'Care every day.', 'Each day.')],
    ['parts: [Talks, Walks]', 'parts: [Talks]', changed('level', 'high', 'parts', 'Talks; Walks', 'Talks')],
    ['    help: Think of today.\n', '', changed('question', 'pain', 'help', 'Think of today.', null)],
    ['text: Very bad', 'text: Awful', changed('option', 'pain: much', 'text', 'Very bad', 'Awful')],
    ['notSure: some', 'notSure: much', changed('question', 'pain', 'notSure', 'some', 'much')],
    ['scope: {', 'screen: load\nscope: {', changed('rule set', '', 'screen', null, 'load')],
    ['otherwise: This is for adults.', 'otherwise: Not for you.', changed('scope', '', 'otherwise', 'This is for adults.', 'Not for you.')],
    ['because: It is bad.', 'because: It is hard.', changed('rule', 'bad-pain', 'because', 'It is bad.', 'It is hard.')],
    ['sources: [book, talk]', 'sources: [book]', changed('rule', 'bad-pain', 'sources', 'book; talk', 'book')],
    ['pain: [much, some]', 'pain: much', changed('rule', 'bad-pain', 'when', 'pain at least some, sleep at least 2, load at least 1', 'pain much, sleep at least 2, load at least 1')],
    ['urgency: soon\n', 'urgency: urgent\n', changed('rule', 'bad-pain', 'urgency', 'soon', 'urgent')],
    ['much: 2 }, time', 'much: 3 }, time', changed('score', 'load', 'points', 'pain (some (1), much (2)), time (night (1))', 'pain (some (1), much (3)), time (night (1))')],
    ['say: Rest well.', 'say: Sleep well.', changed('advice', 'rest-well', 'say', 'Rest well.', 'Sleep well.')],
    ['goals: rest, level: { atLeast: high }', 'goals: rest', changed('advice', 'rest-well', 'when', 'goals rest, level high', 'goals rest')],
    ['never: { level: low, urgency: emergency }', 'never: { level: low, urgency: urgent }', changed('property', 'low-is-calm', 'never', 'level low, urgency emergency', 'level low, urgency urgent')],
    ['monotone: [pain, sleep]', 'monotone: [pain]', changed('property', 'worse-is-more', 'monotone', 'pain; sleep', 'pain')],
    ['today: Call one.', 'today: Call two.', changed('referral', '', 'today', 'Call one.', 'Call two.')],
    ['how: Call 911.', 'how: Call 112.', changed('contact', 'help-line', 'how', 'Call 911.', 'Call 112.')],
    ['when: { time: night }', 'when: { time: day }', changed('contact', 'night-line', 'when', 'time night', 'time day')],
    ['title: A book', 'title: The book', changed('source', 'book', 'title', 'A book', 'The book')],
    ['title: A talk, unverified: true', 'title: A talk', changed('source', 'talk', 'unverified', 'true', null)],
  ])('%s', (piece, by, expected) => {
    expect(partsAfter([piece, by])).toEqual([expected]);
  });
});

test('what was added or removed is told with all that it says', () => {
  const added = '  - { id: worst, when: { pain: much }, level: high, because: It is the worst., sources: [book] }\nadvice:';
  const fields = [
    { field: 'when', old: null, new: 'pain much' },
    { field: 'level', old: null, new: 'high' },
    { field: 'urgency', old: null, new: 'routine' },
    { field: 'because', old: null, new: 'It is the worst.' },
    { field: 'sources', old: null, new: 'book' },
  ];
  expect(partsAfter(['advice:', added])).toEqual([{ part: 'rule', id: 'worst', change: 'added', fields }]);
  expect(diff(ruleSetFrom(SMALL.replace('advice:', added)), small).parts).toEqual([
    { part: 'rule', id: 'worst', change: 'removed', fields: fields.map(({ field, new: text }) => ({ field, old: text, new: null })) },
  ]);
});

test('a question that takes numbers is told by what it says, and has no options', () => {
  const nights = '  - { id: nights, kind: preference, text: How many nights?, integer: { min: 0, max: 7 } }\n  - { id: time';
  const fields = Object.entries({ kind: 'preference', text: 'How many nights?', min: '0', max: '7' }).map(([field, text]) => ({ field, old: null, new: text }));
  expect(partsAfter(['  - { id: time', nights])).toEqual([{ part: 'question', id: 'nights', change: 'added', fields }]);
});

test('a scope that is new, or gone, is told once', () => {
  const { scope: _scope, ...everyone } = small;
  const told = ([old, now]: readonly [RuleSet, RuleSet]) => diff(old, now).parts.map(({ part, change }) => [part, change]);
  expect([told([everyone, small]), told([small, everyone])]).toEqual([[['scope', 'added']], [['scope', 'removed']]]);
});

test('another order of the same things is told', () => {
  const swapped = partsAfter(['[{ id: day, text: By day }, { id: night, text: By night }]', '[{ id: night, text: By night }, { id: day, text: By day }]']);
  expect(swapped).toEqual([{ part: 'rule set', id: 'small', change: 'changed', fields: [{ field: 'order of options of `time`', old: 'day, night', new: 'night, day' }] }]);
});

test('nothing is told of two rule sets that are the same', () => {
  expect(partsAfter()).toEqual([]);
});
