/** Little-endian numbers and parts of a stream, each within its bounds: an offset that leads out of the stream is a fault of the file. */
import { DocFault } from './doc-fault.ts';

export function u8(bytes: Buffer, at: number): number {
  return bytes.readUInt8(within(bytes, at, 1));
}

export function u16(bytes: Buffer, at: number): number {
  return bytes.readUInt16LE(within(bytes, at, 2));
}

export function u32(bytes: Buffer, at: number): number {
  return bytes.readUInt32LE(within(bytes, at, 4));
}

export function i32(bytes: Buffer, at: number): number {
  return bytes.readInt32LE(within(bytes, at, 4));
}

/** `length` bytes from `at`; a view, no copy. */
export function part(bytes: Buffer, at: number, length: number): Buffer {
  within(bytes, at, length);
  return bytes.subarray(at, at + length);
}

function within(bytes: Buffer, at: number, length: number): number {
  if (!(at >= 0 && length >= 0 && at + length <= bytes.length)) {
    throw new DocFault('doc.damaged', `the file points to byte ${at} of a stream of ${bytes.length} bytes`);
  }
  return at;
}
