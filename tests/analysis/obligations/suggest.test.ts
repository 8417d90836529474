import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { coverage } from '../../../src/analysis/coverage.ts';
import { isSeen, personOf } from '../../../src/analysis/obligations/sights.ts';
import { suggest } from '../../../src/analysis/obligations/suggest.ts';
import { spaceOf } from '../../../src/analysis/space.ts';
import type { Answers } from '../../../src/model/answers.ts';
import type { RuleSet } from '../../../src/model/rule-set.ts';
import { SMALL } from '../../language/small.ts';
import { completions } from '../../naive.ts';
import { answersTo, ruleSets } from '../../random-rule-sets.ts';
import { adult, ruleSetFrom } from '../../rule-sets.ts';
import { questionOf, ruleOf, ruleSetOf } from '../large-rule-sets.ts';
import { caseOf } from './cases.ts';

const drawn = ruleSets({ questions: 3, rules: 4 }).chain((ruleSet) =>
  fc.tuple(fc.constant(ruleSet), fc.array(answersTo(ruleSet), { maxLength: 4 }).map((answers) => answers.map(caseOf))),
);

function suggested(ruleSet: RuleSet, cases: Parameters<typeof suggest>[1], most: number) {
  return suggest(ruleSet, cases, coverage(ruleSet, cases), most);
}

test('with every suggestion as a case, nothing is left open', () => {
  fc.assert(
    fc.property(drawn, ([ruleSet, cases]) => {
      const made = suggested(ruleSet, cases, Infinity).map(({ answers }, index) => caseOf(answers, index));
      expect(coverage(ruleSet, [...cases, ...made]).filter(({ standing }) => standing === 'open')).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

test('each suggestion shows what it is for, and no other answers that do are nearer to a case', () => {
  fc.assert(
    fc.property(drawn, ([ruleSet, cases]) => {
      const space = spaceOf(ruleSet);
      const away = (from: Answers, to: Answers) => {
        const [a, b] = [personOf(space, from).codes, personOf(space, to).codes];
        return a.filter((code, position) => code !== b[position]).length;
      };
      const made = suggested(ruleSet, cases, Infinity);
      expect(made.filter(({ answers, shows }) => !isSeen(personOf(space, answers), shows.sight))).toEqual([]);
      const tooFar = made.filter(({ near, shows: { obligation, sight } }) => {
        if (near === undefined) return false;
        const serving = completions(ruleSet, {}).filter((other) => isSeen(personOf(space, other), sight));
        const least = Math.min(...serving.flatMap((other) => cases.map(({ answers: from }) => away(from, other))));
        return near.changed.length !== (obligation.kind === 'option' ? 1 : least);
      });
      expect(tooFar).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

test('what one suggestion shows, no later one is made for', () => {
  const space = spaceOf(adult());
  const made = suggested(adult(), [], Infinity);
  const shownBefore = made.filter(({ shows }, place) => made.slice(0, place).some(({ answers }) => isSeen(personOf(space, answers), shows.sight)));
  expect(made.length).toBeGreaterThan(5);
  expect(shownBefore).toEqual([]);
});

test('an option is suggested as the answer that it is', () => {
  const small = ruleSetFrom(SMALL);
  const first = { age: 'adult', pain: 'none', sleep: 0, time: 'day' };
  const options = coverage(small, [caseOf(first, 1)]).filter(({ obligation: { name } }) => name === 'time night' || name === 'sleep not-sure');
  expect(suggest(small, [caseOf(first, 1)], options, 2).map(({ answers }) => answers)).toEqual([{ ...first, sleep: 'not-sure' }, { ...first, time: 'night' }]);
});

test('where all answers of the nearest case have to differ, all of them are changed', () => {
  const questions = ['a', 'b', 'c'].map((id) => questionOf(id, 2));
  const all = ruleOf('all', { test: 'all', of: questions.map(({ id }) => ({ test: 'option', question: id, options: ['o1'] })) }, 'low');
  const [best, worst] = [{ a: 'o0', b: 'o0', c: 'o0' }, { a: 'o1', b: 'o1', c: 'o1' }];
  const [first] = suggested(ruleSetOf(questions, [all]), [caseOf(best, 1)], 1);
  expect([first?.answers, first?.near?.changed]).toEqual([worst, ['a', 'b', 'c']]);
});

test('a case with answers missing is none to start from', () => {
  const made = suggested(ruleSetFrom(SMALL), [caseOf({ age: 'adult', pain: 'much' }, 1), caseOf({ age: 'adult', pain: 'none', sleep: 0, time: 'day' }, 2)], Infinity);
  expect(made.length).toBeGreaterThan(3);
  expect(new Set(made.map(({ near }) => near?.case.name))).toEqual(new Set(['case 2']));
});

test('there are no more than asked for, and they start from nothing when there are no cases', () => {
  const made = suggested(adult(), [], 5);
  expect(made).toHaveLength(5);
  expect(made.every(({ near }) => near === undefined)).toBe(true);
});

test('"not sure" and notes of the nearest case stay as they are', () => {
  const answers = { ...suggested(adult(), [], 1)[0]?.answers, support: 'not-sure', focus: ['trauma'] };
  const kept = (question: string) =>
    suggested(adult(), [caseOf(answers, 1)], 20)
      .filter(({ near }) => near?.changed.includes(question) === false)
      .map((suggestion) => suggestion.answers[question]);
  expect(new Set(kept('support'))).toEqual(new Set(['not-sure']));
  expect(new Set(kept('focus').map(String))).toEqual(new Set(['trauma']));
});
