import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    reporters: ['default', './tests/totals-reporter.ts'],
    server: { deps: { inline: ['inquirer'] } },
    testTimeout: 30_000,
  },
});
