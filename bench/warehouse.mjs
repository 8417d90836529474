/**
 * Many rows as Parquet, assessed by DuckDB with the exported SQL: `node bench/warehouse.mjs ROWS FOLDER`. Prints how long it
 * takes, and compares the rows of a sample, and the numbers of rows, with the engine.
 */
import { readFileSync, statSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import path from 'node:path';
import { DuckDBInstance, version } from '@duckdb/node-api';
import { ROOT, source } from './source.mjs';
import { randomRows } from './sql.mjs';

const [rows = '1000000', folder = '.'] = process.argv.slice(2);
const [answers, results] = ['answers.parquet', 'results.parquet'].map((name) => path.resolve(folder, name));
const parts = await source();
const ruleSet = parts.readRuleSet(readFileSync(path.join(ROOT, 'rules/adult.yaml'), 'utf8'), 'rules/adult.yaml').value.ruleSet;
const questions = ruleSet.questions.filter(({ kind }) => kind !== 'note');
const connection = await (await DuckDBInstance.create(':memory:', { threads: String(availableParallelism()) })).connect();

console.log(`${cpus()[0]?.model.trim()}, ${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, DuckDB ${version()}`);
await timed(`${Number(rows).toLocaleString('en')} rows written`, `COPY (${randomRows(questions, parts.numbers(3), Number(rows))}) TO '${answers}' (FORMAT parquet)`);
await connection.run(`CREATE VIEW answers AS SELECT * FROM '${answers}'`);
await timed('assessed', `COPY (${parts.statementSql(ruleSet, 'duckdb').trim().replace(/;$/, '')}) TO '${results}' (FORMAT parquet)`);
console.log(`answers ${size(answers)}, results ${size(results)}`);
console.log(`${await compareSample()} rows of a sample are what the engine says; ${Number(await value(`SELECT count(*) FROM '${results}'`)).toLocaleString('en')} rows in all`);
connection.closeSync();

async function timed(what, query) {
  const start = performance.now();
  await connection.run(query);
  console.log(`${what} in ${((performance.now() - start) / 1000).toFixed(1)} s`);
}

async function compareSample() {
  const columns = [...questions.map(({ id }) => `answers."${id}"`), ...parts.RESULT_COLUMNS.map((name) => `results.${name}`)];
  const query = `SELECT ${columns.join(', ')} FROM (SELECT * FROM '${results}' USING SAMPLE 100000) AS results JOIN answers USING (id)`;
  const sample = (await connection.runAndReadAll(query)).getRowsJS();
  const expected = parts.expectation(ruleSet, true);
  for (const row of sample) {
    const due = expected(row.slice(0, questions.length));
    if (JSON.stringify(due) !== JSON.stringify(row.slice(questions.length))) throw new Error(`${JSON.stringify(row)} is not ${JSON.stringify(due)}`);
  }
  return sample.length.toLocaleString('en');
}

async function value(query) {
  return (await connection.runAndReadAll(query)).getRowsJS()[0][0];
}

function size(file) {
  return `${Math.round(statSync(file).size / 2 ** 20).toLocaleString('en')} MiB`;
}
