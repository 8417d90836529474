import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { check } from '../../src/analysis/check.ts';
import { duplicate } from '../../src/analysis/checks/duplicate.ts';
import { gap } from '../../src/analysis/checks/gap.ts';
import { levelNeverReached } from '../../src/analysis/checks/level-never-reached.ts';
import { neverMatches } from '../../src/analysis/checks/never-matches.ts';
import { notMonotone } from '../../src/analysis/checks/not-monotone.ts';
import { optionWithoutEffect } from '../../src/analysis/checks/option-without-effect.ts';
import { propertyFails } from '../../src/analysis/checks/property-fails.ts';
import { redundant } from '../../src/analysis/checks/redundant.ts';
import { shadowed } from '../../src/analysis/checks/shadowed.ts';
import type { Subject } from '../../src/analysis/subject.ts';
import type { Problem } from '../../src/model/problem.ts';
import { type Condition, type RuleSet, URGENCIES } from '../../src/model/rule-set.ts';
import { type Edit, edited } from '../language/small.ts';
import { completions, naive } from '../naive.ts';
import { condition, ruleSets } from '../random-rule-sets.ts';
import { adultWithPlaces, ruleSetFrom } from '../rule-sets.ts';
import { crowdedRuleSets, subjectOf } from './checks/subjects.ts';
import { questionOf, ruleOf, ruleSetOf } from './large-rule-sets.ts';

describe('the adult rule set', () => {
  const { ruleSet, placeOf } = adultWithPlaces();
  const { findings, proof } = check(ruleSet, { placeOf, today: ruleSet.contacts[0]?.checked ?? '' });

  test('has no finding, not even a note', () => {
    expect(findings).toEqual([]);
  });

  test('is proved over every answer set, property by property', () => {
    const sizes = ruleSet.questions.flatMap((question) => (question.kind === 'note' || question.type !== 'choice' ? [] : [question.options.length]));
    expect(proof.answerSets).toBe(BigInt(sizes.reduce((product, size) => product * size, 1)));
    expect(proof.tallies?.reduce((sum, { answerSets }) => sum + answerSets, 0n)).toBe(proof.answerSets);
    expect(proof.tallies?.some(({ status }) => status === 'no-rule')).toBe(false);
    expect(proof.properties).toEqual(ruleSet.properties.map(({ id }) => id));
    expect(proof.properties.length).toBeGreaterThanOrEqual(12);
  });
});

test('the tallies are those of the naive evaluator, most intensive last', () => {
  fc.assert(
    fc.property(ruleSets({ questions: 4, rules: 6 }), (ruleSet) => {
      const { proof } = check(ruleSet, subjectOf(ruleSet));
      const counted = new Map<string, number>();
      for (const answers of completions(ruleSet, {})) {
        const { status, level, urgency } = naive(ruleSet, answers);
        const key = [status, level ?? null, urgency].join(' ');
        counted.set(key, (counted.get(key) ?? 0) + 1);
      }
      const tallies = proof.tallies ?? [];
      expect(Object.fromEntries(tallies.map(({ status, level, urgency, answerSets }) => [[status, level, urgency].join(' '), Number(answerSets)]))).toEqual(Object.fromEntries(counted));
      const order = tallies.map(({ level, urgency }) => ruleSet.levels.findIndex(({ id }) => id === level) * 4 + URGENCIES.indexOf(urgency));
      expect(order.filter((_, place) => tallies[place]?.status === 'decided')).toEqual(order.filter((_, place) => tallies[place]?.status === 'decided').toSorted((a, b) => a - b));
    }),
    { numRuns: 150 },
  );
});

test('answers that nothing tells apart are looked at once, and nothing is missed by that', () => {
  const claimed = crowdedRuleSets().chain((ruleSet) =>
    fc.tuple(condition(ruleSet.questions, ruleSet.scores, 1), condition(ruleSet.questions, ruleSet.scores, 0)).map(([when, never]): RuleSet => ({
      ...ruleSet,
      properties: [
        { id: 'expected', claim: 'expect', when, expect: { levels: ['low', 'middle'], urgencies: ['routine', 'soon'] } },
        { id: 'never', claim: 'never', never: { test: 'all', of: [never, { test: 'option', question: 'level', options: ['top'] }] } },
        { id: 'moved', claim: 'vary', vary: ruleSet.questions[0]?.id ?? '', when, levelsAtMost: 1 },
      ],
    })),
  );
  const each = [neverMatches, shadowed, redundant, duplicate, notMonotone, optionWithoutEffect, levelNeverReached, (subject: Subject) => propertyFails(subject).findings];
  const told = (findings: readonly Problem[]) => findings.map(({ code, place }) => `${code} ${place?.text}`).toSorted();
  fc.assert(
    fc.property(claimed, (ruleSet) => {
      const subject = subjectOf(ruleSet);
      const codes = new Set(['gap', 'unused-question', 'unused-score', 'unused-source', 'no-safety-property', 'not-sure-mildest']);
      const { findings } = check(ruleSet, subject);
      expect(told(findings.filter(({ code }) => !codes.has(code)))).toEqual(told(each.flatMap((ask) => ask(subject))));
      expect(findings.some(({ code }) => code === 'gap')).toBe(gap(subject).length > 0);
    }),
    { numRuns: 150 },
  );
});

test('what is found does not depend on which option of a question is in scope', () => {
  const unread: Edit = ['  - { id: no-child, when: { age: child }, expect: { status: out-of-scope } }\n', ''];
  const swapped: Edit = ['[{ id: adult, text: Grown up }, { id: child, text: Young }]', '[{ id: child, text: Young }, { id: adult, text: Grown up }]'];
  const [first, other] = [edited(unread), edited(unread, swapped)].map((text) => check(ruleSetFrom(text), subjectOf(ruleSetFrom(text))));
  expect(other?.findings).toEqual(first?.findings);
  expect(other?.proof).toEqual(first?.proof);
  expect(first?.proof.properties).toHaveLength(4);
});

test('findings come in the order of the file', () => {
  const { ruleSet } = adultWithPlaces();
  const lines: Record<string, number> = { levels: 3, questions: 9, rules: 12, properties: 20 };
  const placeOf = (...path: string[]) => ({ file: 'a.yaml', line: lines[path[0] ?? ''] ?? 1, column: path.length, text: '' });
  const { findings } = check({ ...ruleSet, rules: ruleSet.rules.slice(5, 8) }, { placeOf, today: '2026-01-01' });
  const places = findings.map(({ place }) => (place?.line ?? 0) * 10 + (place?.column ?? 0));
  expect(new Set(places).size).toBeGreaterThan(3);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
});

test('findings on one line come from left to right', () => {
  const { ruleSet } = adultWithPlaces();
  const placeOf = (...path: string[]) => ({ file: 'a.yaml', line: 1, column: 100 - path.join().length, text: '' });
  const columns = check({ ...ruleSet, rules: ruleSet.rules.slice(5, 8) }, { placeOf, today: '2026-01-01' }).findings.map(({ place }) => place?.column ?? 0);
  expect(new Set(columns).size).toBeGreaterThan(3);
  expect(columns).toEqual(columns.toSorted((a, b) => a - b));
});

test('where the answer sets are too many to count, that is told with five rules that cost most, and the rest is proved all the same (H44)', () => {
  const questions = [...Array(18).keys()].map((place) => questionOf(`q${place}`, 2));
  const points = Object.fromEntries(questions.map(({ id }, place) => [id, { o1: 2 ** place }]));
  const sum = (min: number): Condition => ({ test: 'score', score: 'sum', min, max: 2 ** 18 - 1 });
  const cheap = ['q0', 'q1', 'q2', 'q3'].map((question) => ruleOf(question, { test: 'option', question, options: ['o1'] }, 'high', 'soon'));
  const ruleSet = ruleSetOf(questions, [...cheap, ruleOf('any-sum', sum(0), 'low'), ruleOf('sum', sum(1000), 'top')], [{ id: 'sum', points }]);
  const subject = subjectOf(ruleSet);
  const { findings, proof } = check(ruleSet, subject);
  expect(findings.filter(({ code }) => code === 'not-counted')).toEqual([
    {
      code: 'not-counted',
      severity: 'note',
      message:
        'the answer sets are more than can be counted; the rules that cost most, since they tie the most questions together: `any-sum`, `sum`, `q0`, `q1`, `q2`',
      help: 'the other findings stand: they do not need the count',
      place: subject.placeOf('rules', 'any-sum'),
    },
  ]);
  expect(findings.map(({ code }) => code)).not.toContain('gap');
  expect(proof).toStrictEqual({ answerSets: 2n ** 18n, properties: [] });
});

describe('when a search gives up', () => {
  const checks = [gap, neverMatches, shadowed, redundant, duplicate, notMonotone, optionWithoutEffect, levelNeverReached, (subject: Subject) => propertyFails(subject).findings];
  const textOf = ({ code, place, message }: Problem) => [code, place?.text, message].join(' ');

  test('each thing that could not be settled is named, and everything else is found as ever (H44)', () => {
    let gaveUp = 0;
    fc.assert(
      fc.property(crowdedRuleSets(), fc.nat(300), (ruleSet, left) => {
        for (const ask of checks) {
          const all = new Map(ask(subjectOf(ruleSet)).map((problem) => [textOf(problem), problem]));
          const bounded = ask({ ...subjectOf(ruleSet), effort: { left } });
          const unsettled = new Set(bounded.flatMap(({ code, place }) => (code === 'not-proved' ? [place?.text] : [])));
          gaveUp += unsettled.size;
          for (const problem of bounded) if (problem.code !== 'not-proved') expect(all.has(textOf(problem))).toBe(true);
          const found = new Set(bounded.map(({ place }) => place?.text));
          for (const { place } of all.values()) expect(found.has(place?.text) || [...unsettled].some((path) => place?.text.startsWith(path ?? ''))).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
    expect(gaveUp).toBeGreaterThan(0);
  });

  test('a mistake in the program stays what it is', () => {
    const mistaken = { ...subjectOf(adultWithPlaces().ruleSet), placeOf: () => { throw new Error('a mistake'); } };
    expect(() => gap({ ...mistaken, rows: [] })).toThrow('a mistake');
  });

  test('a property that could not be settled is not among those that hold (H44)', () => {
    const { ruleSet } = adultWithPlaces();
    const { holding, findings } = propertyFails({ ...subjectOf(ruleSet), effort: { left: 0 } });
    expect(findings.map(({ code }) => code)).toEqual(ruleSet.properties.flatMap(({ id }) => (holding.includes(id) ? [] : ['not-proved'])));
    expect(holding.length).toBeLessThan(ruleSet.properties.length);
  });
});
