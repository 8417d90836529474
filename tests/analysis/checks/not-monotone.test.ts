import { expect, test } from 'vitest';
import { notMonotone } from '../../../src/analysis/checks/not-monotone.ts';
import { verdict } from '../../../src/engine/verdict.ts';
import { URGENCIES } from '../../../src/model/rule-set.ts';
import { values } from '../../naive.ts';
import { ruleSets } from '../../random-rule-sets.ts';
import { BOTH, outcomesOf, results, subjectOf } from './subjects.ts';

test('not monotone if and only if two answer sets in scope differ in one need answer, by one step, and the worse gets less', () => {
  const seen = results(ruleSets({ questions: 4, rules: 5 }), (ruleSet) => {
    const outcomes = new Map(outcomesOf(ruleSet).map((outcome) => [JSON.stringify(outcome.answers), outcome]));
    const expected = ruleSet.questions
      .filter(({ kind }) => kind === 'need')
      .flatMap((question) =>
        values(question).slice(1).flatMap((worse, place) => {
          const pairs = [...outcomes.values()].flatMap((before) => {
            const after = before.answers[question.id] === values(question)[place] && outcomes.get(JSON.stringify({ ...before.answers, [question.id]: worse }));
            return after ? [[before, after] as const] : [];
          });
          const lower = { level: pairs.some(([a, b]) => b.place < a.place), urgency: pairs.some(([a, b]) => urgencyOf(b) < urgencyOf(a)) };
          return (['level', 'urgency'] as const).filter((measure) => lower[measure]).map((measure) => `${question.id} ${worse} ${measure}`);
        }),
      );
    const found = notMonotone(subjectOf(ruleSet));
    const said = found.map(({ message, change = {} }) => `${Object.keys(change).join()} ${Object.values(change).join()} ${/lowers the (\w+)/.exec(message)?.[1]}`);
    expect(said.toSorted()).toEqual(expected.toSorted());
    for (const { witness = {}, change = {}, message } of found) {
      const [before, after] = [verdict(ruleSet, witness), verdict(ruleSet, { ...witness, ...change })];
      const place = ({ level }: typeof before) => ruleSet.levels.findIndex(({ id }) => id === level);
      expect([before.status, after.status]).not.toContain('out-of-scope');
      if (message.includes('lowers the level')) expect(place(after)).toBeLessThan(place(before));
      else expect(urgencyOf(after)).toBeLessThan(urgencyOf(before));
    }
    return found.length > 0;
  });
  expect(seen).toEqual(BOTH);
});

const urgencyOf = ({ urgency }: { readonly urgency: string | undefined }) => URGENCIES.findIndex((id) => id === urgency);
