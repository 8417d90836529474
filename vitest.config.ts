import { defineConfig } from 'vitest/config';
import { casesPlugin } from './tests/cases-plugin.ts';

const FULL = { lines: 100, branches: 100 };
const MOST = { lines: 95, branches: 95 };

export default defineConfig({
  plugins: [casesPlugin()],
  test: {
    include: ['tests/**/*.test.ts', 'rules/*.cases.yaml'],
    globalSetup: ['tests/temporary.ts'],
    setupFiles: ['tests/seed.ts'],
    reporters: ['default', './tests/totals-reporter.ts'],
    server: { deps: { inline: ['inquirer'] } },
    testTimeout: 30_000,
    maxWorkers: '100%',
    isolate: false,
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      // These run only in processes, threads and pages of their own.
      exclude: ['src/main.ts', 'src/batch-thread.ts', 'src/page/**'],
      // A folder of its own: a run empties it, and others write into `coverage`, too.
      reportsDirectory: 'coverage/lines',
      reporter: ['text-summary'],
      thresholds: {
        'src/{engine,language,analysis}/**': FULL,
        'src/{schema,report,interview,commands,files,messages,model}/**': MOST,
        'src/*.ts': MOST,
      },
    },
  },
});
