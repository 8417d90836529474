import { defineConfig } from 'vitest/config';
import { casesPlugin } from './tests/cases-plugin.ts';

export default defineConfig({
  plugins: [casesPlugin()],
  test: {
    include: ['tests/**/*.test.ts', 'rules/*.cases.yaml'],
    globalSetup: ['tests/temporary.ts'],
    reporters: ['default', './tests/totals-reporter.ts'],
    server: { deps: { inline: ['inquirer'] } },
    testTimeout: 30_000,
    maxWorkers: '100%',
    isolate: false,
  },
});
