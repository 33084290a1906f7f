/**
 * What can be wrong with a database file, as one error with a stable code, and the way from SQLite's own
 * errors to it. A fault of this program (a broken statement, a violated constraint) passes through unchanged.
 */
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

export type StoreErrorCode =
  | 'missing'
  | 'not-a-store'
  | 'newer-version'
  | 'older-version'
  | 'locked'
  | 'read-only-folder'
  | 'unreadable';

export class StoreError extends Error {
  readonly code: StoreErrorCode;
  readonly path: string;

  constructor(code: StoreErrorCode, path: string, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'StoreError';
    this.code = code;
    this.path = path;
  }
}

/** SQLite's primary result codes (https://www.sqlite.org/rescode.html) that speak of the file, not of the program. */
const CODE_OF: Readonly<Record<string, StoreErrorCode>> = {
  BUSY: 'locked',
  LOCKED: 'locked',
  NOTADB: 'not-a-store',
  CORRUPT: 'unreadable',
  IOERR: 'unreadable',
  FULL: 'unreadable',
  READONLY: 'read-only-folder',
  PERM: 'read-only-folder',
  CANTOPEN: 'unreadable',
};

const TEXT: Readonly<Record<StoreErrorCode, string>> = {
  missing: 'there is no database here',
  'not-a-store': 'this file is not a database of this program',
  'newer-version': 'the database was written by a newer version of this program: update the program',
  'older-version': 'the database has an older layout: open it once for writing, which brings it up to date',
  locked: 'another program is writing to the database: wait for it or end it, then run this again',
  'read-only-folder': 'the database or its folder cannot be written to',
  unreadable: 'the database cannot be read',
};

/** The error for a code, with the detail (a version, SQLite's own words) in brackets. */
export function storeError(code: StoreErrorCode, path: string, detail?: string, cause?: unknown): StoreError {
  return new StoreError(code, path, `${path}: ${TEXT[code]}${detail ? ` (${detail})` : ''}`, cause);
}

/** Runs `work` on the database at `path`; what SQLite says about the file becomes a StoreError. */
export function guard<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw toStoreError(path, error) ?? error;
  }
}

function toStoreError(path: string, error: unknown): StoreError | undefined {
  const sqlite = /^SQLITE_([A-Z]+)/.exec(errorCode(error))?.[1];
  const code = sqlite && CODE_OF[sqlite];
  if (!code) return undefined;
  // A database in WAL mode needs its -shm file even for reading; without leave to create it SQLite says CANTOPEN.
  const refused = sqlite === 'CANTOPEN' && isFile(path) && !isWritable(dirname(path));
  return storeError(refused ? 'read-only-folder' : code, path, (error as Error).message, error);
}

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
