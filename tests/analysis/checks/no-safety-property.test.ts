import { expect, test } from 'vitest';
import { noSafetyProperty } from '../../../src/analysis/checks/no-safety-property.ts';
import type { Condition, Property } from '../../../src/model/rule-set.ts';
import { SMALL } from '../../language/small.ts';
import { ruleSetFrom } from '../../rule-sets.ts';
import { subjectOf } from './subjects.ts';

const when: Condition = { test: 'option', question: 'pain', options: ['much'] };
const urgency: Condition = { test: 'option', question: 'urgency', options: ['routine'] };

test.each<[string, Property[], boolean]>([
  ['none at all', [], true],
  ['one on the level alone', [{ id: 'p', claim: 'expect', when, expect: { levels: ['high'] } }], true],
  ['one on the urgency', [{ id: 'p', claim: 'expect', when, expect: { urgencies: ['urgent'] } }], false],
  ['one that forbids an urgency', [{ id: 'p', claim: 'never', never: { test: 'all', of: [when, urgency] } }], false],
  ['one that forbids answers alone', [{ id: 'p', claim: 'never', never: when }], true],
  ['one that compares', [{ id: 'p', claim: 'monotone', monotone: ['pain'] }], true],
])('properties: %s', (_, properties, missing) => {
  const found = noSafetyProperty(subjectOf({ ...ruleSetFrom(SMALL), properties }));
  expect(found.map(({ code }) => code)).toEqual(missing ? ['no-safety-property'] : []);
});
