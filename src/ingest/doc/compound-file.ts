/**
 * The bytes of a compound file ([MS-CFB]) → its streams by name, those directly under the root only:
 * embedded documents have streams of the same names one level down.
 */
import CFB from 'cfb';
import { chainCost } from './chain-cost.ts';
import { DocFault } from './doc-fault.ts';

/** Bytes that following the chains may copy: many times those of any whole file. */
const MAX_CHAIN_BYTES = 512 * 1024 * 1024;

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
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (chainCost(file) > MAX_CHAIN_BYTES) {
    throw new DocFault('doc.too-large', 'the sectors of the compound file lead into each other without end');
  }
  try {
    return CFB.read(file, { type: 'buffer' });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new DocFault('doc.damaged', `the file is no whole compound file: ${reason}`);
  }
}
