import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openStore, type Store } from '../../src/store/store.ts';
import type { StoreError } from '../../src/store/store-error.ts';
import { arbitraryRecord } from './arbitrary-record.ts';
import { fact, finding, record, sha, temporaryFolder } from './builders.ts';

function freshStore(): Store & { readonly raw: Database.Database } {
  const path = join(temporaryFolder(), 'new', 'folder', 'test.db');
  const store = openStore(path, { create: true });
  return { ...store, raw: new Database(path) };
}

function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return (error as StoreError).code;
  }
  return 'no error';
}

describe('a record', () => {
  test('comes back as it was written, key order included', () => {
    const store = freshStore();
    fc.assert(
      fc.property(arbitraryRecord, fc.uuid(), (given, version) => {
        const { id } = store.write(given, version);
        expect(JSON.stringify(store.read(id))).toBe(JSON.stringify(given));
      }),
      { numRuns: 300 },
    );
  });

  test('written twice changes nothing in the database', () => {
    const store = freshStore();
    const first = store.write(record({ findings: [finding()] }), '1.0.0');
    const before = store.raw.serialize();
    expect(store.write(record({ findings: [finding()] }), '1.0.0')).toEqual({ id: first.id, added: false });
    expect(store.raw.serialize().equals(before)).toBe(true);
  });

  test('of the same bytes under a second path is one report with two paths', () => {
    const store = freshStore();
    store.write(record(), '1.0.0');
    store.write(record({ source: { path: 'copy/b.docx' } }), '1.0.0');
    expect(store.list().map((r) => r.paths)).toEqual([['copy/b.docx', 'in/a.docx']]);
    expect(store.findByIdOrPath('copy/b.docx')).toBe(store.findByIdOrPath('in/a.docx'));
  });

  test('read by a newer version of the program takes the place of the old one in lists, and both stay', () => {
    const store = freshStore();
    const old = store.write(record(), '1.0.0').id;
    const renewed = store.write(record({ status: 'partial' }), '1.1.0').id;
    expect(store.list().map((r) => r.id)).toEqual([renewed]);
    expect(store.read(old)?.status).toBe('ok');
  });

  test('whose file changed gives way to the new content at its path', () => {
    const store = freshStore();
    store.write(record(), '1.0.0');
    const changed = store.write(record({ source: { sha256: sha('b') } }), '1.0.0').id;
    expect(store.list().map((r) => r.id)).toEqual([changed]);
  });

  test('of a file that could not be read is replaced when the file can be read', () => {
    const store = freshStore();
    const unread = record({ source: { sha256: '', bytes: 0 }, status: 'failed' });
    const first = store.write(unread, '1.0.0');
    expect(store.write(unread, '1.0.0')).toEqual({ id: first.id, added: false });
    store.write({ ...unread, source: { ...unread.source, path: 'in/other.docx' } }, '1.0.0');
    expect(store.list()).toHaveLength(2);
    store.write(record(), '1.0.0');
    expect(store.list().map((r) => [r.status, r.paths])).toEqual([
      ['failed', ['in/other.docx']],
      ['ok', ['in/a.docx']],
    ]);
  });

  test('that breaks the layout leaves nothing behind', () => {
    const store = freshStore();
    const broken = record({ findings: [finding({ rule: null as unknown as string })] });
    expect(() => store.write(broken, '1.0.0')).toThrow(/NOT NULL/);
    expect(store.raw.prepare('SELECT count(*) FROM sources').pluck().get()).toBe(0);
    expect(store.raw.prepare('SELECT count(*) FROM facts').pluck().get()).toBe(0);
  });
});

describe('lists and counts', () => {
  test('filter by year, issuer, status and format', () => {
    const store = freshStore();
    store.write(record(), '1');
    store.write(
      record({ source: { sha256: sha('b'), path: 'b.pdf', format: 'pdf' }, report: { year: 2020 } }),
      '1',
    );
    store.write(record({ source: { sha256: sha('c'), path: 'c' }, status: 'failed' }), '1');
    const paths = (filter: Parameters<Store['list']>[0]) => store.list(filter).flatMap((r) => r.paths);
    expect(paths({ year: 2020 })).toEqual(['b.pdf']);
    expect(paths({ format: 'docx', status: 'ok' })).toEqual(['in/a.docx']);
    expect(paths({ status: 'failed' })).toEqual(['c']);
    expect(paths({ issuer: '县人民' })).toHaveLength(3);
    expect(paths({ issuer: '%' })).toEqual([]);
  });

  test('count figures, findings and failures with the reason', () => {
    const store = freshStore();
    const blank = { value: null, state: 'blank' as const, raw: '', place: {} };
    store.write(record({ facts: { a: fact(1), b: blank }, findings: [finding()] }), '1');
    const why = { code: 'file.unreadable', severity: 'error' as const, message: 'no such file' };
    store.write(
      record({ source: { sha256: '', path: 'x' }, status: 'failed', facts: {}, diagnostics: [why] }),
      '1',
    );
    expect(store.summary()).toMatchObject({
      reports: 2,
      figures: 1,
      facts: 2,
      findingsByRule: [{ rule: 'applications.row-sum', severity: 'error', count: 1 }],
      failures: [{ path: 'x', code: 'file.unreadable', message: 'no such file' }],
    });
  });

  test('a number finds the report, and a file of that name is found where no report has the number', () => {
    const store = freshStore();
    const { id } = store.write(record({ source: { path: '2021' } }), '1');
    expect(store.findByIdOrPath(String(id))).toBe(id);
    expect(store.findByIdOrPath('2021')).toBe(id);
    expect(store.findByIdOrPath('2022')).toBeUndefined();
  });
});

describe('a database that cannot be used is refused by name of the reason:', () => {
  test('missing', () => {
    expect(codeOf(() => openStore(join(temporaryFolder(), 'x.db')))).toBe('missing');
  });

  test('not a database, a folder, or a database of another program, which is left untouched', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'text.db'), 'plain text that is no database at all'.repeat(100));
    mkdirSync(join(folder, 'dir.db'));
    const foreign = join(folder, 'foreign.db');
    new Database(foreign).exec('CREATE TABLE t (a)').close();
    const before = readFileSync(foreign);
    for (const name of ['text.db', 'dir.db', 'foreign.db'])
      expect([name, codeOf(() => openStore(join(folder, name), { create: true }))]).toEqual([
        name,
        'not-a-store',
      ]);
    expect(readFileSync(foreign).equals(before)).toBe(true);
  });

  test('written by a newer version, with what to do', () => {
    const path = join(temporaryFolder(), 'x.db');
    openStore(path, { create: true }).close();
    const db = new Database(path);
    db.pragma('user_version = 99');
    db.close();
    expect(codeOf(() => openStore(path))).toBe('newer-version');
    expect(() => openStore(path)).toThrow(/update the program/);
  });

  test('locked by another writer', () => {
    const path = join(temporaryFolder(), 'x.db');
    const store = openStore(path, { create: true, busyTimeoutMs: 1 });
    const other = new Database(path);
    other.exec('BEGIN IMMEDIATE');
    expect(codeOf(() => store.write(record(), '1'))).toBe('locked');
    expect(store.list()).toEqual([]);
    other.exec('ROLLBACK');
    expect(store.write(record(), '1').added).toBe(true);
  });

  test('in a place where no folder can be made', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'file'), '');
    expect(codeOf(() => openStore(join(folder, 'file', 'x.db'), { create: true }))).toBe('read-only-folder');
  });

  test('cut off in the middle', () => {
    const path = join(temporaryFolder(), 'x.db');
    const store = openStore(path, { create: true });
    for (let n = 0; n < 50; n++)
      store.write(record({ source: { sha256: sha(String(n)), path: `${n}` } }), '1');
    store.close();
    writeFileSync(path, readFileSync(path).subarray(0, 20_000));
    expect(
      codeOf(() => {
        const cut = openStore(path, { readOnly: true });
        cut.list();
      }),
    ).toBe('unreadable');
  });

  test('opened for reading is not written to', () => {
    const path = join(temporaryFolder(), 'x.db');
    openStore(path, { create: true }).close();
    const store = openStore(path, { readOnly: true });
    expect(codeOf(() => store.write(record(), '1'))).toBe('read-only-folder');
  });
});

test('a database behind a symbolic link opens, and a dangling link is made anew', () => {
  const folder = temporaryFolder();
  symlinkSync(join(folder, 'real.db'), join(folder, 'link.db'));
  openStore(join(folder, 'link.db'), { create: true }).close();
  expect(existsSync(join(folder, 'real.db'))).toBe(true);
  expect(openStore(join(folder, 'link.db')).list()).toEqual([]);
});
