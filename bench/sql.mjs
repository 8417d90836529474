import { DuckDBInstance } from '@duckdb/node-api';

/**
 * Compares the SQL of a rule set, run by DuckDB, with the engine: on every complete answer set, and with `everyRow` on those
 * with answers missing too; and on random rows that also have "not sure" and answers that no question takes. Throws at the
 * first row that differs; returns how many were compared.
 */
export async function compareSql(ruleSet, parts, everyRow, log) {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const questions = ruleSet.questions.filter(({ kind }) => kind !== 'note');
  log('comparing the SQL in DuckDB with the engine');
  const every = await compareTable(connection, ruleSet, parts, questions, everyCombination(questions, everyRow));
  const random = await compareTable(connection, ruleSet, parts, questions, randomRows(questions, parts.numbers(11), 200_000));
  connection.closeSync();
  return { every, random };
}

/** A query for every combination of answers; with `missing`, of no answer too. */
function everyCombination(questions, missing) {
  const values = questions.map(({ id, options }) => {
    const answers = [...options.map((option) => `'${option.id}'`), ...(missing ? ['NULL'] : [])];
    return `(SELECT unnest([${answers.join(', ')}]) AS "${id}")`;
  });
  return `SELECT row_number() OVER () AS id, * FROM ${values.join(' CROSS JOIN ')}`;
}

/** A query for random rows: mostly answers that the questions take, sometimes none, or one that they do not take. */
export function randomRows(questions, next, count) {
  const column = ({ id, options }) => {
    const answers = [...options.map((option) => `'${option.id}'`), "'not-sure'"];
    const weighted = [...answers, ...answers, ...answers, ...answers, "'no-such-option'", "''", 'NULL'];
    return `([${weighted.join(', ')}])[1 + (hash(range, ${next(1_000_000)}) % ${weighted.length})::INTEGER] AS "${id}"`;
  };
  return `SELECT range AS id, ${questions.map(column).join(', ')} FROM range(${count})`;
}

async function compareTable(connection, ruleSet, parts, questions, query) {
  await connection.run(`CREATE OR REPLACE TABLE answers AS ${query}`);
  const statement = parts.statementSql(ruleSet, 'duckdb').trim().replace(/;$/, '');
  await connection.run(`CREATE OR REPLACE TABLE results AS ${statement}`);
  const result = await connection.stream(`SELECT ${questions.map(({ id }) => `answers."${id}"`).join(', ')}, ${parts.RESULT_COLUMNS.map((name) => `results.${name}`).join(', ')} FROM answers JOIN results USING (id)`);
  const expected = parts.expectation(ruleSet, true);
  let count = 0;
  for await (const rows of result.yieldRowsJs()) {
    for (const row of rows) {
      const said = row.slice(questions.length);
      const due = expected(row.slice(0, questions.length));
      if (said.length !== due.length || said.some((value, place) => value !== due[place])) {
        throw new Error(`the SQL says ${JSON.stringify(said)}, the engine ${JSON.stringify(due)}, of ${JSON.stringify(row.slice(0, questions.length))}`);
      }
      count += 1;
    }
  }
  return count;
}
