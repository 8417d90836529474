import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assess } from '../../src/engine/assess.ts';
import type { Answers } from '../../src/model/answers.ts';
import { SMALL } from '../language/small.ts';
import { naive, values } from '../naive.ts';
import { answersTo, ruleSets } from '../random-rule-sets.ts';
import { ruleSetFrom } from '../rule-sets.ts';

const withAnswers = (options?: { missing: boolean }) => ruleSets({ questions: 4 }).chain((ruleSet) => fc.tuple(fc.constant(ruleSet), answersTo(ruleSet, options)));

describe('the reasons of a result', () => {
  test('the answers named beside a rule suffice to make it hold', () => {
    fc.assert(
      fc.property(withAnswers(), ([ruleSet, answers]) => {
        const { decidedBy, alsoMatched } = assess(ruleSet, answers);
        for (const fired of [...decidedBy, ...alsoMatched]) {
          for (const [id, answer] of Object.entries(fired.answers)) expect(answer).toBe(answers[id]);
          const onlyThese = naive(ruleSet, fired.answers);
          expect([...onlyThese.decidedBy, ...onlyThese.alsoMatched]).toContain(fired.rule);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('every single-answer change that moves the level is told, and no other', () => {
    fc.assert(
      fc.property(withAnswers(), ([ruleSet, answers]) => {
        const result = assess(ruleSet, answers);
        const told = result.wouldChange.map(({ answers: change, level, urgency }) => JSON.stringify([change, level, urgency]));
        if (result.status !== 'decided') {
          expect(told).toEqual([]);
          return;
        }
        const moving = ruleSet.questions.flatMap((question) =>
          values(question).flatMap((value) => {
            const { level, urgency } = naive(ruleSet, { ...answers, [question.id]: value });
            return level === null || level === result.level ? [] : [{ question, change: JSON.stringify([{ [question.id]: value }, level, urgency]) }];
          }),
        );
        const choices = moving.filter(({ question }) => question.type === 'choice').map(({ change }) => change);
        expect(told.filter((change) => choices.includes(change)).sort()).toEqual(choices.sort());
        for (const change of told) expect(moving.map((one) => one.change)).toContain(change);
      }),
      { numRuns: 500 },
    );
  });
});

const SLEEP = ruleSetFrom(`
ruleSet: sleep
version: 1.0.0
title: Sleep
about: About sleep.
notice: Not a diagnosis.
levels:
  - { id: tips, name: Tips, week: Read at home. }
  - { id: visit, name: A visit, week: One visit. }
questions:
  - { id: age, kind: scope, text: How old?, options: [{ id: adult, text: Adult }, { id: child, text: Child }] }
  - { id: nights, kind: need, text: Bad nights a week?, integer: { min: 0, max: 7 }, notSure: 5, ifNotSure: Keep a sleep diary. }
  - { id: tired, kind: need, text: Tired by day?, options: [{ id: rarely, text: Rarely }, { id: often, text: Often }], notSure: often }
  - { id: aims, kind: note, several: true, text: What for?, options: [{ id: rest, text: Rest }, { id: work, text: Work }] }
scope: { when: { age: adult }, otherwise: For adults. }
rules:
  - { id: any-night, when: { nights: { atLeast: 0 } }, level: tips, because: Tips help., sources: [book] }
  - { id: many-nights, when: { nights: { atLeast: 3 }, tired: often }, level: visit, urgency: soon, because: Three or more., sources: [book] }
advice:
  - { id: at-work, when: { aims: work, level: visit }, say: Tell them about work. }
  - { id: calm, when: { urgency: routine }, say: No hurry. }
referral: { who: A doctor., today: Call., notAsked: Nothing else., bring: [A diary], ask: [What now?] }
contacts:
  - { id: help, name: Help line, how: Call 1, crisis: true, source: https://example.org, checked: 2026-01-01, recheck: 2027-01-01 }
  - { id: children, name: For children, how: Call 2, when: { age: child }, source: https://example.org, checked: 2026-01-01, recheck: 2027-01-01 }
sources: { book: { title: A book } }
`);

describe('assess', () => {
  const tired: Answers = { age: 'adult', nights: 4, tired: 'often', aims: ['work'] };

  test('a decided result carries reasons, changes, advice and contacts', () => {
    const result = assess(SLEEP, tired);
    expect(result).toMatchObject({ status: 'decided', level: 'visit', range: ['visit', 'visit'], urgency: 'soon', complete: true, unanswered: [], notSure: [] });
    expect(result.decidedBy).toMatchObject([{ rule: 'many-nights', answers: { nights: 4, tired: 'often' }, sources: ['book'] }]);
    expect(result.alsoMatched).toMatchObject([{ rule: 'any-night', answers: { nights: 4 } }]);
    expect(result.wouldChange).toEqual([
      { answers: { nights: 2 }, level: 'tips', urgency: 'routine' },
      { answers: { tired: 'rarely' }, level: 'tips', urgency: 'routine' },
    ]);
    expect(result.advice.map(({ id }) => id)).toEqual(['at-work']);
    expect(result.contacts.map(({ id }) => id)).toEqual(['help']);
  });

  test('not sure counts as the rule set says, and says what to ask', () => {
    const result = assess(SLEEP, { ...tired, nights: 'not-sure', tired: 'not-sure' });
    expect(result.level).toBe('visit');
    expect(result.notSure).toEqual([
      { question: 'nights', countedAs: 5, ask: 'Keep a sleep diary.' },
      { question: 'tired', countedAs: 'often', ask: '' },
    ]);
  });

  test('the total of a score is told as soon as all that it sums over is answered; not sure counts', () => {
    const small = ruleSetFrom(SMALL);
    expect(assess(small, { pain: 'much', time: 'night' }).scores).toEqual({ load: 3 });
    expect(assess(small, { pain: 'not-sure', time: 'day' }).scores).toEqual({ load: 1 });
    expect(assess(small, { age: 'adult', pain: 'much', sleep: 7 }).scores).toEqual({ load: null });
    expect(assess(SLEEP, tired).scores).toEqual({});
  });

  test('out of scope there is no level, not even in the reasons, but an urgency with its rule', () => {
    const result = assess(SLEEP, { ...tired, age: 'child' });
    expect(result).toMatchObject({ status: 'out-of-scope', level: null, range: null, urgency: 'soon', wouldChange: [] });
    expect(result.decidedBy).toMatchObject([{ rule: 'many-nights', level: null, urgency: 'soon' }]);
    expect(result.contacts.map(({ id }) => id)).toEqual(['help', 'children']);
  });

  test('with answers missing there is a range, and advice only where it is certain', () => {
    const result = assess(SLEEP, { age: 'adult', tired: 'often', aims: ['work'] });
    expect(result).toMatchObject({ status: 'open', level: null, range: ['tips', 'visit'], urgency: 'routine', urgencyRange: ['routine', 'soon'], unanswered: ['nights'] });
    expect(result.advice).toEqual([]);
  });

  test('answers that no rule covers get no level', () => {
    const { rules: [, second] } = SLEEP;
    const holed = { ...SLEEP, rules: second === undefined ? [] : [second] };
    expect(assess(holed, { ...tired, nights: 0 })).toMatchObject({ status: 'no-rule', level: null, range: null, decidedBy: [] });
  });
});
