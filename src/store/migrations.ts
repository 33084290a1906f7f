/**
 * The numbered steps from an empty file to the layout of today. A database carries our application id and the
 * number of its last step; missing steps run in one transaction, so a failed one leaves the file as it was.
 */
import type { Database } from 'better-sqlite3';
import { writeDataDictionary } from './data-dictionary.ts';
import { SCHEMA_1 } from './schema-1.ts';
import { storeError } from './store-error.ts';

/** Our mark in the file's header, the letters `nian` (https://www.sqlite.org/fileformat2.html#application_id). */
export const APPLICATION_ID = 0x6e_69_61_6e;

/** Step n brings version n to n + 1. */
export const MIGRATIONS: readonly string[] = [SCHEMA_1];

/** The state of a database file: empty, ours at some version, or somebody else's. */
export function versionOf(db: Database): number | 'foreign' {
  const application = db.pragma('application_id', { simple: true });
  const version = db.pragma('user_version', { simple: true }) as number;
  if (application === APPLICATION_ID) return version;
  const objects = db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get();
  return application === 0 && version === 0 && objects === 0 ? 0 : 'foreign';
}

/**
 * Brings the database to the last of the `steps`.
 * @throws StoreError not-a-store, newer-version; older-version where it may only be read.
 */
export function migrate(db: Database, readOnly: boolean, steps: readonly string[] = MIGRATIONS): void {
  const check = (): number => {
    const version = versionOf(db);
    if (version === 'foreign') throw storeError('not-a-store', db.name);
    if (version > steps.length)
      throw storeError('newer-version', db.name, `layout ${version}, known up to ${steps.length}`);
    return version;
  };
  if (check() === steps.length) return;
  if (readOnly)
    throw storeError(check() === 0 ? 'not-a-store' : 'older-version', db.name, `layout ${check()}`);
  db.transaction(() => {
    // Asked again under the lock: another process may have migrated in between.
    for (const step of steps.slice(check())) db.exec(step);
    writeDataDictionary(db);
    db.pragma(`application_id = ${APPLICATION_ID}`);
    db.pragma(`user_version = ${steps.length}`);
  }).immediate();
}
