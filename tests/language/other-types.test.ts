import { expect, test } from 'vitest';
import { readRuleSet } from '../../src/language/rule-set.ts';
import { edited, problemsIn, unmarked } from './small.ts';

test.each([
  ['points of a score', 'much: 2 }, time', 'much: ¦two }, time', 'wrong-type'],
  ['the bound of a question that is varied', 'expect: { levels: { atMost: 1 } }', 'expect: { levels: { atMost: ¦one } }', 'wrong-type'],
  ['a question of a property', 'monotone: [pain, sleep]', 'monotone: [pain, ¦7]', 'wrong-type'],
  ['bounds that are turned round', 'integer: { min: 0, max: 7 }, notSure: 3', 'integer: ¦{ min: 7, max: 2 }, notSure: 3', 'out-of-range'],
  ['a condition that tests nothing', 'when: { goals: rest, level: { atLeast: high } }', 'when: ¦{}', 'empty'],
])('%s is refused where it stands', (_what, piece, by, code) => {
  const { text, places } = unmarked(edited([piece, by]));
  expect(problemsIn(readRuleSet(text, 'test.yaml'))).toContain(`${places[0]} ${code}`);
});
