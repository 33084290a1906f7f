// The bench's scores (score.py --json) and its cases, held to the floors of bench-floors.json.
// Usage: node .ci/check-bench.mjs SCORES CASES. Prints a line a floor; exit status 1 where one is missed.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const [scoresPath, casesPath] = process.argv.slice(2);
const read = (path) => JSON.parse(readFileSync(path, 'utf8'));
const floors = read(new URL('bench-floors.json', import.meta.url));
const scores = Object.entries(read(scoresPath).cases).map(([name, score]) => {
  const { format, layout, generation } = read(join(casesPath, name, 'truth.json'));
  return { ...score, layout: `${format}/${layout}`, generation };
});

const total = (some, key) => some.reduce((sum, score) => sum + score[key], 0);
let missed = 0;

function hold(what, holds) {
  if (!holds) missed++;
  console.log(`${holds ? 'holds ' : 'MISSED'}  ${what}`);
}

for (const layout of floors.layouts) {
  const some = scores.filter((one) => one.layout === layout && floors.generations.includes(one.generation));
  const { minRightShare, maxWrongSilent } = floors.eachLayout;
  const facts = total(some, 'total');
  const [right, silent] = [total(some, 'right'), total(some, 'wrong_silent')];
  hold(
    `${layout}: ${right} of ${facts} facts right in ${some.length} cases, at least ${minRightShare} of them`,
    facts > 0 && right >= minRightShare * facts,
  );
  hold(`${layout}: ${silent} facts wrong and not named, at most ${maxWrongSilent}`, silent <= maxWrongSilent);
}
for (const [key, words, floor] of [
  ['false_alarms', 'false alarms', 'maxFalseAlarms'],
  ['norecord', 'files without a record', 'maxWithoutRecord'],
  ['crash', 'crashes', 'maxCrashes'],
  ['timeout', 'timeouts', 'maxTimeouts'],
]) {
  const most = floors.allCases[floor];
  hold(`${total(scores, key)} ${words}, at most ${most}`, total(scores, key) <= most);
}
process.exitCode = missed === 0 ? 0 : 1;
