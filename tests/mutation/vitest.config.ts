import path from 'node:path';
import { defineConfig } from 'vitest/config';

const CORE = ['engine', 'language', 'analysis'];

/** Tests that take long, open a browser or a database, or need the built program. */
const SLOW_OR_BUILT = [
  'analysis/{scale,mutants}',
  'cli/{batch-interrupted,loading,package,shells,streams}',
  'interview/terminal',
  'language/corpora',
  'report/html',
  'report/sql/**/*',
  'schema/json-schema',
];

/** The tests that judge mutants: of the core those beside it; of what stands above it, also those of the command line, run on the source. */
const folder = process.env['FOLDER'];
const judges = folder === undefined || !CORE.includes(folder) ? [...CORE, 'report', 'printed', 'messages', 'interview', 'commands', 'cli'] : [folder, ...(folder === 'analysis' ? ['report/diff', 'report/cases'] : [])];

export default defineConfig({
  root: path.resolve(import.meta.dirname, '../..'),
  test: {
    include: judges.map((name) => `tests/${name}/**/*.test.ts`),
    exclude: SLOW_OR_BUILT.map((name) => `tests/${name}.test.ts`),
    setupFiles: ['tests/mutation/setup.ts'],
    isolate: false,
    server: { deps: { inline: ['inquirer'] } },
    testTimeout: 120_000,
  },
});
