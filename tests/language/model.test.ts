import { describe, expect, test } from 'vitest';
import { readRuleSet } from '../../src/language/rule-set.ts';
import type { RuleSet } from '../../src/model/rule-set.ts';
import { ruleSetFrom } from '../rule-sets.ts';
import { edited, problemsIn, SMALL } from './small.ts';

const small = ruleSetFrom(SMALL);
const after = (piece: string, by: string): RuleSet => ruleSetFrom(edited([piece, by]));

describe('a rule set as it is read', () => {
  test('has its texts', () => {
    expect(small).toMatchObject({ id: 'small', version: '1.0.0', title: 'A small rule set', about: 'What this is.', notice: 'Not a diagnosis.' });
    expect(small.scope).toEqual({ when: { test: 'option', question: 'age', options: ['adult'] }, otherwise: 'This is for adults.' });
    expect(small.rules[1]).toMatchObject({ id: 'bad-pain', level: 'high', urgency: 'soon', because: 'It is bad.', sources: ['book', 'talk'] });
    expect(small.advice[0]).toMatchObject({ id: 'rest-well', say: 'Rest well.', sources: ['book'] });
  });

  test('says whom to turn to, and what it rests on', () => {
    expect(small.referral).toEqual({ who: 'A therapist.', today: 'Call one.', notAsked: 'Your health.', bring: ['A list', 'A friend'], ask: ['What does it cost?'] });
    expect(small.contacts).toStrictEqual([
      { id: 'help-line', name: 'Help', how: 'Call 911.', crisis: true, source: 'https://example.org', checked: '2026-01-01', recheck: '2026-07-01', unverified: false },
      {
        id: 'night-line',
        name: 'Night',
        how: 'Call at night.',
        crisis: false,
        when: { test: 'option', question: 'time', options: ['night'] },
        source: 'http://example.org/night',
        checked: '2026-01-01',
        recheck: '2026-07-01',
        unverified: true,
      },
    ]);
    expect(small.sources).toStrictEqual([
      { id: 'book', title: 'A book', url: 'https://example.org/book?a=1#b', unverified: false },
      { id: 'talk', title: 'A talk', unverified: true },
    ]);
  });

  test('has all that a level says of itself, in one order', () => {
    const texts = { short: 'L', week: 'Weekly.', what: 'Talks.', hours: '1 hour', nights: 'At home', length: '8 weeks', parts: ['Talks'], fits: 'Many.', cost: 'A fee.', follows: 'Nothing.' };
    const keys = Object.entries(texts).map(([key, text]) => `${key}: ${JSON.stringify(text)}`);
    const { levels } = after('{ id: low, name: Low, week: One visit a week. }', `{ id: low, name: Low, ${keys.toReversed().join(', ')} }`);
    expect(levels[0]).toEqual({ id: 'low', name: 'Low', ...texts });
    expect(Object.keys(levels[0] ?? {})).toEqual(['id', 'name', ...Object.keys(texts)]);
  });

  test('has no key for what is not said', () => {
    expect(after(', notSure: 3', '').questions[2]).toStrictEqual({ id: 'sleep', kind: 'need', text: 'How many bad nights?', type: 'integer', min: 0, max: 7 });
    expect(small.questions[3]).toStrictEqual({
      id: 'time',
      kind: 'preference',
      text: 'When?',
      type: 'choice',
      options: [
        { id: 'day', text: 'By day' },
        { id: 'night', text: 'By night' },
      ],
      several: false,
    });
  });

  test('may take one number alone', () => {
    const one = ruleSetFrom(edited(['min: 0, max: 7', 'min: 2, max: 2'], ['notSure: 3', 'notSure: 2'], ['sleep: 7', 'sleep: 2']));
    expect(one.questions[2]).toMatchObject({ min: 2, max: 2, notSure: 2 });
  });

  test('may say that a question of need moves little', () => {
    expect(after('vary: time', 'vary: sleep').properties[3]).toMatchObject({ claim: 'vary', vary: 'sleep' });
  });
});

describe('what is malformed is told once, and not held against those who name it', () => {
  test.each([
    ['min: 0, max: 7', 'max: 7', ['missing-key']],
    ['min: 0, max: 7', 'min: 0', ['missing-key']],
    ['{ id: none, text: Not bad }, { id: some, text: Bad }, { id: much, text: Very bad }', '', ['too-few']],
  ])('%j, then %j', (piece, by, codes) => {
    const found = problemsIn(readRuleSet(edited([piece, by]), 'small.yaml'));
    expect(found.map((problem) => problem.split(' ')[1])).toEqual(codes);
  });
});
