import { describe, expect, test } from 'vitest';
import { example, NotProved, spaceOf, statement } from '../../src/analysis/space.ts';
import { anyOf, noneOf } from '../../src/analysis/statements.ts';
import { encode } from '../../src/engine/coding.ts';
import { FALSE, TRUE, UNKNOWN } from '../../src/engine/condition.ts';
import { residualIn } from '../../src/engine/search.ts';
import type { Answers } from '../../src/model/answers.ts';
import type { Condition } from '../../src/model/rule-set.ts';
import { SMALL } from '../language/small.ts';
import { ruleSetFrom } from '../rule-sets.ts';

const ruleSet = ruleSetFrom(SMALL);
const space = spaceOf(ruleSet);
const option = (question: string, ...options: readonly string[]) => statement(ruleSet, { test: 'option', question, options } satisfies Condition);
const codes = (answers: Answers) => encode(space.table.coding, answers);

test('what one search takes, the next ones no longer have', () => {
  const effort = { left: 60 };
  const ask = () => example({ ...space, effort }, [option('pain', 'much')], []);
  expect(ask()).toBeDefined();
  const taken = 60 - effort.left;
  expect(ask()).toBeDefined();
  expect(effort.left).toBe(60 - 2 * taken);
  expect(() => Array.from({ length: 60 }, ask)).toThrow(NotProved);
});

describe('any of some statements, and none of them', () => {
  const either = [option('pain', 'much'), option('time', 'night')];
  const [any, none] = [anyOf(either), noneOf(either)];

  test.each<[Answers, number, number]>([
    [{ pain: 'much' }, TRUE, FALSE],
    [{ pain: 'none' }, UNKNOWN, UNKNOWN],
    [{ pain: 'none', time: 'night' }, TRUE, FALSE],
    [{ pain: 'none', time: 'day' }, FALSE, TRUE],
  ])('hold by what is certain: %j', (answers, ofAny, ofNone) => {
    expect([any.test(codes(answers)), none.test(codes(answers))]).toEqual([ofAny, ofNone]);
  });

  test('leave the same after answers that make no difference to them, and something else after others', () => {
    const left = (answers: Answers) => [any, none].map((each) => residualIn(each, codes(answers)));
    expect(left({ pain: 'none' })).toEqual(left({ pain: 'some' }));
    for (const other of [{ pain: 'much' }, { time: 'night' }, {}]) expect(left({ pain: 'none' })).not.toEqual(left(other));
  });
});
