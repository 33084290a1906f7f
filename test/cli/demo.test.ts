import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../store/builders.ts';
import { builtProgram, ROOT } from './built-program.ts';

/** Both come with the parsers; without them there is nothing to show. */
const isComplete = existsSync(join(ROOT, 'src/parse-report.ts')) && existsSync(join(ROOT, 'corpus'));

describe.skipIf(!isComplete)('nianbao demo (needs the parsers and the sample reports)', () => {
  const { run } = builtProgram({ stub: false });

  test('reads the samples of the package from any folder, twice with the same outcome, and names what to try', async () => {
    const cwd = temporaryFolder();
    const first = await run(['demo'], { cwd });
    expect(first).toMatchObject({ status: 0, err: '' });
    expect(first.out).toMatch(/^\d+ sample reports read\.$/m);
    expect(first.out).toContain('nianbao list --db output/demo.db');
    const list = await run(['list', '--db', 'output/demo.db', '--json'], { cwd });
    expect((await run(['demo'], { cwd })).out).toBe(first.out);
    expect((await run(['list', '--db', 'output/demo.db', '--json'], { cwd })).out).toBe(list.out);
  });

  test('a stored record is the parsed one, byte for byte, for every sample', async () => {
    const cwd = temporaryFolder();
    await run(['demo'], { cwd });
    const listed = (await run(['list', '--db', 'output/demo.db', '--json'], { cwd })).out
      .trimEnd()
      .split('\n');
    const reports = listed.map((line) => JSON.parse(line));
    const paths = reports.map((report) => report.paths[0]);
    const parsed = (await run(['parse', '--json', ...paths], { cwd })).out.trimEnd().split('\n');
    for (const [at, { id }] of reports.entries())
      expect((await run(['show', '--json', '--db', 'output/demo.db', String(id)], { cwd })).out).toBe(
        `${parsed[at]}\n`,
      );
  });

  test('does not remove a database that is not ours', async () => {
    const cwd = temporaryFolder();
    mkdirSync(join(cwd, 'output'));
    writeFileSync(join(cwd, 'output/demo.db'), 'somebody’s notes');
    expect((await run(['demo'], { cwd })).status).toBe(2);
    expect(existsSync(join(cwd, 'output/demo.db'))).toBe(true);
  });
});
