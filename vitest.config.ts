import { defineConfig } from 'vitest/config';

/** Where continuous integration wants the counts of passed and failed tests, as JSON. */
const report = process.env.NIANBAO_TEST_REPORT;

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    pool: 'forks',
    ...(report ? { reporters: ['default', 'json'], outputFile: { json: report } } : {}),
  },
});
