import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RuleSet } from '../../../src/model/rule-set.ts';
import { DIALECTS } from '../../../src/report/sql/dialect.ts';
import { statementSql } from '../../../src/report/sql/statement.ts';
import { numbers } from '../../flat-lines.ts';
import { SMALL } from '../../language/small.ts';
import { ruleSets } from '../../random-rule-sets.ts';
import { adult, ruleSetFrom } from '../../rule-sets.ts';
import { answersOf, type Cell, columnsOf, expectation, RESULT_COLUMNS } from './expectation.ts';
import { type Postgres, postgresFolder, startPostgres } from './postgres.ts';

const programs = postgresFolder();

/** Rows of random answers, some of them missing, and some that the question does not take. */
function rowsFor(ruleSet: RuleSet, count: number, seed: number): readonly (readonly Cell[])[] {
  const next = numbers(seed);
  return Array.from({ length: count }, () =>
    columnsOf(ruleSet).map((question) => {
      const answers = answersOf(question);
      if (next(12) === 0) return null;
      return next(80) === 0 ? (['', 'No', '1.5', '99999999999', 'none '][next(5)] ?? '') : (answers[next(answers.length)] ?? null);
    }),
  );
}

async function assessed(postgres: Postgres, ruleSet: RuleSet, rows: readonly (readonly Cell[])[]): Promise<readonly (readonly Cell[])[]> {
  const columns = columnsOf(ruleSet).map(({ id }) => `"${id}" text`);
  const input = rows.map((row, id) => [String(id), ...row].map((cell) => cell ?? '\\N').join('\t'));
  await postgres.query(`DROP TABLE IF EXISTS answers; CREATE TABLE answers (id int, ${columns.join(', ')});`);
  await postgres.query('COPY answers FROM STDIN', `${input.join('\n')}\n`);
  const statement = statementSql(ruleSet, 'postgres').trimEnd().replace(/;$/, '');
  const found = await postgres.query(`SELECT ${RESULT_COLUMNS.join(', ')} FROM (${statement}) AS results ORDER BY id`);
  return found.map((row) => row.map((cell) => (cell === '\\N' ? null : cell)));
}

describe.skipIf(programs === undefined)('in PostgreSQL (skipped where there is none: install Debian\'s package `postgresql`)', () => {
  let postgres: Postgres;
  beforeAll(async () => {
    postgres = await startPostgres(programs ?? '');
  }, 60_000);
  afterAll(async () => postgres.stop());

  test.each([
    ['the adult rule set', adult(), true],
    ['numbers, a score and a scope', ruleSetFrom(SMALL), false],
  ])('says what the engine says: %s', async (_what, ruleSet, exact) => {
    const rows = rowsFor(ruleSet, 4000, 5);
    expect(await assessed(postgres, ruleSet, rows)).toEqual(rows.map(expectation(ruleSet, exact)));
  });

  test('says what the engine says: random rule sets, with every kind of condition', async () => {
    for (const [seed, ruleSet] of fc.sample(ruleSets(), { numRuns: 15, seed: 1 }).entries()) {
      const rows = rowsFor(ruleSet, 100, seed + 1);
      expect(await assessed(postgres, ruleSet, rows)).toEqual(rows.map(expectation(ruleSet, false)));
    }
  });
});

describe.each(Object.keys(DIALECTS) as (keyof typeof DIALECTS)[])('for %s', (dialect) => {
  const sql = statementSql(adult(), dialect);

  test('it is one statement that names every rule and says whose rules they are', () => {
    expect(sql.replaceAll(/--.*/g, '').split(';\n')).toHaveLength(2);
    for (const { id } of adult().rules) expect(sql).toContain(`'${id}'`);
    for (const word of [adult().id, adult().version, adult().digest]) expect(sql).toContain(`'${word}'`);
  });

  test('no level stands behind an ELSE, and no answer is taken for another', () => {
    const elses = [...sql.matchAll(/ELSE (\S+)/g)].map(([, value]) => value);
    expect(new Set(elses)).toEqual(new Set(['-1', '0', '1', '2']));
    expect(sql.match(/ELSE -1 END AS answer_/g)).toHaveLength(columnsOf(adult()).length);
  });
});
