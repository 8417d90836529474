/** Runs the exported SQL over records in a file, to results in another: `node duckdb-batch.mjs SQL RECORDS RESULTS COLUMNS`. */
import { readFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';

const [sql, records, results, columns] = process.argv.slice(2);
const statement = readFileSync(sql, 'utf8').trim().replace(/;$/, '');
const connection = await (await DuckDBInstance.create(':memory:', { threads: '2' })).connect();
const types = columns.split(',').map((column) => `"${column}": 'VARCHAR'`);
await connection.run(`CREATE VIEW answers AS SELECT * FROM read_json('${records}', format = 'newline_delimited', columns = {${types.join(', ')}})`);
await connection.run(`COPY (${statement}) TO '${results}' (FORMAT json)`);
connection.closeSync();
