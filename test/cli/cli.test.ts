import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { fact, finding, temporaryFolder } from '../store/builders.ts';
import { builtProgram } from './built-program.ts';

const { run } = builtProgram({ stub: true });

/** A working folder; a file's content is what the stub parser makes a record of. */
function folderWith(files: Readonly<Record<string, object | string>> = {}): string {
  const folder = temporaryFolder();
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), typeof content === 'string' ? content : JSON.stringify(content));
  }
  return folder;
}

const GOOD = { facts: { 'applications.granted.total': fact(2) } };
const HALF = { status: 'partial' };
const WRONG = { ...GOOD, findings: [finding()] };
const WARNED = { ...GOOD, findings: [finding({ severity: 'warning' })] };

describe('nianbao parse', () => {
  test('exits 0 when all is well, a warning included', async () => {
    const cwd = folderWith({ a: GOOD, b: WARNED });
    expect(await run(['parse', 'a', 'b'], { cwd })).toMatchObject({ status: 0, err: '' });
  });

  test.each([
    ['a partial report', HALF],
    ['a finding of severity error', WRONG],
  ])('exits 1 for %s', async (_, content) => {
    const cwd = folderWith({ a: GOOD, b: content });
    expect((await run(['parse', 'b', 'a'], { cwd })).status).toBe(1);
  });

  test('prints one record a line in the order named, and goes on after a file that is not there', async () => {
    const cwd = folderWith({ a: GOOD, b: WARNED });
    symlinkSync('nowhere', join(cwd, 'dangling'));
    const { status, out } = await run(['parse', 'b', 'none', 'dangling', 'a/x', '.', 'a', '--json'], { cwd });
    const records = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(records.map((r) => [r.source.path, r.status, r.diagnostics[0]?.code])).toEqual([
      ['b', 'ok', undefined],
      ['none', 'failed', 'file.unreadable'],
      ['dangling', 'failed', 'file.unreadable'],
      ['a/x', 'failed', 'file.unreadable'],
      ['.', 'failed', 'file.unreadable'],
      ['a', 'ok', undefined],
    ]);
    expect(status).toBe(1);
  });

  test('exits 3 for a defect of the program, names the file and goes on', async () => {
    const cwd = folderWith({ a: 'defect', b: GOOD });
    const { status, out, err } = await run(['parse', 'a', 'b', '--json'], { cwd });
    expect(status).toBe(3);
    expect(out.split('\n')).toHaveLength(2);
    expect(err).toMatch(/^a: a defect.*\nTypeError: something no file should/s);
  });

  test('hands the mode of verification on', async () => {
    const cwd = folderWith({ a: GOOD });
    const readers = async (...args: string[]) =>
      JSON.parse((await run(['parse', 'a', '--json', ...args], { cwd })).out).source.readers;
    expect(await readers()).toEqual(['stub-auto']);
    expect(await readers('--verify', 'never')).toEqual(['stub-never']);
  });

  test('ends quietly when nobody reads its output any more', async () => {
    const big = { sections: [{ key: 'overview', number: 1, heading: '一', text: '长'.repeat(200_000) }] };
    const files = Object.fromEntries(Array.from({ length: 12 }, (_, n) => [`f${n}`, big]));
    const cwd = folderWith(files);
    const result = await run(['parse', '--json', ...Object.keys(files)], { cwd, closeOutput: true });
    expect(result.err).toBe('');
    expect(result.status).toBe(0);
  });

  test('prints a page in the language asked for, without colours into a pipe', async () => {
    const cwd = folderWith({ a: WRONG });
    const zh = await run(['parse', 'a', '--lang', 'zh'], { cwd });
    expect(zh.out).toContain('发布机关');
    expect(zh.out).toContain('（一）予以公开');
    const en = await run(['parse', 'a'], { cwd });
    expect(en.out).toContain('Issuer');
    expect(en.out).toContain('disclosed (granted)');
    expect(zh.out + en.out).not.toContain('\u001b');
  });
});

describe('nianbao ingest, list and show', () => {
  test('read a folder, list it and show the records as they were parsed', async () => {
    const cwd = folderWith({ 'in/a': GOOD, 'in/deep/b': WRONG, 'in/c': { status: 'failed' } });
    const ingested = await run(['ingest', 'in'], { cwd });
    expect(ingested).toMatchObject({ status: 1, err: '' });
    expect(ingested.out).toContain('3 files: 3 read, 0 known already');
    expect(ingested.out).toContain('in/c: ');
    expect(existsSync(join(cwd, 'output/nianbao.db'))).toBe(true);

    const listed = await run(['list', '--json'], { cwd });
    expect(
      listed.out
        .trimEnd()
        .split('\n')
        .map((l) => JSON.parse(l).paths[0]),
    ).toEqual(['in/a', 'in/c', 'in/deep/b']);
    expect((await run(['list', '--status', 'failed'], { cwd })).out).toMatch(/failed .*in\/c/);

    const parsed = await run(['parse', 'in/deep/b', '--json'], { cwd });
    expect(await run(['show', 'in/deep/b', '--json'], { cwd })).toEqual(parsed);
    expect((await run(['show', '3', '--json'], { cwd })).out).toBe(parsed.out);
    expect((await run(['show', '3'], { cwd })).out).toBe((await run(['parse', 'in/deep/b'], { cwd })).out);
  });

  test('the same folder again reads nothing anew and exits as before', async () => {
    const cwd = folderWith({ 'in/a': GOOD, 'in/b': HALF });
    expect((await run(['ingest', 'in', '--db', 'x.db'], { cwd })).status).toBe(1);
    const again = await run(['ingest', 'in', '--db', 'x.db'], { cwd });
    expect(again.out).toContain('2 files: 0 read, 2 known already');
    expect(again.status).toBe(1);
  });

  test('the database explains the facts of the forms', async () => {
    const cwd = folderWith({ 'in/a': GOOD });
    expect((await run(['ingest', 'in', '--db', 'x.db'], { cwd })).status).toBe(0);
    const db = new Database(join(cwd, 'x.db'));
    expect(db.prepare('SELECT "applications.granted.total" AS n FROM report_wide_g2021').all()).toEqual([
      { n: 2 },
    ]);
    expect(
      db
        .prepare(`SELECT row_zh, unit FROM fact_definitions WHERE generation = 'g2021' AND fact_id = ?`)
        .get('applications.granted.total'),
    ).toEqual({ row_zh: '（一）予以公开', unit: '件' });
  });

  test('a defect on one file is reported, the others are kept, and the status is 3', async () => {
    const cwd = folderWith({ 'in/a': 'defect', 'in/b': GOOD });
    const { status, err } = await run(['ingest', 'in'], { cwd });
    expect(status).toBe(3);
    expect(err).toContain('in/a: a defect');
    expect((await run(['list'], { cwd })).out).toContain('in/b');
  });
});

describe('wrong use exits 2 and says what to do', () => {
  test.each<[string, string[], RegExp, RegExp]>([
    [
      'an unknown option',
      ['list', '--jsno'],
      /unknown option --jsno\ndid you mean --json\?/,
      /没有选项 --jsno\n是否想用 --json/,
    ],
    ['an unknown command', ['pares'], /unknown command pares\ndid you mean parse/, /没有命令 pares/],
    ['no command', [], /which command/, /请给出命令/],
    ['no file', ['parse'], /missing argument file/, /缺少参数 file/],
    [
      'a wrong choice',
      ['parse', 'a', '--verify', 'x'],
      /--verify <mode>: auto, always, never/,
      /取值不对：?:? ?auto/,
    ],
    ['a year that is none', ['list', '--year', '21'], /four digits/, /四位数字/],
    ['a missing database', ['list'], /output\/nianbao\.db: there is no database here/, /此处没有数据库/],
    [
      'a database that is none',
      ['show', '1', '--db', 'text'],
      /text: this file is not a database/,
      /不是 nianbao 的数据库/,
    ],
    ['a database below a file', ['ingest', 'text', '--db', 'text/x.db'], /cannot be written/, /不可写/],
  ])('%s', async (_, args, english, chinese) => {
    const cwd = folderWith({ text: 'x'.repeat(5000) });
    const en = await run(args, { cwd });
    expect(en).toMatchObject({ status: 2, out: '' });
    expect(en.err).toMatch(english);
    expect(en.err).not.toMatch(/^ {4}at /m);
    const zh = await run(args, { cwd, env: { LC_ALL: 'zh_CN.UTF-8' } });
    expect(zh.status).toBe(2);
    expect(zh.err).toMatch(chinese);
  });

  test('an unknown language', async () => {
    expect((await run(['list', '--lang', 'fr'], { cwd: folderWith() })).status).toBe(2);
  });

  test('a report that is not in the database', async () => {
    const cwd = folderWith({ a: GOOD });
    await run(['ingest', 'a'], { cwd });
    expect(await run(['show', '99'], { cwd })).toMatchObject({ status: 2, out: '' });
  });

  test('a database of a newer version', async () => {
    const cwd = folderWith({ a: GOOD });
    await run(['ingest', 'a', '--db', 'x.db'], { cwd });
    const db = new Database(join(cwd, 'x.db'));
    db.pragma('user_version = 99');
    db.close();
    const { status, err } = await run(['ingest', 'a', '--db', 'x.db'], { cwd });
    expect(status).toBe(2);
    expect(err).toMatch(/newer version/);
  });
});

describe('--help and --version', () => {
  test('speak both languages and exit 0', async () => {
    const cwd = folderWith();
    expect(await run(['--version'], { cwd })).toMatchObject({
      status: 0,
      out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    });
    const en = await run(['parse', '--help'], { cwd });
    expect(en).toMatchObject({ status: 0, err: '' });
    expect(en.out).toMatch(/Usage: nianbao parse[\s\S]*Options:/);
    const zh = await run(['--help', '--lang', 'zh'], { cwd });
    expect(zh.out).toMatch(/用法： nianbao[\s\S]*选项：[\s\S]*命令：/);
    expect(zh.out).not.toMatch(/Usage|Options|Commands|display help|default|choices/);
  });
});
