/**
 * The few calls by which the batch sees the disk, as a parameter, so that a test can stand for a folder without
 * permission. A call that fails rejects with Node's system error.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readdir, readFile, realpath, stat } from 'node:fs/promises';

type EntryKind = 'file' | 'folder' | 'other';

export interface FileSystem {
  /** Names in a folder, in any order. */
  list(folder: string): Promise<string[]>;
  /** What lies at the path, links followed. */
  stat(path: string): Promise<{ readonly kind: EntryKind; readonly bytes: number }>;
  /** The path with all links resolved. */
  resolve(path: string): Promise<string>;
  read(path: string): Promise<Uint8Array>;
  /** The first `bytes` of a file, or fewer. */
  head(path: string, bytes: number): Promise<Uint8Array>;
  /** SHA-256 as hex, without holding the file in memory. */
  hash(path: string): Promise<string>;
}

export const diskFileSystem: FileSystem = {
  list: (folder) => readdir(folder),
  async stat(path) {
    const found = await stat(path);
    return { kind: found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other', bytes: found.size };
  },
  resolve: (path) => realpath(path),
  read: (path) => readFile(path),
  async head(path, bytes) {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  },
  async hash(path) {
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(path)) hash.update(chunk);
    return hash.digest('hex');
  },
};

/** SHA-256 as hex. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
