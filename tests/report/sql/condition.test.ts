import { expect, test } from 'vitest';
import type { Condition } from '../../../src/model/rule-set.ts';
import { conditionSql } from '../../../src/report/sql/condition.ts';
import { DIALECTS } from '../../../src/report/sql/dialect.ts';
import { statementSql } from '../../../src/report/sql/statement.ts';
import { edited } from '../../language/small.ts';
import { ruleSetFrom } from '../../rule-sets.ts';

const bad = (min: number, max: number): Condition => ({ test: 'number', question: 'sleep', min, max });
const pain = (...options: readonly string[]): Condition => ({ test: 'option', question: 'pain', options });

test.each<[string, Condition, string]>([
  ['one', pain('some'), '(answer_2 = 1)'],
  ['from the least on', bad(0, 4), '(answer_3 <= 4)'],
  ['in between', bad(2, 4), '(answer_3 BETWEEN 2 AND 4)'],
  ['with a hole', pain('none', 'much'), '(answer_2 IN (0, 2))'],
  ['every one', bad(0, 7), 'TRUE'],
  ['none that there is', bad(8, 9), 'FALSE'],
  ['all of nothing', { test: 'all', of: [] }, 'TRUE'],
  ['any of nothing', { test: 'any', of: [] }, 'FALSE'],
])('which answers pass: %s', (_what, condition, sql) => {
  expect(conditionSql(ruleSetFrom(edited()), condition)).toBe(sql);
});

test.each(Object.keys(DIALECTS) as (keyof typeof DIALECTS)[])('a score that nothing adds to is 0, and a number is read with care: %s', (dialect) => {
  const ruleSet = ruleSetFrom(edited(['  load: {', '  nothing: {}\n  load: {'], ['when: { pain: { atLeast: none } }', 'when: { nothing: { atMost: 0 } }']));
  const sql = statementSql(ruleSet, dialect);
  expect(sql).toMatch(/\b0 AS score_\d_least/);
  expect(sql).toMatch(/\b0 AS score_\d_most/);
  expect(sql).toMatch(/BETWEEN 0 AND 7 THEN .* - \(0\) ELSE -1 END/);
  expect(sql).toContain('[0-9]{1,9}');
});
