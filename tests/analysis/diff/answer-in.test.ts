import { expect, test } from 'vitest';
import { answerIn, namesBetween } from '../../../src/analysis/diff/names.ts';
import { edited } from '../../language/small.ts';
import { ruleSetFrom } from '../../rule-sets.ts';

/** The need is called `ache` now, and its worst option `worst`. */
function renamed() {
  const names = { 'id: pain': 'id: ache', 'id: much': 'id: worst' };
  const now = Object.entries(names).reduce((text, [was, is]) => text.replaceAll(was, is), edited());
  return now.replaceAll('pain:', 'ache:').replaceAll('[pain, sleep]', '[ache, sleep]').replaceAll('much:', 'worst:').replaceAll('[much, some]', '[worst, some]').replaceAll('ache: much', 'ache: worst');
}

const names = namesBetween(ruleSetFrom(edited()), ruleSetFrom(renamed()));

test.each([
  ['old', 'pain', 'much', 'pain', 'much'],
  ['old', 'ache', 'worst', 'pain', 'much'],
  ['old', 'ache', 'much', 'pain', 'much'],
  ['new', 'pain', 'much', 'ache', 'worst'],
  ['new', 'ache', 'worst', 'ache', 'worst'],
  ['new', 'pain', 'some', 'ache', 'some'],
  ['new', 'sleep', 7, 'sleep', 7],
  ['old', 'goals', ['rest'], 'goals', ['rest']],
  ['new', 'mood', 'bad', 'mood', 'bad'],
] as const)('in the names of the %s version, %s: %j is %s: %j', (side, question, value, asked, given) => {
  expect(answerIn(side, names, question, value)).toEqual({ question: asked, value: given });
});
