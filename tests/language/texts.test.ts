import { expect, test } from 'vitest';
import { readRuleSet } from '../../src/language/rule-set.ts';
import { edited, problemsIn, unmarked } from './small.ts';

test.each([
  ['a number', 'bring: [A list, ¦7]'],
  ['a map', 'bring: [A list, ¦{ a: b }]'],
  ['nothing', 'bring: [A list, ¦null]'],
])('%s in a list of texts is no text, and is refused where it stands', (_what, bring) => {
  const { text, places } = unmarked(edited(['bring: [A list, A friend]', bring]));
  expect(problemsIn(readRuleSet(text, 'test.yaml'))).toEqual(places.map((place) => `${place} wrong-type`));
});
