import path from 'node:path';
import { defineConfig } from 'vitest/config';

/** What takes minutes or needs the machine to itself: attacks on the built program, and every test of the command line on it. Run by `npm run test:hostile`. */
export default defineConfig({
  root: path.resolve(import.meta.dirname, '../..'),
  test: {
    include: ['tests/hostile/*.hostile.ts', 'tests/cli/*.test.ts'],
    env: { BUILT: '1' },
    globalSetup: ['tests/temporary.ts'],
    reporters: ['default', './tests/totals-reporter.ts'],
    fileParallelism: false,
    testTimeout: 1_800_000,
  },
});
