import process from 'node:process';

/** Mutation testing of all that decides and says something, or of the folder that `FOLDER` names; see docs/mutation.md. */
export default {
  mutate: [`src/${process.env.FOLDER ?? '{engine,language,analysis,report,interview,commands}'}/**/*.ts`],
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'tests/mutation/vitest.config.ts' },
  tsconfigFile: 'none.json', // TypeScript 7 has no interface that Stryker could read the real one with
  coverageAnalysis: 'perTest',
  ignoreStatic: true,
  ignorePatterns: ['coverage', 'bench'],
  tempDirName: 'coverage/mutation/sandbox',
  cleanTempDir: 'always',
  reporters: ['clear-text', 'html', 'json'],
  htmlReporter: { fileName: 'coverage/mutation/report.html' },
  jsonReporter: { fileName: 'coverage/mutation/report.json' },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  concurrency: 1,
  timeoutMS: 10_000,
};
