import { describe, expect, test } from 'vitest';
import { diff } from '../../../src/analysis/diff/diff.ts';
import type { Move } from '../../../src/model/difference.ts';
import type { RuleSet } from '../../../src/model/rule-set.ts';
import { ruleSetFrom } from '../../rule-sets.ts';

/** A rule in the notation of the rule language, and the level that it asks for. */
type Asked = readonly [id: string, when: string, level?: string];

interface Asking {
  readonly questions: readonly string[];
  readonly scores?: string;
}

function asking({ questions, scores }: Asking, rules: readonly Asked[]): RuleSet {
  return ruleSetFrom(`ruleSet: regions
version: 1.0.0
title: Regions
about: What this is.
notice: Not a diagnosis.
levels:
${['low', 'middle', 'high'].map((id) => `  - { id: ${id}, name: ${id}, week: A week. }`).join('\n')}
questions:
${questions.map((question) => `  - { ${question.includes('kind:') ? '' : 'kind: need, '}text: How much?, ${question} }`).join('\n')}
${scores === undefined ? '' : `scores: ${scores}`}
rules:
${rules.map(([id, when, level = 'high']) => `  - { id: ${id}, when: ${when}, level: ${level}, because: So., sources: [book] }`).join('\n')}
referral: { who: A, today: B, notAsked: C, bring: [D], ask: [E] }
contacts:
  - { id: line, name: Line, how: Call., crisis: true, source: 'https://example.org', checked: 2026-01-01, recheck: 2026-07-01 }
sources:
  book: { title: A book }
`);
}

function movesBetween(asked: Asking, old: readonly Asked[], now: readonly Asked[]): readonly Move[] {
  const { effect } = diff(asking(asked, old), asking(asked, now));
  if (effect.how !== 'counted') throw new Error('not counted');
  return effect.moves;
}

/** The regions of the only move. */
function regionsBetween(...versions: Parameters<typeof movesBetween>) {
  const [move, ...others] = movesBetween(...versions);
  expect(others).toEqual([]);
  return move?.regions.map(({ where, count, rules }) => [where, count, rules]);
}

const upTo = (id: string, max: number): string => `id: ${id}, integer: { min: 0, max: ${max} }`;

/** Around 0, 0, 0 lie two boxes, along either question; where the first is taken, the second is not needed. */
const along = (first: string, second: string): string => `{ any: [{ ${second}: 0, c: 0 }, { ${first}: 0, ${second}: { atLeast: 1 } }] }`;

describe('the largest box around the mildest answers is taken, and of two as large the one along the first question', () => {
  test.each([
    ['a', [upTo('a', 9), upTo('b', 3), upTo('c', 2)], [['b 0, c 0', 10n, ['some']], ['a 0, b at least 1', 9n, ['some']]]],
    ['b', [upTo('a', 3), upTo('b', 9), upTo('c', 2)], [['a 0, c 0', 10n, ['some']], ['a at least 1, b 0', 9n, ['some']]]],
    ['a', [upTo('a', 3), upTo('b', 3), upTo('c', 2)], [['a 0, b at least 1', 9n, ['some']], ['b 0, c 0', 4n, ['some']]]],
  ])('along %s: %j', (first, questions, expected) => {
    const some = (level: string): Asked => ['some', along(first, first === 'a' ? 'b' : 'a'), level];
    expect(regionsBetween({ questions }, [some('low')], [some('high')])).toEqual(expected);
  });
});

describe('within bounds on a score', () => {
  const often = (id: string): string => `id: ${id}, options: [{ id: never, text: Never }, { id: daily, text: Daily }, { id: weekly, text: Weekly }, { id: yearly, text: Yearly }]`;
  const POINTS = '{ daily: 3, weekly: 2, yearly: 1 }';
  const scores = `{ total: { x: ${POINTS}, y: ${POINTS}, z: ${POINTS} }, days: { x: { daily: 1 }, y: { daily: 1 } } }`;
  const questions = ['x', 'y', 'z'].map(often);
  const total = (atLeast: number, atMost: number): string => `{ total: { atLeast: ${atLeast}, atMost: ${atMost} } }`;

  test('a region is as wide as the move is, below its mildest answers and above them', () => {
    const versions = [{ questions, scores }, [['some', total(5, 8), 'low']], [['some', total(5, 8)]]] as const;
    expect(regionsBetween(...versions)).toEqual([['total 5 to 8', 31n, ['some']]]);
    expect(movesBetween(...versions)[0]?.regions[0]?.when).toEqual({ total: { atLeast: 5, atMost: 8 } });
  });

  test('each region names the rules that decide in it', () => {
    const asked = (level: string): Asked[] => [['few', total(2, 3), level], ['many', total(6, 7), level]];
    expect(regionsBetween({ questions, scores }, asked('low'), asked('high'))).toEqual([['total 2 to 3', 16n, ['few']], ['total 6 to 7', 16n, ['many']]]);
  });

  test('no region is told by a score that no rule reads', () => {
    const asked = (level: string): Asked => ['some', '{ any: [{ x: daily }, { y: daily }] }', level];
    expect(regionsBetween({ questions, scores }, [asked('low')], [asked('high')])).toEqual([['y daily', 16n, ['some']], ['x daily', 16n, ['some']]]);
  });

  test.each([
    ['a', [upTo('a', 9), upTo('b', 3), upTo('c', 2)], ['b 0, c 0', 'a 0, b at least 1']],
    ['b', [upTo('a', 3), upTo('b', 9), upTo('c', 2)], ['a 0, c 0', 'a at least 1, b 0']],
    ['a', [upTo('a', 3), upTo('b', 3), upTo('c', 2)], ['a 0, b at least 1', 'b 0, c 0']],
  ])('the largest box is taken, too: along %s: %j', (first, free, expected) => {
    const some = (level: string): Asked => ['some', `{ all: [${total(4, 6)}, ${along(first, first === 'a' ? 'b' : 'a')}] }`, level];
    const regions = regionsBetween({ questions: [...free, ...questions], scores }, [some('low')], [some('high')]);
    expect(regions?.map(([where]) => where)).toEqual(expected.map((box) => `${box}, total 4 to 6`));
  });
});

describe('at most twelve regions are told', () => {
  const questions = [upTo('a', 19), upTo('b', 19), upTo('c', 1)];
  /** So many answer sets, no two of which agree in `a` or in `b`. */
  const scattered = (many: number): string => `{ any: [${Array.from({ length: many }, (_, place) => `{ a: ${place}, b: ${place} }`).join(', ')}] }`;
  const atC = (c: number, many: number): string => `{ all: [{ c: ${c} }, ${scattered(many)}] }`;

  test('and the rest is counted', () => {
    const [move] = movesBetween({ questions }, [['some', atC(0, 14), 'low']], [['some', atC(0, 14)]]);
    expect([move?.count, move?.regions.length, move?.elsewhere]).toEqual([14n, 12, 2n]);
  });

  test('one of every move, and the others where most is left', () => {
    const asked = (few: string, many: string): Asked[] => [['few', atC(0, 14), few], ['many', atC(1, 20), many]];
    const moves = movesBetween({ questions }, asked('low', 'low'), asked('middle', 'high'));
    expect(moves.map(({ to, regions, elsewhere }) => [to, regions.length, elsewhere])).toEqual([['high', 9, 11n], ['middle', 3, 11n]]);
  });
});

test('where everyone moves, there is one region with all answers', () => {
  const everyone = (level: string): Asked => ['everyone', '{ a: { atLeast: 0 } }', level];
  expect(regionsBetween({ questions: [upTo('a', 3)] }, [everyone('low')], [everyone('high')])).toEqual([['all answers', 4n, ['everyone']]]);
});

test('a larger region found later is told before a smaller one', () => {
  const asked = (level: string): Asked => ['some', '{ any: [{ a: 1, b: 0 }, { a: { atLeast: 3 }, b: 2 }] }', level];
  expect(regionsBetween({ questions: [upTo('a', 5), upTo('b', 3)] }, [asked('low')], [asked('high')])).toEqual([['a at least 3, b 2', 3n, ['some']], ['a 1, b 0', 1n, ['some']]]);
});

test('questions that the deciding rules read are told before the others', () => {
  const questions = ['a', 'b', 'c', 'd'].map((id) => upTo(id, 2));
  const asked = (level: string): readonly Asked[] => [['much', '{ a: 2 }'], ['plain', '{ c: { atLeast: 1 } }', level], ['more', '{ c: { atLeast: 1 }, d: 2 }', level]];
  expect(regionsBetween({ questions }, asked('low'), asked('high'))).toEqual([['c at least 1, a at most 1', 36n, ['plain', 'more']]]);
});

describe('answers to a question that one version alone asks', () => {
  const options = 'options: [{ id: never, text: Never }, { id: weekly, text: Weekly }, { id: daily, text: Daily }]';

  test.each([
    ['have an order where it is a need', `id: b, ${options}`, '{ b: [weekly, daily] }', 'b at least weekly', 8n],
    ['have an order where it takes numbers', 'id: b, kind: preference, integer: { min: 0, max: 3 }', '{ b: { atLeast: 2 } }', 'b at least 2', 8n],
    ['have no order where it is a preference', `id: b, kind: preference, ${options}`, '{ b: [weekly, daily] }', 'b weekly or daily', 8n],
  ])('%s', (_what, question, when, where, count) => {
    const [without, having] = [asking({ questions: [upTo('a', 3)] }, [['some', '{ a: { atLeast: 0 } }', 'low']]), asking({ questions: [upTo('a', 3), question] }, [['some', '{ a: { atLeast: 0 } }', 'low'], ['more', when]])];
    const told = [diff(without, having), diff(having, without)].map(({ effect }) => effect.how === 'counted' && effect.moves.flatMap(({ regions }) => regions.map((region) => [region.where, region.count, region.rules])));
    expect(told).toEqual([[[where, count, ['more']]], [[where, count, ['more']]]]);
  });
});
