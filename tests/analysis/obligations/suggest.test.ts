import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { coverage } from '../../../src/analysis/coverage.ts';
import { isSeen, personOf } from '../../../src/analysis/obligations/sights.ts';
import { suggest } from '../../../src/analysis/obligations/suggest.ts';
import { spaceOf } from '../../../src/analysis/space.ts';
import type { Answers } from '../../../src/model/answers.ts';
import type { Case } from '../../../src/model/case.ts';
import type { RuleSet } from '../../../src/model/rule-set.ts';
import { completions } from '../../naive.ts';
import { answersTo, ruleSets } from '../../random-rule-sets.ts';
import { adult } from '../../rule-sets.ts';

const caseOf = (answers: Answers, index: number): Case => ({ name: `case ${index}`, answers, expect: {}, tags: [], place: { file: '', line: index, column: 1, text: '' } });

const drawn = ruleSets({ questions: 3, rules: 4 }).chain((ruleSet) =>
  fc.tuple(fc.constant(ruleSet), fc.array(answersTo(ruleSet), { maxLength: 4 }).map((answers) => answers.map(caseOf))),
);

function suggested(ruleSet: RuleSet, cases: readonly Case[], most: number) {
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
