import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { APPLICATION_ID, MIGRATIONS, migrate, versionOf } from '../../src/store/migrations.ts';
import { openStore } from '../../src/store/store.ts';
import { temporaryFolder } from './builders.ts';
import { writeVersion1 } from './version-1.ts';

/** Today's layout and a step that a later version might bring. */
const LATER = [...MIGRATIONS, `ALTER TABLE reports ADD COLUMN note TEXT; UPDATE reports SET note = 'moved'`];

function version1(): Database.Database {
  const path = join(temporaryFolder(), 'old.db');
  writeVersion1(path);
  return new Database(path);
}

test('a database of version 1 opens, and its record comes back whole', () => {
  const path = join(temporaryFolder(), 'old.db');
  writeVersion1(path);
  const store = openStore(path);
  const id = store.findByIdOrPath('in/old.doc');
  expect(store.read(id ?? 0)).toEqual({
    contract: 1,
    source: { path: 'in/old.doc', sha256: 'ab'.repeat(32), bytes: 4821, format: 'doc', readers: ['ole'] },
    status: 'ok',
    report: {
      title: '某局2020年年度报告',
      year: 2020,
      issuer: {
        name: '某局',
        kind: 'dept_local',
        level: 'county',
        division: { code: '640303', path: ['宁夏回族自治区', '吴忠市', '红寺堡区'] },
      },
      period: { from: null, to: null },
      published: null,
      generation: 'g2019',
    },
    sections: [],
    facts: {
      'applications.granted.total': {
        value: 7,
        state: 'number',
        raw: '７',
        place: { block: 12, row: 6, col: 9, page: 2, box: [1.5, 2, 3, 4] },
      },
    },
    extras: [],
    claims: [],
    findings: [
      {
        rule: 'applications.balance',
        severity: 'error',
        message: 'does not balance',
        facts: ['applications.granted.total'],
        suspects: [],
        expected: 8,
        actual: 7,
        verdict: 'undecided',
      },
    ],
    diagnostics: [
      { code: 'number.unreadable', severity: 'error', message: 'no number', facts: [], place: {} },
    ],
  });
  expect(store.list()).toHaveLength(1);
});

test('the frozen version 1 has the tables and columns that the first step makes', () => {
  const made = new Database(':memory:');
  made.exec(MIGRATIONS[0] ?? '');
  const columns = (db: Database.Database) =>
    db
      .prepare(
        `SELECT t.name AS "table", c.name, c.type, c."notnull", c.pk FROM pragma_table_list t, pragma_table_info(t.name) c
         WHERE t.schema = 'main' AND t.name NOT LIKE 'sqlite_%' ORDER BY 1, c.cid`,
      )
      .all();
  expect(columns(version1())).toEqual(columns(made));
});

test('an older database runs the steps it lacks and keeps its rows', () => {
  const db = version1();
  migrate(db, false, LATER);
  expect(db.pragma('user_version', { simple: true })).toBe(2);
  expect(db.prepare('SELECT title, note FROM reports').all()).toEqual([
    { title: '某局2020年年度报告', note: 'moved' },
  ]);
});

test('a step that fails leaves the database at its version, without half of the step', () => {
  const db = version1();
  const failing = [...MIGRATIONS, 'CREATE TABLE half (a); INSERT INTO nowhere VALUES (1)'];
  expect(() => migrate(db, false, failing)).toThrow(/nowhere/);
  expect(versionOf(db)).toBe(1);
  expect(db.prepare(`SELECT count(*) FROM sqlite_schema WHERE name = 'half'`).pluck().get()).toBe(0);
});

test('an older database may not be read without being brought up to date', () => {
  expect(() => migrate(version1(), true, LATER)).toThrow(expect.objectContaining({ code: 'older-version' }));
});

test('a new database carries the mark and the number of the last step', () => {
  const path = join(temporaryFolder(), 'new.db');
  openStore(path, { create: true }).close();
  const db = new Database(path);
  expect(db.pragma('application_id', { simple: true })).toBe(APPLICATION_ID);
  expect(db.pragma('user_version', { simple: true })).toBe(MIGRATIONS.length);
});
