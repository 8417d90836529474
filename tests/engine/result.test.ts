import { describe, expect, test } from 'vitest';
import { assess } from '../../src/engine/assess.ts';
import { clausesOf } from '../../src/engine/clauses.ts';
import { codingOf, encode } from '../../src/engine/coding.ts';
import { boundsOf, tableOf } from '../../src/engine/table.ts';
import { verdict } from '../../src/engine/verdict.ts';
import { Verdicts } from '../../src/engine/verdicts.ts';
import type { Answers } from '../../src/model/answers.ts';
import type { Condition, RuleSet } from '../../src/model/rule-set.ts';
import { edited, SMALL, type Edit } from '../language/small.ts';
import { completions, naive } from '../naive.ts';
import { ruleSetFrom } from '../rule-sets.ts';

const small = ruleSetFrom(SMALL);
const WELL: Answers = { age: 'adult', pain: 'none', sleep: 0, time: 'day' };

describe('a result', () => {
  test('says which rule set it is from, and what it says of everyone', () => {
    const result = assess(small, WELL);
    expect(result).toMatchObject({ schemaVersion: 1, ruleSet: { id: 'small', version: '1.0.0', digest: small.digest }, notice: 'Not a diagnosis.', answers: WELL });
    expect(result.referral).toEqual(small.referral);
    expect(result.contacts).toEqual([{ id: 'help-line', name: 'Help', how: 'Call 911.', crisis: true }]);
  });

  test('is complete without the notes, which nobody has to write', () => {
    expect(verdict(small, WELL)).toMatchObject({ complete: true, unanswered: [], status: 'decided' });
    expect(verdict(small, {}).unanswered).toEqual(['age', 'pain', 'sleep', 'time']);
  });

  test('has the total of a score once every question that it counts is answered', () => {
    expect(assess(small, { ...WELL, pain: 'much', time: 'night' }).scores).toEqual({ load: 3 });
    expect(assess(small, { pain: 'much' }).scores).toEqual({ load: null });
  });
});

/** The ids of the advice, where the one piece of advice has this condition. */
function advice(condition: string, answers: Answers): readonly string[] {
  const when: Edit = ['{ goals: rest, level: { atLeast: high } }', condition];
  return assess(ruleSetFrom(edited(when)), answers).advice.map(({ id }) => id);
}

describe('advice that hangs on the result', () => {
  test('on the level is given where the level is decided, not where answers are missing', () => {
    const { time: _time, ...open } = WELL;
    expect(assess(small, open)).toMatchObject({ status: 'open', range: ['low', 'low'] });
    expect(advice('{ level: low }', WELL)).toEqual(['rest-well']);
    expect(advice('{ level: low }', open)).toEqual([]);
    expect(advice('{ level: { atLeast: low } }', open)).toEqual([]);
  });

  test('on the urgency is given where it is certain, with or without missing answers', () => {
    expect(advice('{ urgency: routine }', WELL)).toEqual(['rest-well']);
    expect(advice('{ urgency: routine }', { pain: 'none', time: 'day' })).toEqual(['rest-well']);
    expect(advice('{ urgency: { atMost: soon } }', { sleep: 7 })).toEqual([]);
    expect(advice('{ urgency: soon }', { ...WELL, pain: 'much', sleep: 7 })).toEqual(['rest-well']);
  });
});

describe('two scores', () => {
  const two = ruleSetFrom(
    edited(
      ['scores:\n', 'scores:\n  all-in-all: { pain: { none: 1, some: 2, much: 5 }, time: { day: 2 } }\n'],
      ['load: { atLeast: 1 } }', 'load: { atLeast: 1, atMost: 2 }, all-in-all: { atLeast: 4, atMost: 6 } }'],
    ),
  );

  test('are told apart, by the engine and by the naive evaluator, for all answers', () => {
    const verdicts = new Verdicts(two);
    const whole = completions(two, {});
    expect(whole).toHaveLength(96);
    for (const answers of whole) {
      const { alsoMatched, ...short } = naive(two, answers);
      expect(verdict(two, answers)).toEqual({ ...short, alsoMatched });
      expect(verdicts.of(Int32Array.from(codesOf(two, answers)))).toEqual(short);
    }
    expect(new Set(whole.map((answers) => verdict(two, answers).level))).toEqual(new Set(['low', 'high', null]));
  });
});

test('conditions that are too many clauses are told from scores, and from each other (H40)', () => {
  const names = Array.from({ length: 16 }, (_, place) => `q${place}`);
  const each = names.map((id) => `{ ${id}: yes }`).join(', ');
  const pairs = names.slice(0, 8).flatMap((one) => names.slice(8, 13).map((other) => `{ ${one}: no, ${other}: yes }`)).join(', ');
  const many = ruleSetFrom(
    edited(
      ['questions:\n', `questions:\n${names.map((id) => `  - { id: ${id}, kind: need, text: Yes?, options: [{ id: no, text: No }, { id: yes, text: Yes }] }\n`).join('')}`],
      ['rules:\n', `rules:\n  - { id: some, when: { count: { atLeast: 5, atMost: 9, of: [${each}] } }, level: high, because: Some., sources: [book] }\n  - { id: most, when: { count: { atLeast: 8, of: [${each}] } }, level: low, urgency: urgent, because: Most., sources: [book] }\n  - { id: pairs, when: { any: [${pairs}] }, level: low, urgency: soon, because: Pairs., sources: [book] }\n`],
      ['load: { atLeast: 1 } }', 'load: { atLeast: 1, atMost: 2 } }'],
    ),
  );
  const { coding } = tableOf(many);
  const counts = many.rules.slice(0, 2).map(({ when }) => clausesOf(many, coding, when));
  expect(counts).toEqual([undefined, undefined]);
  const verdicts = new Verdicts(many);
  for (const [pain, time] of [['none', 'day'], ['some', 'day'], ['much', 'night']] as const) {
    for (const yes of names.keys()) {
      const answers = { ...WELL, sleep: 5, pain, time, ...Object.fromEntries(names.map((id, place) => [id, place < yes === (time === 'day') ? 'yes' : 'no'])) };
      const { alsoMatched: _others, ...short } = naive(many, answers);
      expect(verdicts.of(Int32Array.from(codesOf(many, answers)))).toEqual(short);
    }
  }
});

/** The codes of complete answers, a question after the other; notes, level and urgency have none. */
function codesOf(ruleSet: RuleSet, answers: Answers): number[] {
  const codes = ruleSet.questions.map((question) => {
    const answer = answers[question.id];
    return question.type === 'integer' ? Number(answer) - question.min : question.options.findIndex(({ id }) => id === answer);
  });
  return [...codes, -1, -1];
}

test('many rules that ask for the same are told in every combination', () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
  const question = (id: string): string => `  - { id: ${id}, kind: need, text: Yes?, options: [{ id: no, text: No }, { id: yes, text: Yes }] }\n`;
  const rule = (id: string): string => `  - { id: if-${id}, when: { ${id}: yes }, level: high, because: So., sources: [book] }\n`;
  const many = ruleSetFrom(edited(['questions:\n', `questions:\n${names.map(question).join('')}`], ['rules:\n', `rules:\n${names.map(rule).join('')}`]));
  for (let bits = 0; bits < 128; bits += 1) {
    const answers = { ...WELL, ...Object.fromEntries(names.map((id, place) => [id, (bits >> place) & 1 ? 'yes' : 'no'])) };
    const holding = names.flatMap((id, place) => ((bits >> place) & 1 ? [`if-${id}`] : []));
    expect(verdict(many, answers).decidedBy).toEqual(bits === 0 ? ['everyone'] : holding);
  }
});

test('what no rule asks for is below every level, and routine', () => {
  const { rows, coding } = tableOf(small);
  expect(boundsOf([], encode(coding, WELL))).toEqual({ level: -1, urgency: 0, highestLevel: -1, highestUrgency: 0 });
  expect(boundsOf(rows, encode(coding, {}))).toEqual({ level: 0, urgency: 0, highestLevel: 1, highestUrgency: 1 });
});

test('the level and the urgency have their codes behind those of the questions', () => {
  const coding = codingOf(small);
  expect([coding.level, coding.urgency]).toEqual([coding.positions.get('level'), coding.positions.get('urgency')]);
});

describe('clauses', () => {
  const clauses = (condition: Condition) => clausesOf(small, tableOf(small).coding, condition);
  const pain = (...options: string[]): Condition => ({ test: 'option', question: 'pain', options });

  test('are none where nothing passes', () => {
    expect(clauses({ test: 'all', of: [pain('none'), pain('much')] })).toEqual([]);
    expect(clauses({ test: 'number', question: 'sleep', min: -9, max: -4 })).toEqual([]);
  });

  test('are sixty-four at most', () => {
    const rows = Array.from({ length: 17 }, (_, place) => `  - { id: q${place}, kind: need, text: Yes?, options: [{ id: no, text: No }, { id: yes, text: Yes }] }\n`);
    const many = ruleSetFrom(edited(['questions:\n', `questions:\n${rows.join('')}`]));
    const { coding } = tableOf(many);
    const yes = rows.map((_, place): Condition => ({ test: 'option', question: `q${place}`, options: ['yes'] }));
    const ofBoth: Condition = { test: 'all', of: [{ test: 'any', of: yes.slice(0, 8) }, { test: 'any', of: yes.slice(8, 16) }] };
    expect(clausesOf(many, coding, ofBoth)).toHaveLength(64);
    expect(clausesOf(many, coding, { test: 'any', of: [ofBoth, ...yes.slice(16)] })).toBeUndefined();
  });
});
