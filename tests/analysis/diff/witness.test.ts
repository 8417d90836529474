import { expect, test } from 'vitest';
import { comparisonOf } from '../../../src/analysis/diff/diff.ts';
import { witnessOf } from '../../../src/analysis/diff/witness.ts';
import { edited } from '../../language/small.ts';
import { ruleSetFrom } from '../../rule-sets.ts';

const { joint } = comparisonOf(ruleSetFrom(edited()), ruleSetFrom(edited(['urgency: soon', 'urgency: urgent'])));
/** An adult with much pain, seven bad nights, by day. */
const codes = Int32Array.of(0, 2, 7, 0);

test('a witness is what the engine makes of the answers in both versions', () => {
  const witness = witnessOf(joint, codes, ({ level, urgency }) => level.from === level.to && urgency.from === 'soon' && urgency.to === 'urgent');
  const answers = { age: 'adult', pain: 'much', sleep: 7, time: 'day' };
  expect(witness.old).toEqual({ answers, status: 'decided', level: 'high', urgency: 'soon', decidedBy: ['bad-pain'] });
  expect(witness.new).toEqual({ ...witness.old, urgency: 'urgent' });
});

test('there is rather no witness than one that the engine does not confirm', () => {
  expect(() => witnessOf(joint, codes, ({ urgency }) => urgency.to === 'soon')).toThrow('the engine does not confirm the witness');
});
