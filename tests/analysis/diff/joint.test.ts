import { expect, test } from 'vitest';
import { comparisonOf } from '../../../src/analysis/diff/diff.ts';
import { edited, type Edit } from '../../language/small.ts';
import { ruleSetFrom } from '../../rule-sets.ts';

const HOME: Edit = ['questions:\n', 'questions:\n  - { id: home, kind: preference, text: Home?, options: [{ id: no, text: No }, { id: yes, text: Yes }] }\n'];
const NOON: Edit = ['text: By night }', 'text: By night }, { id: noon, text: At noon }'];
const SURE: Edit = ['    notSure: some\n    ifNotSure: Ask how bad it is.\n', ''];

test.each<[string, readonly Edit[], readonly Edit[], bigint, bigint, bigint]>([
  ['one option more', [], [NOON], 96n, 0n, 48n],
  ['"not sure" is no answer any more', [], [SURE], 96n, 32n, 0n],
  ['a question is new', [], [HOME], 192n, 0n, 0n],
  ['a question is new, and an option is gone', [NOON], [HOME], 192n, 48n, 0n],
  ['a question is gone, and an option is new', [HOME], [NOON], 192n, 0n, 48n],
])('what both versions take is compared; what one alone takes is counted by its own questions: %s', (_what, old, now, answerSets, onlyOld, onlyNew) => {
  const { joint } = comparisonOf(ruleSetFrom(edited(...old)), ruleSetFrom(edited(...now)));
  expect([joint.answerSets, joint.notCompared]).toEqual([answerSets, { old: onlyOld, new: onlyNew }]);
});
