// Vitest's JSON report → the line `N passed, N failed`. A test file that could not be loaded has no tests
// to count and is one failure. Usage: node .ci/count-tests.mjs REPORT
import { readFileSync } from 'node:fs';

const report = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const unloaded = report.testResults.filter(
  ({ status, assertionResults }) =>
    status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
);
console.log(`${report.numPassedTests} passed, ${report.numFailedTests + unloaded.length} failed`);
