/** One file's bytes with their hash, or the failed record that says why there are none. */
import type { ReportRecord } from '../record.ts';
import { failedRecord, faultOf } from './failed-record.ts';
import { diskFileSystem, type FileSystem, sha256Of } from './file-system.ts';

/** Bytes in a file: many times the size of a scanned report, and a whole file is held in memory. */
const MAX_FILE_BYTES = 200 * 1024 * 1024;

export interface ReadOptions {
  readonly maxFileBytes?: number;
  readonly fileSystem?: FileSystem;
}

export type ReadBytes =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array; readonly sha256: string }
  | { readonly kind: 'record'; readonly record: ReportRecord };

/** A file too large is hashed all the same, so that its failure is known by its content. */
export async function readBytes(path: string, options: ReadOptions = {}): Promise<ReadBytes> {
  const { fileSystem: fs = diskFileSystem, maxFileBytes = MAX_FILE_BYTES } = options;
  try {
    const { kind, bytes: size } = await fs.stat(path);
    if (kind !== 'file') {
      const message = kind === 'folder' ? 'this is a folder' : 'neither a file nor a folder';
      return { kind: 'record', record: failedRecord(path, { code: 'file.unreadable', message }) };
    }
    if (size > maxFileBytes) {
      const fault = {
        code: 'file.too-large',
        message: `${size} bytes; the limit is ${maxFileBytes}`,
      } as const;
      return { kind: 'record', record: failedRecord(path, fault, await fs.hash(path), size) };
    }
    const bytes = await fs.read(path);
    return { kind: 'bytes', bytes, sha256: sha256Of(bytes) };
  } catch (error) {
    return { kind: 'record', record: failedRecord(path, faultOf(error)) };
  }
}
