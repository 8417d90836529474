import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { propertyFails } from '../../../src/analysis/checks/property-fails.ts';
import type { Answers } from '../../../src/model/answers.ts';
import { type Condition, type Property, type Rule, type RuleSet, type Urgency, URGENCIES } from '../../../src/model/rule-set.ts';
import { completions, values } from '../../naive.ts';
import { condition, ruleSets } from '../../random-rule-sets.ts';
import { questionOf, ruleOf, ruleSetOf } from '../large-rule-sets.ts';
import { BOTH, type Outcome, outcomeOf, results, subjectOf, subjectsOf } from './subjects.ts';

const small = ruleSets({ questions: 4, rules: 5 });

/** Rule sets with one property each, made from a condition over their questions. */
function withProperty<T>(extra: (ruleSet: RuleSet) => fc.Arbitrary<T>, made: (when: Condition, extra: T) => Property): fc.Arbitrary<RuleSet> {
  return small.chain((ruleSet) =>
    fc.tuple(condition(ruleSet.questions, ruleSet.scores, 1), extra(ruleSet)).map(([when, more]) => ({ ...ruleSet, properties: [made(when, more)] })),
  );
}

/** Every answer set, also those out of scope. */
const everyone = (ruleSet: RuleSet): Outcome[] => completions(ruleSet, {}).map((answers) => outcomeOf(ruleSet, answers));

/** Whether answers match a condition, asked of the naive evaluator by a rule of its own. */
const matches = (ruleSet: RuleSet, when: Condition, answers: Answers): boolean =>
  outcomeOf({ ...ruleSet, rules: [{ id: 'asked', when, level: 'low', urgency: 'routine', because: '', sources: [] }] }, answers).fired.length > 0;

/** The property fails if and only if `broken` says so of some answer set, and its counterexample is such a one. */
function fails(ruleSet: RuleSet, broken: (outcome: Outcome, changed?: Outcome) => boolean): boolean {
  const { findings, holding } = propertyFails(subjectOf(ruleSet));
  const [property] = ruleSet.properties;
  const expected = everyone(ruleSet).some((outcome) => broken(outcome));
  expect(subjectsOf(findings)).toEqual(expected ? [`properties/${property?.id}`] : []);
  expect(holding).toEqual(expected ? [] : [property?.id]);
  for (const { witness = {}, change } of findings) {
    expect(broken(outcomeOf(ruleSet, witness), change && outcomeOf(ruleSet, { ...witness, ...change }))).toBe(true);
  }
  return expected;
}

const levels = fc.subarray(['low', 'middle', 'high', 'top'], { minLength: 1 });
const urgencies = fc.subarray([...URGENCIES], { minLength: 1 });

describe('a property fails if and only if some answer set breaks it (H12)', () => {
  test('expect: whoever matches and is in scope gets one of the levels', () => {
    const seen = results(withProperty(() => levels, (when, expected) => ({ id: 'p', claim: 'expect', when, expect: { levels: expected } })), (ruleSet) => {
      const [property] = ruleSet.properties as [Property & { claim: 'expect' }];
      const found = fails(ruleSet, ({ answers, status, level }) => status !== 'out-of-scope' && matches(ruleSet, property.when, answers) && !property.expect.levels?.includes(level ?? ''));
      return found;
    });
    expect(seen).toEqual(BOTH);
  });

  test('expect: whoever matches gets one of the urgencies, in scope or not', () => {
    const seen = results(withProperty(() => urgencies, (when, expected) => ({ id: 'p', claim: 'expect', when, expect: { urgencies: expected } })), (ruleSet) => {
      const [property] = ruleSet.properties as [Property & { claim: 'expect' }];
      const found = fails(ruleSet, ({ answers, urgency }) => matches(ruleSet, property.when, answers) && !property.expect.urgencies?.includes(urgency as Urgency));
      return found;
    });
    expect(seen).toEqual(BOTH);
  });

  test('expect: whoever matches gets a level, or is out of scope', () => {
    const statuses = fc.constantFrom('decided' as const, 'out-of-scope' as const);
    const seen = results(withProperty(() => statuses, (when, status) => ({ id: 'p', claim: 'expect', when, expect: { status } })), (ruleSet) => {
      const [property] = ruleSet.properties as [Property & { claim: 'expect' }];
      return fails(ruleSet, ({ answers, status }) => matches(ruleSet, property.when, answers) && status !== property.expect.status);
    });
    expect(seen).toEqual(BOTH);
  });

  test('never: nobody matches a condition that reads the level, or the urgency, or both', () => {
    const result = fc.tuple(fc.option(levels), fc.option(urgencies));
    const never = (when: Condition, [level, urgency]: readonly [string[] | null, string[] | null]): Property => ({
      id: 'p',
      claim: 'never',
      never: { test: 'all', of: [when, ...(level ? [isOne('level', level)] : []), ...(urgency ? [isOne('urgency', urgency)] : [])] },
    });
    const seen = results(withProperty(() => result, never), (ruleSet) => {
      const [{ never: both }] = ruleSet.properties as [Property & { claim: 'never' }];
      const [when, ...read] = both.test === 'all' ? both.of : [];
      const said = (outcome: Outcome, part: Condition) => part.test === 'option' && part.options.includes(String(part.question === 'level' ? outcome.level : outcome.urgency));
      const found = fails(ruleSet, (outcome) => matches(ruleSet, when as Condition, outcome.answers) && read.every((part) => said(outcome, part)));
      return found;
    });
    expect(seen).toEqual(BOTH);
  });

  test('never: a condition may hang the result on the answers in any way', () => {
    const both = (ruleSet: RuleSet) => fc.tuple(levels, fc.constantFrom('any', 'not', 'count'), condition(ruleSet.questions, [], 0));
    const never = (when: Condition, [level, how, other]: readonly [string[], string, Condition]): Property => {
      const reads = isOne('level', level);
      const shape: Condition = how === 'any' ? { test: 'any', of: [reads, when] } : how === 'not' ? { test: 'not', of: { test: 'any', of: [reads, when] } } : { test: 'count', min: 2, max: 3, of: [reads, when, other] };
      return { id: 'p', claim: 'never', never: shape };
    };
    const seen = results(withProperty(both, never), (ruleSet) => {
      const [{ never: claim }] = ruleSet.properties as [Property & { claim: 'never' }];
      const truth = (outcome: Outcome, part: Condition): boolean => {
        if (part.test === 'option' && part.question === 'level') return part.options.includes(outcome.level ?? '');
        if (part === claim && part.test === 'any') return part.of.some((each) => truth(outcome, each));
        if (part === claim && part.test === 'not') return !(part.of as Condition & { of: Condition[] }).of.some((each) => truth(outcome, each));
        if (part === claim && part.test === 'count') return part.of.filter((each) => truth(outcome, each)).length >= 2;
        return matches(ruleSet, part, outcome.answers);
      };
      return fails(ruleSet, (outcome) => outcome.status === 'decided' && truth(outcome, claim));
    });
    expect(seen).toEqual(BOTH);
  });

  test('vary: another answer to one question moves the level by no more than so many places', () => {
    const extra = ({ questions }: RuleSet) => fc.record({ vary: fc.constantFrom(...questions.map(({ id }) => id)), most: fc.nat(3), narrow: fc.boolean() });
    const seen = results(withProperty(extra, (when, { vary, most, narrow }) => ({ id: 'p', claim: 'vary', vary, levelsAtMost: most, ...(narrow && { when }) })), (ruleSet) => {
      const [property] = ruleSet.properties as [Property & { claim: 'vary' }];
      const counts = ({ status, answers }: Outcome) => status !== 'out-of-scope' && (property.when === undefined || matches(ruleSet, property.when, answers));
      const far = (a: Outcome, b: Outcome) => counts(a) && counts(b) && a.place - b.place > property.levelsAtMost;
      return fails(ruleSet, (outcome, changed) => (changed ? far(outcome, changed) : otherAnswers(ruleSet, outcome, property.vary).some((other) => far(outcome, other))));
    });
    expect(seen).toEqual(BOTH);
  });

  test('monotone: a worse answer to one of the questions, by one step, never lowers level or urgency', () => {
    const extra = ({ questions }: RuleSet) => fc.subarray(questions.map(({ id }) => id), { minLength: 1 });
    const seen = results(withProperty(extra, (_, monotone) => ({ id: 'p', claim: 'monotone', monotone })), (ruleSet) => {
      const [property] = ruleSet.properties as [Property & { claim: 'monotone' }];
      const place = ({ urgency }: Outcome) => URGENCIES.findIndex((id) => id === urgency);
      const less = (a: Outcome, b: Outcome) => a.status !== 'out-of-scope' && b.status !== 'out-of-scope' && (b.place < a.place || place(b) < place(a));
      const worse = (outcome: Outcome) =>
        property.monotone.flatMap((id) => {
          const all = ruleSet.questions.flatMap((question) => (question.id === id ? values(question) : []));
          const next = all[all.indexOf(outcome.answers[id] as string | number) + 1];
          return next === undefined ? [] : [outcomeOf(ruleSet, { ...outcome.answers, [id]: next })];
        });
      return fails(ruleSet, (outcome, changed) => (changed ? less(outcome, changed) : worse(outcome).some((other) => less(outcome, other))));
    });
    expect(seen).toEqual(BOTH);
  });
});

describe('for example', () => {
  const questions = ['a', 'b'].map((id) => questionOf(id, 3));
  const everyoneLow = ruleOf('everyone', isOne('a', ['o0', 'o1', 'o2']), 'low');
  const witnessOf = (property: Property, ...rules: readonly Rule[]) => {
    const [found] = propertyFails(subjectOf({ ...ruleSetOf(questions, rules), properties: [property] })).findings;
    return found && { witness: found.witness, change: found.change };
  };

  test('who must get a level is someone whom a rule covers', () => {
    const decided: Property = { id: 'p', claim: 'expect', when: isOne('b', ['o2']), expect: { status: 'decided' } };
    expect(witnessOf(decided, everyoneLow)).toBeUndefined();
    expect(witnessOf(decided, ruleOf('some', isOne('a', ['o2']), 'low'))).toEqual({ witness: { a: 'o0', b: 'o2' }, change: undefined });
  });

  test('who is covered by no rule comes out as routine', () => {
    const never: Property = { id: 'p', claim: 'never', never: { test: 'all', of: [isOne('b', ['o2']), isOne('urgency', ['routine'])] } };
    expect(witnessOf(never, ruleOf('urgent', isOne('a', ['o2']), 'low', 'urgent'))).toEqual({ witness: { a: 'o0', b: 'o2' }, change: undefined });
    expect(witnessOf(never, ruleOf('urgent', isOne('b', ['o2']), 'low', 'urgent'))).toBeUndefined();
  });

  test('a level that others get is not the level of those who match', () => {
    const never = (level: string): Property => ({ id: 'p', claim: 'never', never: { test: 'all', of: [isOne('a', ['o2']), isOne('level', [level])] } });
    const high = ruleOf('high', isOne('a', ['o2']), 'high');
    expect(['low', 'middle', 'top'].map((level) => witnessOf(never(level), everyoneLow, high))).toEqual([undefined, undefined, undefined]);
    expect(witnessOf(never('high'), everyoneLow, high)).toEqual({ witness: { a: 'o2', b: 'o0' }, change: undefined });
  });

  test('what a question may move is asked of the answers that the property names, though no rule tells them from others', () => {
    const vary: Property = { id: 'p', claim: 'vary', vary: 'a', when: isOne('a', ['o1', 'o2']), levelsAtMost: 1 };
    expect(witnessOf(vary, everyoneLow, ruleOf('high', isOne('a', ['o2']), 'high'))).toEqual({ witness: { a: 'o2', b: 'o0' }, change: { a: 'o1' } });
    expect(witnessOf({ ...vary, levelsAtMost: 2 }, everyoneLow, ruleOf('high', isOne('a', ['o2']), 'high'))).toBeUndefined();
  });
});

function isOne(question: string, options: readonly string[]): Condition {
  return { test: 'option', question, options };
}

function otherAnswers(ruleSet: RuleSet, { answers }: Outcome, id: string): Outcome[] {
  const question = ruleSet.questions.find((each) => each.id === id);
  return question === undefined ? [] : values(question).map((value) => outcomeOf(ruleSet, { ...answers, [id]: value }));
}
