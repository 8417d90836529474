import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleParts } from '../scripts/bundle.mjs';

export const ROOT = path.resolve(import.meta.dirname, '..');

/** The parts of the program, and of its tests, that are measured or compared with. */
const PARTS = `
  export { encode, decode } from './src/engine/coding.ts';
  export { clausesOf } from './src/engine/clauses.ts';
  export { tableOf } from './src/engine/table.ts';
  export { plainVerdict, verdict } from './src/engine/verdict.ts';
  export { Verdicts } from './src/engine/verdicts.ts';
  export { assessorOf } from './src/commands/batch-results.ts';
  export { readRuleSet } from './src/language/rule-set.ts';
  export { ndjsonWriter } from './src/report/batch.ts';
  export { URGENCIES } from './src/model/rule-set.ts';
  export { statementSql } from './src/report/sql/statement.ts';
  export { expectation, RESULT_COLUMNS } from './tests/report/sql/expectation.ts';

  export { blockOf, numbers, plainResults, randomLine } from './tests/flat-lines.ts';
`;

/** The parts, bundled from their TypeScript. */
export async function source() {
  const folder = path.join(ROOT, 'node_modules/.cache/level-of-care');
  await mkdir(folder, { recursive: true });
  const outfile = path.join(folder, `${process.pid}-bench.mjs`);
  await writeFile(outfile, await bundleParts(ROOT, PARTS));
  try {
    return await import(pathToFileURL(outfile).href);
  } finally {
    await rm(outfile, { force: true });
  }
}
