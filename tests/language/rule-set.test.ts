import { describe, expect, test } from 'vitest';
import { readRuleSet } from '../../src/language/rule-set.ts';
import { valueOf } from '../rule-sets.ts';
import { edited, problemsIn, SMALL, unmarked, type Edit } from './small.ts';

const small = valueOf(readRuleSet(SMALL, 'small.yaml'));

/** The problems of the small rule set after one edit. */
function problemsAfter(...edits: readonly Edit[]): string[] {
  return problemsIn(readRuleSet(edited(...edits), 'small.yaml'));
}

function digestOf(text: string): string {
  return valueOf(readRuleSet(text, 'small.yaml')).ruleSet.digest;
}

describe('the model', () => {
  const { ruleSet } = small;

  test('has everything in the order of the file, and scores and sources by id', () => {
    expect(ruleSet.levels).toEqual([
      { id: 'low', name: 'Low', week: 'One visit a week.' },
      { id: 'high', name: 'High', short: 'H', week: 'Care every day.', parts: ['Talks', 'Walks'] },
    ]);
    expect(ruleSet.questions[1]).toEqual({
      id: 'pain',
      kind: 'need',
      text: 'How bad is it?',
      help: 'Think of today.',
      why: 'It sets the level.',
      ifNotSure: 'Ask how bad it is.',
      type: 'choice',
      options: [
        { id: 'none', text: 'Not bad' },
        { id: 'some', text: 'Bad' },
        { id: 'much', text: 'Very bad' },
      ],
      several: false,
      notSure: 'some',
    });
    expect(ruleSet.questions[2]).toEqual({ id: 'sleep', kind: 'need', text: 'How many bad nights?', type: 'integer', min: 0, max: 7, notSure: 3 });
    expect(ruleSet.questions[4]).toMatchObject({ kind: 'note', several: true });
    expect(ruleSet.scores).toEqual([{ id: 'load', points: { pain: { some: 1, much: 2 }, time: { night: 1 } } }]);
    expect(ruleSet.sources.map(({ id }) => id)).toEqual(['book', 'talk']);
    expect(ruleSet.sources[1]).toEqual({ id: 'talk', title: 'A talk', unverified: true });
    expect(ruleSet.contacts[1]).toMatchObject({ crisis: false, unverified: true, when: { test: 'option', question: 'time', options: ['night'] } });
  });

  test('spells conditions out in one normal form', () => {
    expect(ruleSet.rules[0]?.when).toEqual({ test: 'option', question: 'pain', options: ['none', 'some', 'much'] });
    expect(ruleSet.rules[1]?.when).toEqual({
      test: 'all',
      of: [
        { test: 'option', question: 'pain', options: ['some', 'much'] },
        { test: 'number', question: 'sleep', min: 2, max: 7 },
        { test: 'score', score: 'load', min: 1, max: 3 },
      ],
    });
    expect(ruleSet.advice[0]?.when).toEqual({
      test: 'all',
      of: [
        { test: 'option', question: 'goals', options: ['rest'] },
        { test: 'option', question: 'level', options: ['high'] },
      ],
    });
  });

  test('takes rules to ask for no urgency unless they say so', () => {
    expect(ruleSet.rules.map(({ urgency }) => urgency)).toEqual(['routine', 'soon']);
  });

  test('tells the four forms of properties apart', () => {
    expect(ruleSet.properties).toEqual([
      {
        id: 'much-is-high',
        claim: 'expect',
        when: {
          test: 'all',
          of: [
            { test: 'option', question: 'pain', options: ['much'] },
            { test: 'number', question: 'sleep', min: 7, max: 7 },
          ],
        },
        expect: { levels: ['high'], urgencies: ['soon', 'urgent', 'emergency'] },
      },
      { id: 'no-child', claim: 'expect', when: { test: 'option', question: 'age', options: ['child'] }, expect: { status: 'out-of-scope' } },
      {
        id: 'low-is-calm',
        claim: 'never',
        never: {
          test: 'all',
          of: [
            { test: 'option', question: 'level', options: ['low'] },
            { test: 'option', question: 'urgency', options: ['emergency'] },
          ],
        },
      },
      { id: 'time-moves-little', claim: 'vary', vary: 'time', when: { test: 'option', question: 'pain', options: ['none'] }, levelsAtMost: 1 },
      { id: 'worse-is-more', claim: 'monotone', monotone: ['pain', 'sleep'] },
    ]);
    const decided = valueOf(readRuleSet(edited(['status: out-of-scope', 'status: decided']), 'small.yaml')).ruleSet;
    expect(decided.properties[1]).toMatchObject({ expect: { status: 'decided' } });
  });

  test('keeps which score is the total of a screen', () => {
    expect(valueOf(readRuleSet(edited(['scope: {', 'screen: load\nscope: {']), 'small.yaml')).ruleSet.screen).toBe('load');
  });

  test('is frozen all through', () => {
    const parts: unknown[] = [ruleSet];
    for (const part of parts) {
      expect(Object.isFrozen(part)).toBe(true);
      parts.push(...Object.values(part as object).filter((value) => typeof value === 'object'));
    }
    expect(parts.length).toBeGreaterThan(80);
  });

  test('leaves out what is optional, and survives JSON', () => {
    const least = edited(
      [SMALL.slice(SMALL.indexOf('scores:'), SMALL.indexOf('rules:')), ''],
      [SMALL.slice(SMALL.indexOf('advice:'), SMALL.indexOf('referral:')), ''],
      [', load: { atLeast: 1 }', ''],
    );
    const { ruleSet: without } = valueOf(readRuleSet(least, 'least.yaml'));
    expect(without).toMatchObject({ scores: [], advice: [], properties: [] });
    expect('scope' in without).toBe(false);
    expect(JSON.parse(JSON.stringify(without))).toEqual(without);
  });
});

describe('the digest', () => {
  test('stays when comments, quotes and the order of keys change', () => {
    const same = edited(
      ['ruleSet: small\nversion: 1.0.0\n', '# a comment\nversion: "1.0.0"\nruleSet: small\n'],
      ['{ sleep: { atLeast: 2 }, pain: [much, some], load: { atLeast: 1 } }', '{ load: { atLeast: 1 }, pain: { atLeast: some }, sleep: { atMost: 7, atLeast: 2 } }'],
      ['pain: { some: 1, much: 2 }, time: { night: 1 }', 'time: { night: 1 }, pain: { much: 2, some: 1 }'],
      ['  talk: { title: A talk, unverified: true }\n', ''],
      ['#b }\n', '#b }\n  talk: { unverified: true, title: A talk }\n'],
    );
    expect(digestOf(same)).toBe(small.ruleSet.digest);
  });

  test.each([
    ['level: high\n', 'level: low\n'],
    ['urgency: soon', 'urgency: urgent'],
    ['because: It is bad.', 'because: It is very bad.'],
    ['pain: [much, some]', 'pain: much'],
    ['max: 7', 'max: 8'],
  ])('changes when %j becomes %j', (piece, by) => {
    expect(digestOf(edited([piece, by]))).not.toBe(small.ruleSet.digest);
  });

  test('is a SHA-256', () => {
    expect(small.ruleSet.digest).toMatch(/^sha256:[0-9a-f]{64}$/);
  });
});

describe('places', () => {
  test.each([
    [['rules'], 25, 1],
    [['rules', 'bad-pain'], 27, 5],
    [['rules', 'bad-pain', 'when'], 28, 5],
    [['rules', 'bad-pain', 'when', 'pain'], 28, 36],
    [['questions', 'pain', 'options', 'much'], 18, 69],
    [['scores', 'load'], 23, 3],
    [['sources', 'book'], 54, 3],
    [['rules', 'bad-pain', 'nothing', 'here'], 27, 5],
    [['rules', 'no-such-rule'], 25, 1],
    [['nowhere'], 1, 1],
    [[], 1, 1],
  ])('of %j', (path, line, column) => {
    const place = small.placeOf(...path);
    expect(place).toEqual({ file: 'small.yaml', line, column, text: SMALL.split('\n')[line - 1] });
  });
});

describe('problems', () => {
  test('come all at once, in the order of the file', () => {
    const marked = edited(
      ['ruleSet: small', '¦ruleSet: small'],
      ['version: 1.0.0', 'version: ¦1.0'],
      ['about:', '¦abuot:'],
      ['kind: scope', 'kind: ¦skope'],
      ['pain: [much, some]', '¦pian: [much, some]'],
      ['level: high\n', 'level: ¦hihg\n'],
      ['[book, talk]', '[book, ¦tlak]'],
      ['recheck: 2026-07-01 }', 'recheck: ¦2026-02-30 }'],
    );
    const { text, places } = unmarked(marked);
    const codes = ['missing-key', 'bad-version', 'unknown-key', 'unknown-name', 'unknown-question', 'unknown-level', 'unknown-source', 'bad-day'];
    expect(problemsIn(readRuleSet(text, 'small.yaml'))).toEqual(places.map((place, index) => `${place} ${codes[index]}`));
  });

  const rest = '{ id: rest-well,';
  const time = '  - { id: time,';

  // The mark ¦ stands where the problem is expected; there may be no other.
  test.each<[name: string, code: string, ...edits: Edit[]]>([
    ['a level twice', 'duplicate-id', ['questions:\n', '  - { id: ¦low, name: Low, week: Again. }\nquestions:\n']],
    ['a question twice', 'duplicate-id', ['scores:\n', '  - { id: ¦goals, kind: note, text: A?, options: [{ id: rest, text: A }, { id: b, text: B }] }\nscores:\n']],
    ['a score with the id of a question', 'duplicate-id', ['scope: {', '  ¦goals: {}\nscope: {'], ['goals: rest, ', '']],
    ['an option twice', 'duplicate-id', ['text: By night }', 'text: By night }, { id: ¦day, text: Again }']],
    ['a rule twice', 'duplicate-id', ['id: bad-pain', 'id: ¦everyone']],
    ['a piece of advice twice', 'duplicate-id', ['properties:', '  - { id: ¦rest-well, when: { pain: none }, say: Rest. }\nproperties:']],
    ['a property twice', 'duplicate-id', ['id: no-child', 'id: ¦much-is-high']],
    ['a contact twice', 'duplicate-id', ['id: night-line', 'id: ¦help-line']],
    ['a source listed twice', 'duplicate-id', ['[book, talk]', '[book, ¦book]']],
    ['an option listed twice', 'duplicate-id', ['[much, some]', '[much, ¦much]']],
    ['a question with the id of a flag', 'reserved-id', [time, `  - { id: ¦json, kind: note, text: A?, integer: { min: 0, max: 1 } }\n${time}`]],
    ['a question with the id of a field', 'reserved-id', [time, `  - { id: ¦line, kind: note, text: A?, integer: { min: 0, max: 1 } }\n${time}`]],
    ['a question whose id a flag negates', 'reserved-id', [time, `  - { id: ¦no-age, kind: note, text: A?, integer: { min: 0, max: 1 } }\n${time}`]],
    ['an id that every object has', 'reserved-id', ['id: everyone', 'id: ¦constructor']],
    ['a score with the id of a flag', 'reserved-id', ['scope: {', '  ¦color: {}\nscope: {']],
    ['not-sure as an option', 'reserved-id', ['text: By night }', 'text: By night }, { id: ¦not-sure, text: Who knows }']],
    ['a number as an id', 'bad-id', ['id: everyone', 'id: ¦12']],
    ['a capital in an id', 'bad-id', ['id: everyone', 'id: ¦Everyone']],
    ['an id in another normal form', 'bad-id', ['id: everyone', 'id: ¦cafe\u0301']],
    ['the id of a source with a capital', 'bad-id', ['  talk:', '  ¦Talk: { title: A, unverified: true }\n  talk:']],
    ['a scope question in a rule', 'wrong-kind', ['pain: { atLeast: none }', '¦age: adult']],
    ['a note in a rule', 'wrong-kind', ['pain: { atLeast: none }', 'not: { ¦goals: rest }']],
    ['the level in a rule', 'wrong-kind', ['pain: { atLeast: none }', 'any: [{ ¦level: low }]']],
    ['a need in the scope', 'wrong-kind', ['{ age: adult }', '{ ¦pain: much }']],
    ['a score in the scope', 'wrong-kind', ['{ age: adult }', '{ ¦load: 1 }']],
    ['a note in a property', 'wrong-kind', ['{ age: child }', '{ ¦goals: rest }']],
    ['the level in the condition of a property', 'wrong-kind', ['{ age: child }', '{ ¦level: low }']],
    ['several answers to a need', 'wrong-kind', ['help: Think of today.', 'several: ¦true']],
    ['not sure about a preference', 'wrong-kind', ['text: When?', 'text: When?, notSure: ¦day']],
    ['points for a note', 'wrong-kind', ['time: { night: 1 }', 'time: { night: 1 }, ¦goals: { rest: 1 }']],
    ['points for a number', 'wrong-kind', ['time: { night: 1 }', 'time: { night: 1 }, ¦sleep: { a1: 1 }']],
    ['a scope question to vary', 'wrong-kind', ['vary: time', 'vary: ¦age']],
    ['a preference as monotone', 'wrong-kind', ['monotone: [pain, sleep]', 'monotone: [pain, ¦time]']],
    ['what to ask, but no not sure', 'missing-key', ['  - id: pain\n', '  - ¦id: pain\n'], ['    notSure: some\n', '']],
    ['an unknown option as not sure', 'unknown-option', ['notSure: some', 'notSure: ¦sum']],
    ['not sure out of bounds', 'out-of-range', ['notSure: 3', 'notSure: ¦8']],
    ['bounds the wrong way round', 'out-of-range', [time, `  - { id: x, kind: need, text: A?, integer: ¦{ min: 2, max: 1 } }\n${time}`]],
    ['one option', 'too-few', [time, `  - { id: x, kind: need, text: A?, options: ¦[{ id: a, text: A }] }\n${time}`]],
    ['a rule without a source', 'too-few', ['[book, talk]', '¦[]']],
    ['points for an unknown question', 'unknown-question', ['time: { night: 1 }', 'time: { night: 1 }, ¦tmie: { night: 1 }']],
    ['points for an unknown option', 'unknown-option', ['some: 1,', 'some: 1, ¦sum: 1,']],
    ['too many points', 'out-of-range', ['some: 1,', 'some: ¦1001,']],
    ['points below nothing', 'out-of-range', ['some: 1,', 'some: ¦-1,']],
    ['points that are no whole number', 'wrong-type', ['some: 1,', 'some: ¦1.5,']],
    ['an address of another kind', 'bad-address', ['https://example.org/book?a=1#b', '¦javascript:alert(1)']],
    ['a day that does not exist', 'bad-day', ['recheck: 2026-07-01 }', 'recheck: ¦2026-02-30 }']],
    ['a day in another form', 'bad-day', ['recheck: 2026-07-01 }', 'recheck: ¦1/7/2026 }']],
    ['a recheck that is not after the check', 'bad-day', ['recheck: 2026-07-01 }', 'recheck: ¦2026-01-01 }']],
    ['a word that is no urgency', 'unknown-name', ['urgency: soon', 'urgency: ¦sooon']],
    ['an unknown urgency in a property', 'unknown-name', ['urgency: { atLeast: soon }', 'urgency: [soon, ¦now]']],
    ['an expectation of nothing', 'empty', ['{ status: out-of-scope }', '¦{}']],
    ['a score that does not exist as the screen', 'unknown-name', ['scope: {', 'screen: ¦laod\nscope: {']],
    ['a question as the screen', 'unknown-name', ['scope: {', 'screen: ¦pain\nscope: {']],
    ['an unknown question to vary', 'unknown-question', ['vary: time', 'vary: ¦tmie']],
    ['a number as the question to vary', 'wrong-type', ['vary: time', 'vary: ¦3']],
    ['an unknown key', 'unknown-key', [rest, `${rest} ¦says: Rest.,`]],
    ['a text that is empty', 'empty', ['say: Rest well.', 'say: ¦" "']],
    ['a text that is a number', 'wrong-type', ['title: A small rule set', 'title: ¦12']],
    ['a key without a value', 'wrong-type', ['title: A small rule set', 'title:¦']],
    ['a version that reads as a number', 'bad-version', ['version: 1.0.0', 'version: ¦1.10']],
  ])('%s', (_name, code, ...edits) => {
    const { text, places } = unmarked(edited(...edits));
    expect(problemsIn(readRuleSet(text, 'small.yaml'))).toEqual(places.map((place) => `${place} ${code}`));
  });

  test('are not found in `several: false`', () => {
    expect(readRuleSet(edited(['help: Think of today.', 'several: false']), 'small.yaml').ok).toBe(true);
  });

  test('of a property that mixes two forms are those of the form it comes closest to', () => {
    const { text, places } = unmarked(edited(['vary: time, when: {', 'monotone: [pain], ¦when: {'], ['expect: { levels', '¦expect: { levels']));
    expect(problemsIn(readRuleSet(text, 'small.yaml'))).toEqual(places.map((place) => `${place} unknown-key`));
  });

  test('one level', () => {
    const { text } = unmarked(edited(['  - { id: high, name: High, short: H, week: Care every day., parts: [Talks, Walks] }\n', '']));
    expect(problemsIn(readRuleSet(text, 'small.yaml'))[0]).toBe('7:3 too-few');
  });

  test('name the nearest valid word', () => {
    const read = readRuleSet(edited(['level: high\n', 'level: hihg\n']), 'small.yaml');
    expect(read).toMatchObject({ problems: [{ message: 'there is no level `hihg`', help: 'did you mean `high`? valid: low, high' }] });
  });

  test('too many rules or questions', () => {
    const rule = '  - { id: everyone, when: { pain: { atLeast: none } }, level: low, because: All start here., sources: [book] }\n';
    const rules = Array.from({ length: 500 }, (_, index) => rule.replace('everyone', `rule-${index}`)).join('');
    expect(problemsAfter([rule, rule + rules])).toEqual(['26:3 too-many']);
    const question = '  - { id: sleep, kind: need, text: How many bad nights?, integer: { min: 0, max: 7 }, notSure: 3 }\n';
    const questions = Array.from({ length: 60 }, (_, index) => question.replace('sleep', `question-${index}`)).join('');
    expect(problemsAfter([question, question + questions])).toEqual(['10:3 too-many']);
  });

  test('a text that is no map', () => {
    expect(problemsIn(readRuleSet('- a\n', 'list.yaml'))).toEqual(['1:1 wrong-type']);
    expect(problemsIn(readRuleSet('just words\n', 'text.yaml'))).toEqual(['1:1 wrong-type']);
  });

  test('a question whose options or kind are wrong does not make its conditions wrong', () => {
    expect(problemsAfter(['    options: [{ id: none', '    optoins: [{ id: none'])).toEqual(['11:5 missing-key', '18:5 unknown-key']);
    expect(problemsAfter(['    kind: need\n', '    kind: needs\n'])).toEqual(['12:11 unknown-name']);
  });
});
