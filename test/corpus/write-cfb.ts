/**
 * Writes an OLE compound file (MS-CFB, version 3) of streams that each fill at least 4,096 bytes, so that
 * no mini stream is needed: names and contents in, bytes out.
 */

const SECTOR = 512;
const END_OF_CHAIN = 0xfffffffe;
const FAT_SECTOR = 0xfffffffd;
const FREE = 0xffffffff;
/** Below it a stream would have to stand in the mini stream. */
const MINI_CUTOFF = 4096;
const ENTRY = 128;

export interface CfbStream {
  readonly name: string;
  readonly content: Uint8Array;
}

/** Up to three streams, given in the order of the format: shorter names first (MS-CFB 2.6.4). */
export function writeCfb(streams: readonly CfbStream[]): Uint8Array {
  const sizes = streams.map((stream) => Math.ceil(stream.content.length / SECTOR));
  if (streams.some((stream) => stream.content.length < MINI_CUTOFF)) throw new Error('stream too short');
  const total = 2 + sizes.reduce((sum, size) => sum + size, 0);
  const bytes = new Uint8Array((1 + total) * SECTOR);
  const view = new DataView(bytes.buffer);
  bytes.set(cfbHeader());
  const fat = SECTOR;
  for (let index = 0; index < SECTOR / 4; index++) view.setUint32(fat + 4 * index, FREE, true);
  view.setUint32(fat, FAT_SECTOR, true);
  view.setUint32(fat + 4, END_OF_CHAIN, true);
  writeEntry(view, 0, 'Root Entry', 5, { child: 1, right: FREE, start: END_OF_CHAIN, size: 0 });
  let sector = 2;
  for (const [index, stream] of streams.entries()) {
    const right = index + 1 < streams.length ? index + 2 : FREE;
    writeEntry(view, index + 1, stream.name, 2, {
      child: FREE,
      right,
      start: sector,
      size: stream.content.length,
    });
    bytes.set(stream.content, (1 + sector) * SECTOR);
    for (let left = sizes[index]!; left > 0; left--, sector++) {
      view.setUint32(fat + 4 * sector, left === 1 ? END_OF_CHAIN : sector + 1, true);
    }
  }
  return bytes;
}

/** The first 512 bytes alone: what is left of a file whose transfer broke off. */
export function cfbHeader(): Uint8Array {
  const bytes = new Uint8Array(SECTOR);
  const view = new DataView(bytes.buffer);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  view.setUint16(24, 0x3e, true);
  view.setUint16(26, 3, true);
  view.setUint16(28, 0xfffe, true);
  view.setUint16(30, 9, true);
  view.setUint16(32, 6, true);
  view.setUint32(44, 1, true);
  view.setUint32(48, 1, true);
  view.setUint32(56, MINI_CUTOFF, true);
  view.setUint32(60, END_OF_CHAIN, true);
  view.setUint32(68, END_OF_CHAIN, true);
  for (let index = 0; index < 109; index++) view.setUint32(76 + 4 * index, index === 0 ? 0 : FREE, true);
  return bytes;
}

interface EntryLinks {
  readonly child: number;
  readonly right: number;
  readonly start: number;
  readonly size: number;
}

/** MS-CFB 2.6.1; the directory is sector 1. */
function writeEntry(view: DataView, index: number, name: string, type: number, links: EntryLinks): void {
  const at = 2 * SECTOR + index * ENTRY;
  for (const [position, character] of [...name].entries())
    view.setUint16(at + 2 * position, character.charCodeAt(0), true);
  view.setUint16(at + 64, 2 * (name.length + 1), true);
  view.setUint8(at + 66, type);
  view.setUint8(at + 67, 1);
  view.setUint32(at + 68, FREE, true);
  view.setUint32(at + 72, links.right, true);
  view.setUint32(at + 76, links.child, true);
  view.setUint32(at + 116, links.start, true);
  view.setUint32(at + 120, links.size, true);
}
