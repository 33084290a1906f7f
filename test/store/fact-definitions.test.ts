import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { FactDefinition } from '../../src/store/fact-definitions.ts';
import { openStore } from '../../src/store/store.ts';
import { fact, record, sha, temporaryFolder } from './builders.ts';

function definition(generation: string, row: string, changes: Partial<FactDefinition> = {}): FactDefinition {
  return {
    id: `applications.${row}.total`,
    generation,
    table: 'applications',
    row,
    column: 'total',
    rowZh: '（一）予以公开',
    rowEn: 'granted',
    columnZh: '总计',
    columnEn: 'total',
    unit: '件',
    isGroup: false,
    ...changes,
  };
}

function filled(definitions: readonly FactDefinition[]) {
  const path = join(temporaryFolder(), 'x.db');
  const store = openStore(path, { create: true });
  store.define(definitions);
  store.write(record({ facts: { 'applications.granted.total': fact(2) } }), '1');
  store.write(
    record({
      source: { sha256: sha('b'), path: 'b' },
      report: { generation: 'g2019', year: 2019 },
      facts: { 'applications.other.total': fact(5) },
    }),
    '1',
  );
  return { store, db: new Database(path) };
}

test('the wide view of a generation has a row a report and a column a fact, in the order of the form', () => {
  const { db } = filled([
    definition('g2021', 'granted'),
    definition('g2021', 'other', { isGroup: true }),
    definition('g2021', 'denied'),
    definition('g2019', 'other'),
  ]);
  const wide = db.prepare('SELECT * FROM report_wide_g2021').all() as Record<string, unknown>[];
  expect(wide).toHaveLength(1);
  expect(Object.entries(wide[0] ?? {}).slice(-2)).toEqual([
    ['applications.granted.total', 2],
    ['applications.denied.total', null],
  ]);
  expect(db.prepare('SELECT year, "applications.other.total" AS n FROM report_wide_g2019').all()).toEqual([
    { year: 2019, n: 5 },
  ]);
});

test('the wide view shows only the latest reading of a file', () => {
  const { store, db } = filled([definition('g2021', 'granted')]);
  store.write(record({ facts: { 'applications.granted.total': fact(3) } }), '2');
  expect(db.prepare('SELECT "applications.granted.total" AS n FROM report_wide_g2021').all()).toEqual([
    { n: 3 },
  ]);
});

test('the same definitions again write nothing, and changed ones replace labels and views', () => {
  const { store, db } = filled([definition('g2021', 'granted')]);
  const before = db.serialize();
  store.define([definition('g2021', 'granted')]);
  expect(db.serialize().equals(before)).toBe(true);
  store.define([definition('g2019', 'granted', { rowEn: 'disclosed', unit: null })]);
  expect(db.prepare('SELECT generation, row_en, unit FROM fact_definitions').all()).toEqual([
    { generation: 'g2019', row_en: 'disclosed', unit: null },
  ]);
  expect(db.prepare(`SELECT name FROM sqlite_schema WHERE name GLOB 'report_wide_*'`).pluck().all()).toEqual([
    'report_wide_g2019',
  ]);
});

test('quotation marks in ids and generations do no harm', () => {
  const { db } = filled([definition('g"\'x', 'granted', { id: `a"b'c` })]);
  expect(db.prepare(`SELECT * FROM "report_wide_g""'x"`).all()).toEqual([]);
});

test('more facts than a view can hold are refused, and the old views stay', () => {
  const { store, db } = filled([definition('g2021', 'granted')]);
  const many = Array.from({ length: 2_000 }, (_, n) => definition('g2021', `row${n}`));
  expect(() => store.define(many)).toThrow(RangeError);
  expect(db.prepare('SELECT count(*) FROM report_wide_g2021').pluck().get()).toBe(1);
});

test('every table and column is explained in the database, and nothing else is', () => {
  const { db } = filled([]);
  const columns = db.prepare(
    `SELECT t.name || '.' || c.name FROM pragma_table_list t, pragma_table_info(t.name) c
     WHERE t.schema = 'main' AND t.name NOT LIKE 'sqlite_%' ORDER BY 1`,
  );
  const explained = db.prepare(`SELECT table_name || '.' || column_name FROM data_dictionary ORDER BY 1`);
  expect(explained.pluck().all()).toEqual(columns.pluck().all());
});
