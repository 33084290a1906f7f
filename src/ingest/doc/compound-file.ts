/**
 * The bytes of a compound file ([MS-CFB]) → its streams by name, those directly under the root only:
 * embedded documents have streams of the same names one level down.
 */
import CFB from 'cfb';
import { DocFault } from './doc-fault.ts';

export interface CompoundFile {
  /** The stream of that name under the root; undefined where there is none. */
  stream(name: string): Buffer | undefined;
}

export function openCompoundFile(bytes: Uint8Array): CompoundFile {
  const container = readContainer(bytes);
  return {
    stream(name) {
      const entry = CFB.find(container, `/${name}`);
      if (entry === null || entry.content === undefined) return undefined;
      const { content } = entry;
      return Buffer.isBuffer(content) ? content : Buffer.from(content);
    },
  };
}

/** Whatever the package objects to is a fault of the file. */
function readContainer(bytes: Uint8Array) {
  try {
    return CFB.read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { type: 'buffer' });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new DocFault('doc.damaged', `the file is no whole compound file: ${reason}`);
  }
}
