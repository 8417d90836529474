import path from 'node:path';
import process from 'node:process';
import { defineConfig } from 'vitest/config';

/** The tests that judge mutants: those beside the folder, without the ones that take long or read the built program. */
export default defineConfig({
  root: path.resolve(import.meta.dirname, '../..'),
  test: {
    include: [`tests/${process.env['FOLDER'] ?? '{engine,language,analysis}'}/**/*.test.ts`],
    exclude: [
      'tests/analysis/{scale,mutants}.test.ts',
      'tests/language/corpora.test.ts',
      'tests/interview/terminal.test.ts',
      'tests/report/html.test.ts',
      'tests/report/sql/**',
      'tests/schema/json-schema.test.ts',
    ],
    setupFiles: ['tests/mutation/setup.ts'],
    isolate: false,
    server: { deps: { inline: ['inquirer'] } },
    testTimeout: 120_000,
  },
});
