import { describe, expect, test } from 'vitest';
import { checkAnswers, readAnswers, type GivenAnswer } from '../../src/language/answers.ts';
import { ruleSetFrom, valueOf } from '../rule-sets.ts';
import { edited, problemsIn, SMALL, unmarked } from './small.ts';

const small = ruleSetFrom(SMALL);
const all = { age: 'adult', pain: 'some', sleep: 3, time: 'day' };

/** An answer given by a flag. */
function given(question: string, value: unknown): GivenAnswer {
  return { question, value, at: `--${question}` };
}

describe('a file of answers', () => {
  test.each([
    ['a.json', '{"sleep":3,"time":"day","pain":"some","age":"adult"}'],
    ['a.JSON', ' {"age":"adult","pain":"some","sleep":3,"time":"day"} '],
    ['-', '\n {"age":"adult","pain":"some","sleep":3.0,"time":"day"}'],
    ['a.yaml', 'age: adult\npain: some\nsleep: 3\ntime: day'],
    ['a.yml', '{ age: adult, pain: some, sleep: 3, time: day }'],
    ['-', '{ age: adult, pain: some, sleep: 3, time: day }'],
    ['answers', 'time: day\nsleep: 3\npain: "some"\nage: adult'],
    ['a.json.txt', 'time: day\nsleep: 3\npain: "some"\nage: adult'],
  ])('%s: %j', async (file, text) => {
    const answers = valueOf(await readAnswers(small, text, file));
    expect(answers).toEqual(all);
    expect(Object.keys(answers)).toEqual(['age', 'pain', 'sleep', 'time']);
    expect(Object.isFrozen(answers)).toBe(true);
  });

  test('may hold not-sure, lists, and with `partial` less than everything', async () => {
    const text = 'goals: [work, rest]\npain: not-sure\nsleep: not-sure';
    const answers = valueOf(await readAnswers(small, text, 'a.yaml', { partial: true }));
    expect(answers).toEqual({ pain: 'not-sure', sleep: 'not-sure', goals: ['rest', 'work'] });
    expect(Object.isFrozen(answers['goals'])).toBe(true);
    expect(valueOf(await readAnswers(small, '{}', 'a.json', { partial: true }))).toEqual({});
    expect(valueOf(await readAnswers(small, '{ goals: [] }', 'a.yaml', { partial: true }))).toEqual({ goals: [] });
  });

  // The mark ¦ stands where the problem is expected; there may be no other.
  test.each([
    ['a.json', 'unknown-question', '{ ¦"pian": "some" }'],
    ['a.json', 'unknown-question', '{ ¦"constructor": "some" }'],
    ['a.json', 'unknown-option', '{ "pain": ¦"sum" }'],
    ['a.json', 'unknown-option', '{ "time": ¦"not-sure" }'],
    ['a.json', 'unknown-option', '{ "pain": ¦"" }'],
    ['a.json', 'unknown-option', '{ "goals": ¦["rest", "wrok"] }'],
    ['a.json', 'not-several', '{ "pain": ¦["some"] }'],
    ['a.json', 'not-several', '{ "sleep": ¦[3] }'],
    ['a.json', 'not-several', '{ "goals": ¦["rest", "rest"] }'],
    ['a.json', 'wrong-type', '{ "goals": ¦"rest" }'],
    ['a.json', 'wrong-type', '{ "goals": ¦[1] }'],
    ['a.json', 'wrong-type', '{ "goals": ¦[null, ["rest"]] }', 2],
    ['a.json', 'wrong-type', '{ "pain": ¦1 }'],
    ['a.json', 'wrong-type', '{ "pain": ¦null }'],
    ['a.json', 'wrong-type', '{ "pain": ¦true }'],
    ['a.json', 'wrong-type', '{ "pain": ¦{ "some": 1 } }'],
    ['a.json', 'wrong-type', '{ "sleep": ¦"3" }'],
    ['a.json', 'wrong-type', '{ "sleep": ¦2.5 }'],
    ['a.json', 'out-of-range', '{ "sleep": ¦8 }'],
    ['a.json', 'out-of-range', '{ "sleep": ¦-1 }'],
    ['a.json', 'out-of-range', '{ "sleep": ¦1e300 }'],
    ['a.json', 'wrong-type', '{ "sleep": ¦1e400 }'],
    ['a.json', 'wrong-type', '¦[{ "pain": "some" }]'],
    ['a.json', 'wrong-type', '¦"pain"'],
    ['a.json', 'wrong-type', '¦{ "schemaVersion": 1, "answers": { "pain": "some" } }'],
    ['a.json', 'json-syntax', '¦pain: some'],
    ['-', 'json-syntax', '{ ¦pain: some'],
    ['-', 'json-syntax', '\n { ¦pain: some'],
    ['-', 'yaml-syntax', 'goals: [rest¦'],
    ['a.yml', 'yaml-syntax', '{ pain: some¦'],
    ['a.yaml', 'yaml-syntax', '{ pain: some¦'],
    ['a.yaml', 'wrong-type', 'pain: ¦true'],
    ['a.yaml', 'wrong-type', 'sleep: ¦.nan'],
    ['a.yaml', 'unknown-option', 'pain: ¦yes'],
    ['a.yaml', 'duplicate-key', 'pain: some\n¦pain: none'],
    ['a.yaml', 'empty', '¦'],
  ])('%s: %s in %s', async (file, code, marked, times = 1) => {
    const { text, places } = unmarked(marked);
    const read = await readAnswers(small, text, file, { partial: true });
    expect(problemsIn(read)).toEqual(Array.from({ length: times }, () => `${places[0]} ${code}`));
  });

  test('is refused with all its problems at once, and one for all that is missing', async () => {
    const { text, places } = unmarked('{\n  ¦"pian": "none",\n  "time": ¦"nihgt",\n  "sleep": ¦9\n}');
    const read = await readAnswers(small, text, 'a.json');
    expect(problemsIn(read)).toEqual([`${places[0]} unknown-question`, `${places[1]} unknown-option`, `${places[2]} out-of-range`, 'unanswered']);
    expect(read).toMatchObject({
      problems: [
        { message: 'there is no question `pian`', help: 'did you mean `pain`? valid: age, pain, sleep, time, goals' },
        { message: '`time` has no option `nihgt`', help: 'did you mean `night`? valid: day, night' },
        { help: 'from 0 to 7' },
        { message: 'no answer to `age`, `pain`' },
      ],
    });
  });
});

describe('given answers', () => {
  test('are named as they were given', () => {
    const read = checkAnswers(small, [given('pain', 'sme'), given('pian', 'some')], { partial: true });
    expect(read).toMatchObject({
      problems: [
        { code: 'unknown-question', message: 'there is no question `--pian`' },
        { code: 'unknown-option', message: '`--pain` has no option `sme`', help: 'did you mean `some`? valid: none, some, much, not-sure' },
      ],
    });
  });

  test('have the place of the value, or else of the question', () => {
    const place = { file: 'a.csv', line: 2, column: 1, text: 'sum' };
    const valuePlace = { ...place, column: 3 };
    expect(problemsIn(checkAnswers(small, [{ question: 'pain', value: 'sum', place }], { partial: true }))).toEqual(['2:1 unknown-option']);
    expect(problemsIn(checkAnswers(small, [{ question: 'pain', value: 'sum', place, valuePlace }], { partial: true }))).toEqual(['2:3 unknown-option']);
  });

  test('appear in a message only at their start', () => {
    const value = `${'x'.repeat(39)}🌱${'y'.repeat(1000)}`;
    const read = checkAnswers(small, [given('pain', value)], { partial: true });
    expect(read).toMatchObject({ problems: [{ message: `\`--pain\` has no option \`${'x'.repeat(39)}…\`` }] });
  });

  test('never let a zero be negative', () => {
    const answers = valueOf(checkAnswers(small, [given('sleep', -0)], { partial: true }));
    expect(Object.is(answers['sleep'], 0)).toBe(true);
  });

  test('of not sure are refused where a number has no value for it', () => {
    const sure = ruleSetFrom(edited([', notSure: 3', '']));
    expect(problemsIn(checkAnswers(sure, [given('sleep', 'not-sure')], { partial: true }))).toEqual(['wrong-type']);
  });

  test('are refused with problems that have nothing empty', () => {
    expect(checkAnswers(small, [given('pain', ['some'])], { partial: true })).toStrictEqual({
      ok: false,
      problems: [{ code: 'not-several', severity: 'error', message: '`--pain` takes one answer, not a list' }],
      valid: {},
    });
  });

  test('are refused beside those that are valid by themselves', () => {
    const valid = { age: 'adult', sleep: 4 };
    expect(checkAnswers(small, [given('sleep', 4), given('pain', 'sharp'), given('mood', 'low'), given('age', 'adult')])).toMatchObject({ ok: false, valid });
    expect(checkAnswers(small, [given('age', 'adult'), given('sleep', 4)])).toMatchObject({ ok: false, valid });
  });

  test('of the type `undefined` are nothing', () => {
    const read = checkAnswers(small, [given('pain', undefined)], { partial: true });
    expect(read).toMatchObject({ problems: [{ code: 'wrong-type', message: '`--pain` takes an option, not nothing' }] });
  });
});
