/**
 * The bytes of a zip archive → its entries by name, and single parts inflated on demand. Sizes are
 * checked before anything is inflated, and nothing is inflated beyond the size that the directory
 * declares; a part whose checksum differs is damaged (fflate itself checks none). Knows zip
 * (APPNOTE 6.3: stored, deflated, zip64), not OOXML.
 */
import { crc32 } from 'node:zlib';
import { inflateSync } from 'fflate';
import { DocxFault } from './docx-fault.ts';

/** Bytes inflated for one document, all parts together: a thousand times a usual report. */
const MAX_INFLATED = 200 * 1024 * 1024;
/** Inflated : packed. Table markup repeats itself and reaches 60; deflate ends at 1032. */
const MAX_RATIO = 200;
/** Bytes. Smaller parts may pack as well as they like. */
const RATIO_COUNTS_FROM = 1024 * 1024;
/** Bytes by which packed data may exceed what it holds: deflate adds 5 for each block of up to 64 KiB. */
const MAX_PACKING_LOSS = 1024;

const END_RECORD = 0x06054b50;
const END_RECORD_LENGTH = 22;
const MAX_COMMENT = 0xffff;
const ZIP64_LOCATOR = 0x07064b50;
const ZIP64_END_RECORD = 0x06064b50;
const DIRECTORY_RECORD = 0x02014b50;
const LOCAL_RECORD = 0x04034b50;
const IN_ZIP64 = 0xffffffff;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED_FLAG = 1;

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

export interface ZipPackage {
  /** Names as stored, in the directory's order, with `/` between folders. */
  readonly names: readonly string[];
  /** Part names are compared without case (ECMA-376 part 2, 6.3.5). */
  has(name: string): boolean;
  /** A part's bytes; undefined where there is none. Throws a `DocxFault`. */
  read(name: string): Uint8Array | undefined;
  /** Throws a `DocxFault` where inflating the parts chosen would pass the limits; inflates nothing. */
  checkSizes(isChosen: (name: string) => boolean): void;
}

export function openZip(bytes: Uint8Array): ZipPackage {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readDirectory(bytes, view);
  const byName = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
  let inflated = 0;
  return {
    names: entries.map((entry) => entry.name),
    has: (name) => byName.has(name.toLowerCase()),
    read(name) {
      const entry = byName.get(name.toLowerCase());
      if (entry === undefined) return undefined;
      inflated += entry.size;
      checkSize(entry, inflated);
      return inflateEntry(bytes, view, entry);
    },
    checkSizes(isChosen) {
      let total = 0;
      for (const entry of entries) {
        if (!isChosen(entry.name)) continue;
        total += entry.size;
        checkSize(entry, total);
      }
    },
  };
}

function readDirectory(bytes: Uint8Array, view: DataView): Entry[] {
  const end = findEndRecord(view);
  const zip64 = findZip64EndRecord(view, end);
  const count = zip64 === undefined ? view.getUint16(end + 10, true) : uint64(view, zip64 + 32);
  let at = zip64 === undefined ? view.getUint32(end + 16, true) : uint64(view, zip64 + 48);
  const decoder = new TextDecoder();
  const entries: Entry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== DIRECTORY_RECORD) {
      throw new DocxFault('docx.damaged', 'the directory of the zip archive is broken');
    }
    const nameEnd = at + 46 + view.getUint16(at + 28, true);
    const extraEnd = nameEnd + view.getUint16(at + 30, true);
    if (extraEnd > end) throw new DocxFault('docx.damaged', 'the directory of the zip archive is cut off');
    const sizes = entrySizes(view, at, nameEnd, extraEnd);
    entries.push({
      // Some writers on Windows put backslashes, against APPNOTE 4.4.17.1.
      name: decoder
        .decode(bytes.subarray(at + 46, nameEnd))
        .replaceAll('\\', '/')
        .replace(/^\//, ''),
      method: view.getUint16(at + 10, true),
      encrypted: (view.getUint16(at + 8, true) & ENCRYPTED_FLAG) !== 0,
      crc: view.getUint32(at + 16, true),
      ...sizes,
    });
    at = extraEnd + view.getUint16(at + 32, true);
  }
  return entries;
}

function findEndRecord(view: DataView): number {
  const last = view.byteLength - END_RECORD_LENGTH;
  for (let at = last; at >= 0 && at >= last - MAX_COMMENT; at -= 1) {
    if (view.getUint32(at, true) === END_RECORD) return at;
  }
  throw new DocxFault(
    'docx.damaged',
    'no zip directory at the end of the file: cut off, or not a zip archive',
  );
}

function findZip64EndRecord(view: DataView, end: number): number | undefined {
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== ZIP64_LOCATOR) return undefined;
  const at = uint64(view, locator + 8);
  return at + 56 <= end && view.getUint32(at, true) === ZIP64_END_RECORD ? at : undefined;
}

/** Sizes and offset; those of 0xFFFFFFFF stand in the zip64 extra field, in this order (APPNOTE 4.5.3). */
function entrySizes(view: DataView, at: number, extraFrom: number, extraEnd: number) {
  let size = view.getUint32(at + 24, true);
  let packed = view.getUint32(at + 20, true);
  let offset = view.getUint32(at + 42, true);
  for (let field = extraFrom; field + 4 <= extraEnd; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== 1) continue;
    let value = field + 4;
    const next = () => {
      if (value + 8 > extraEnd) throw new DocxFault('docx.damaged', 'a zip64 field is cut off');
      value += 8;
      return uint64(view, value - 8);
    };
    if (size === IN_ZIP64) size = next();
    if (packed === IN_ZIP64) packed = next();
    if (offset === IN_ZIP64) offset = next();
    break;
  }
  return { size, packed, offset };
}

function uint64(view: DataView, at: number): number {
  return Number(view.getBigUint64(at, true));
}

function checkSize(entry: Entry, total: number): void {
  const ratio = entry.size / Math.max(entry.packed, 1);
  if (total > MAX_INFLATED || (entry.size > RATIO_COUNTS_FROM && ratio > MAX_RATIO)) {
    throw new DocxFault(
      'docx.too-large',
      `${entry.name} would inflate from ${entry.packed} to ${entry.size} bytes (limits: ${MAX_INFLATED} bytes in all, ratio ${MAX_RATIO})`,
    );
  }
}

function inflateEntry(bytes: Uint8Array, view: DataView, entry: Entry): Uint8Array {
  if (entry.encrypted) throw new DocxFault('docx.encrypted', `${entry.name} is encrypted in the zip archive`);
  const { offset, packed } = entry;
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL_RECORD) {
    throw new DocxFault('docx.damaged', `${entry.name} does not stand where the zip directory says`);
  }
  const from = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (from + packed > bytes.length) throw new DocxFault('docx.damaged', `${entry.name} is cut off`);
  const content = unpack(entry, bytes.subarray(from, from + packed));
  if (content.length !== entry.size || crc32(content) !== entry.crc) {
    throw new DocxFault('docx.damaged', `${entry.name} differs from its checksum in the zip directory`);
  }
  return content;
}

function unpack(entry: Entry, data: Uint8Array): Uint8Array {
  if (entry.method === STORED) return data;
  if (entry.method !== DEFLATED) {
    throw new DocxFault('docx.damaged', `${entry.name} is packed by the unknown method ${entry.method}`);
  }
  if (data.length > entry.size + MAX_PACKING_LOSS + entry.size / 100) {
    throw new DocxFault('docx.damaged', `${entry.name} holds more than the zip directory declares`);
  }
  try {
    // With an output of fixed size fflate never writes beyond it.
    return inflateSync(data, { out: new Uint8Array(entry.size) });
  } catch (error) {
    throw new DocxFault('docx.damaged', `${entry.name} cannot be inflated: ${(error as Error).message}`);
  }
}
