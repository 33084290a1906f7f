/**
 * The database of records: one SQLite file. In go records and the meaning of the fact ids, out come records,
 * lists and counts. It knows no file format and no form, and has no clock: the same records in the same order
 * give the same rows.
 */
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import type { ReportRecord } from '../record.ts';
import { defineFacts, type FactDefinition } from './fact-definitions.ts';
import {
  findByIdOrPath,
  findBySha256,
  type KnownReport,
  type ListedReport,
  type ListFilter,
  listReports,
  type Summary,
  summarize,
} from './list-reports.ts';
import { migrate } from './migrations.ts';
import { readRecord } from './read-record.ts';
import { guard, storeError } from './store-error.ts';
import { recordWriter, type WriteOutcome } from './write-record.ts';

/** How long to wait for another process's transaction; ours last milliseconds, so this is a sign of a hung one. */
const BUSY_TIMEOUT_MS = 5_000;

export interface StoreOptions {
  readonly readOnly?: boolean;
  /** Make the file, and its folder, where there is none. */
  readonly create?: boolean;
  readonly busyTimeoutMs?: number;
}

/** Every method throws a StoreError where the file fails. */
export interface Store {
  readonly path: string;
  /** Makes the fact ids known to the database, with the wide views; writes nothing where they are. */
  define(definitions: readonly FactDefinition[]): void;
  /** Writes the record in one transaction; content known under this parser version changes nothing but its paths. */
  write(record: ReportRecord, parserVersion: string): WriteOutcome;
  /** Notes that the content of report `id` now lies under `path`. */
  remember(path: string, id: number): void;
  /** What this version made of the content, if it has been read. */
  lookup(sha256: string, parserVersion: string): KnownReport | undefined;
  /** The record as it was written. */
  read(id: number): ReportRecord | undefined;
  findByIdOrPath(idOrPath: string): number | undefined;
  list(filter?: ListFilter): ListedReport[];
  summary(): Summary;
  close(): void;
}

/**
 * Opens the database, bringing an older layout up to date unless `readOnly`.
 * @throws StoreError missing, not-a-store, newer-version, older-version, locked, read-only-folder, unreadable.
 */
export function openStore(path: string, options: StoreOptions = {}): Store {
  const { readOnly = false, create = false, busyTimeoutMs = BUSY_TIMEOUT_MS } = options;
  const exists = existsSync(path);
  if (!exists && !create) throw storeError('missing', path);
  if (exists && !statSync(path).isFile()) throw storeError('not-a-store', path);
  if (!exists) makeFolder(path);
  const db = guard(path, () => new Database(path, { readonly: readOnly, timeout: busyTimeoutMs }));
  try {
    guard(path, () => prepare(db, readOnly));
  } catch (error) {
    db.close();
    throw error;
  }
  return storeOf(db, path, readOnly);
}

function makeFolder(path: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
  } catch (error) {
    throw storeError('read-only-folder', path, (error as Error).message, error);
  }
}

function prepare(db: Database.Database, readOnly: boolean): void {
  // The layout is checked before any other pragma, so that a file of another program is left untouched.
  migrate(db, readOnly);
  db.pragma('foreign_keys = ON');
  if (readOnly) return;
  // Readers and one writer side by side; NORMAL risks the last records at a power cut, never the file's integrity.
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = NORMAL');
}

function storeOf(db: Database.Database, path: string, readOnly: boolean): Store {
  const prepared = readOnly ? undefined : recordWriter(db);
  const writer = () => {
    if (prepared) return prepared;
    throw storeError('read-only-folder', path, 'opened for reading');
  };
  return {
    path,
    define: (definitions) => guard(path, () => defineFacts(db, definitions)),
    write: (record, parserVersion) => guard(path, () => writer().write(record, parserVersion)),
    remember: (at, id) => guard(path, () => writer().remember(at, id)),
    lookup: (sha256, parserVersion) => guard(path, () => findBySha256(db, sha256, parserVersion)),
    read: (id) => guard(path, () => readRecord(db, id)),
    findByIdOrPath: (idOrPath) => guard(path, () => findByIdOrPath(db, idOrPath)),
    list: (filter) => guard(path, () => listReports(db, filter)),
    summary: () => guard(path, () => summarize(db)),
    close: () => {
      db.close();
    },
  };
}
