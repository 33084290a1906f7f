/** The record of a file that never came to a reader: status `failed`, and one diagnostic that says why. */
import { emptyRecord, type ReportRecord } from '../record.ts';

/** Why a path gave no bytes to read; stands in the record as a diagnostic of severity error. */
export interface FileFault {
  readonly code: 'file.unreadable' | 'file.too-large' | 'folder.unreadable';
  readonly message: string;
}

/** `sha256` is empty and `bytes` 0 where the bytes could not be read. */
export function failedRecord(path: string, fault: FileFault, sha256 = '', bytes = 0): ReportRecord {
  const source = { path, sha256, bytes, format: 'unknown', readers: [] } as const;
  return emptyRecord(source, [{ code: fault.code, severity: 'error', message: fault.message }]);
}

/** Reasons in words for the system's codes that users meet; others are named by their code alone. */
const REASON: Readonly<Record<string, string>> = {
  ENOENT: 'there is no file of this name',
  EACCES: 'no permission',
  EPERM: 'no permission',
  ELOOP: 'symbolic links lead in a circle',
  ENOTDIR: 'a part of the path is a file, not a folder',
  EIO: 'the disk reports an error',
  EISDIR: 'this is a folder',
  ENAMETOOLONG: 'the name is too long',
};

/** The fault for a rejected call of the file system; what is no system error is a defect and thrown on. */
export function faultOf(error: unknown, code: FileFault['code'] = 'file.unreadable'): FileFault {
  const system = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  if (system === undefined) throw error;
  const reason = REASON[system] ?? 'the system refuses';
  return { code, message: `${reason} (${system})` };
}
