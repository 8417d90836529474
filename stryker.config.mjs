import process from 'node:process';

/** Mutation testing of the core, or of the folder that `FOLDER` names; see docs/mutation.md. */
export default {
  mutate: [`src/${process.env.FOLDER ?? '{engine,language,analysis}'}/**/*.ts`],
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'tests/mutation/vitest.config.ts' },
  tsconfigFile: 'none.json', // TypeScript 7 has no interface that Stryker could read the real one with
  coverageAnalysis: 'perTest',
  ignoreStatic: true,
  ignorePatterns: ['coverage', 'dist', 'bench'],
  tempDirName: 'coverage/mutation/sandbox',
  cleanTempDir: 'always',
  reporters: ['clear-text', 'html', 'json'],
  htmlReporter: { fileName: 'coverage/mutation/report.html' },
  jsonReporter: { fileName: 'coverage/mutation/report.json' },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  concurrency: 1,
  timeoutMS: 10_000,
};
