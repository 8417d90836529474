import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asksMore, drop, type Measure, steps } from '../../src/analysis/compare.ts';
import { answersOf, type Space, spaceOf } from '../../src/analysis/space.ts';
import type { Answers } from '../../src/model/answers.ts';
import { type Question, type RuleSet, URGENCIES, type Urgency } from '../../src/model/rule-set.ts';
import { edited } from '../language/small.ts';
import { completions, naive, values } from '../naive.ts';
import { ruleSets } from '../random-rule-sets.ts';
import { ruleSetFrom } from '../rule-sets.ts';
import { totalling } from './totalling.ts';

const late = (id: string): string => `  - { id: ${id}, when: { time: night, pain: none }, level: low, urgency: urgent, because: So., sources: [book] }\n`;
const small = ruleSetFrom(edited(['  - id: bad-pain', `${late('late')}${late('late-again')}  - id: bad-pain`]));
const space = spaceOf(small);

function rowsOf(...ids: readonly string[]): Space['rows'] {
  return space.rows.filter(({ rule }) => ids.includes(rule.id));
}

describe('answers for which some rules ask for more than others', () => {
  const found = (measure: Measure, a: readonly string[], b: readonly string[], slack?: number) => {
    const codes = asksMore(space, measure, rowsOf(...a), rowsOf(...b), slack);
    return codes && naive(small, answersOf(space, codes));
  };

  test('are first looked for where most is asked for', () => {
    expect(found('level', ['everyone', 'bad-pain'], [])).toMatchObject({ level: 'high' });
    expect(found('urgency', ['bad-pain', 'late'], [])).toMatchObject({ urgency: 'urgent' });
  });

  test('are found where the rule that asks for most is no example', () => {
    expect(found('urgency', ['late', 'bad-pain'], ['late-again'])).toMatchObject({ urgency: 'soon' });
    expect(found('urgency', ['late', 'bad-pain'], ['late'])).toMatchObject({ urgency: 'soon' });
  });

  test('are none where the others ask for as much, or for less by no more than the slack', () => {
    expect(found('level', ['everyone'], ['everyone', 'bad-pain'])).toBeUndefined();
    expect(found('level', ['bad-pain'], ['everyone'])).toBeDefined();
    expect(found('level', ['bad-pain'], ['everyone'], 1)).toBeUndefined();
    expect(found('level', ['bad-pain'], [], 1)).toBeDefined();
    expect(found('level', ['bad-pain'], [], 2)).toBeUndefined();
  });
});

/** Where a result stands; lower than the least level where no rule asks for one. */
function placeOf(measure: Measure, ruleSet: RuleSet, answers: Answers): number {
  const { level, urgency } = naive(ruleSet, answers);
  return measure === 'level' ? ruleSet.levels.findIndex(({ id }) => id === level) : URGENCIES.indexOf(urgency as Urgency);
}

test('two answer sets that differ in one answer are found if and only if the first gets more by more than the slack', () => {
  const seen = new Set<boolean>();
  const drawn = ruleSets({ questions: 3 }).chain((ruleSet) => fc.record({ ruleSet: fc.constant(ruleSet), measure: fc.constantFrom<Measure>('level', 'urgency'), at: fc.nat(ruleSet.questions.length - 1), slack: fc.nat(1) }));
  fc.assert(
    fc.property(drawn, fc.nat(9), fc.nat(9), ({ ruleSet, measure, at, slack }, first, second) => {
      const question = ruleSet.questions[at] as Question;
      const all = values(question);
      const [from, to] = [first % all.length, second % all.length];
      const dropsFor = (witness: Answers): boolean => {
        const change = { ...witness, [question.id]: all[to] as string | number };
        const inScope = [witness, change].every((answers) => naive(ruleSet, answers).status !== 'out-of-scope');
        return inScope && placeOf(measure, ruleSet, witness) - placeOf(measure, ruleSet, change) > slack;
      };
      const pair = drop(spaceOf(ruleSet), measure, at, [from, to], slack);
      expect(pair !== undefined).toBe(completions(ruleSet, { [question.id]: all[from] as string | number }).some(dropsFor));
      if (pair !== undefined) expect([pair.change, pair.witness[question.id], dropsFor(pair.witness)]).toEqual([{ [question.id]: all[to] }, all[from], true]);
      seen.add(pair !== undefined);
    }),
    { numRuns: 300 },
  );
  expect(seen).toEqual(new Set([true, false]));
});

test('that nobody gets less by a sum is proved by the sum, not answer by answer', () => {
  const ruleSet = totalling({ test: 'score', score: 'total', min: 14, max: 27 });
  expect(drop({ ...spaceOf(ruleSet), effort: { left: 5000 } }, 'level', 0, [0, 3])).toBeUndefined();
});

test('a step in an answer can matter only where a rule tells it from the next', () => {
  expect(['age', 'pain', 'sleep', 'time'].map((id) => steps(space, small.questions.findIndex((question) => question.id === id)))).toEqual([[], [0, 1], [1], [0]]);
});
