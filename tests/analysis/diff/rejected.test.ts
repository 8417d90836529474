import { expect, test } from 'vitest';
import { comparisonOf } from '../../../src/analysis/diff/diff.ts';
import { RecordsTally } from '../../../src/analysis/diff/records.ts';
import { edited } from '../../language/small.ts';
import { ruleSetFrom } from '../../rule-sets.ts';

const [old, now] = [ruleSetFrom(edited()), ruleSetFrom(edited(['urgency: soon', 'urgency: routine']))];
const LOWERED = { age: 'adult', pain: 'much', sleep: 7, time: 'day' };

test('all lines without a record are counted, and the first twenty told; the same with records that change', () => {
  const tally = new RecordsTally(comparisonOf(old, now));
  const lines = Array.from({ length: 25 }, (_, place) => place + 1);
  for (const line of lines) {
    tally.reject({ line, code: 'json-syntax', message: 'this is not JSON' });
    tally.add({ line, id: null }, { old: LOWERED, new: LOWERED });
  }
  const { rejected, rejectedLines, compared, changed, lowered, records } = tally.effect('records.ndjson');
  expect([rejected, compared, changed, lowered]).toEqual([25n, 25n, 25n, 25n]);
  expect([rejectedLines, records].map((told) => told.map(({ line }) => line))).toEqual([lines.slice(0, 20), lines.slice(0, 20)]);
});
