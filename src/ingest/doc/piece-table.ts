/**
 * The piece table ([MS-DOC] 2.9.38 `Clx`) → the pieces of the text in reading order: which characters
 * stand where in the `WordDocument` stream, in which encoding, and with which later changes of
 * properties. Decodes nothing. A fast-saved file is one with many pieces.
 */
import { i32, part, u8, u16, u32 } from './bytes.ts';
import { DocFault } from './doc-fault.ts';
import type { Extent } from './fib.ts';

/** Text characters of one document: two hundred times the longest report. */
const MAX_CHARACTERS = 20_000_000;
const PRC = 0x01;
const PCDT = 0x02;
/** [MS-DOC] 2.9.73 `FcCompressed`: one byte a character, at half the position. */
const COMPRESSED = 0x4000_0000;
const NOTHING = Buffer.alloc(0);

/**
 * Single property changes that a piece may carry instead of a list ([MS-DOC] 2.9.215 `Prm0`), for the
 * properties that we read: index of the change → its sprm.
 */
const SINGLE_CHANGES: ReadonlyMap<number, number> = new Map([
  [0x05, 0x2403],
  [0x18, 0x2416],
  [0x19, 0x2417],
  [0x41, 0x0800],
  [0x5c, 0x083c],
]);

export interface Piece {
  /** Characters `from` to before `to` of the document. */
  readonly from: number;
  readonly to: number;
  /** Byte of the first one in the `WordDocument` stream. */
  readonly offset: number;
  readonly bytesPerCharacter: 1 | 2;
  /** Property modifiers that come after those of the paragraph and the run; mostly empty. */
  readonly changes: Buffer;
}

/** The pieces of the first `characters` characters, without gaps. */
export function readPieces(table: Buffer, { offset, length }: Extent, characters: number): Piece[] {
  if (characters > MAX_CHARACTERS) {
    throw new DocFault('doc.too-large', `the document says that it has ${characters} characters`);
  }
  const clx = part(table, offset, length);
  const lists: Buffer[] = [];
  let at = 0;
  while (u8(clx, at) === PRC) {
    const size = u16(clx, at + 1);
    lists.push(part(clx, at + 3, size));
    at += 3 + size;
  }
  if (u8(clx, at) !== PCDT) throw new DocFault('doc.damaged', 'the file has no piece table');
  const plc = part(clx, at + 5, u32(clx, at + 1));
  const count = Math.floor((plc.length - 4) / 12);
  const pieces: Piece[] = [];
  let reached = 0;
  for (let i = 0; i < count && reached < characters; i += 1) {
    const from = i32(plc, 4 * i);
    const to = i32(plc, 4 * i + 4);
    if (from !== reached || to < from) throw new DocFault('doc.damaged', 'the piece table has a gap');
    const descriptor = 4 * (count + 1) + 8 * i;
    const position = u32(plc, descriptor + 2);
    const isCompressed = (position & COMPRESSED) !== 0;
    const start = position & (COMPRESSED - 1);
    reached = Math.min(to, characters);
    if (reached === from) continue;
    pieces.push({
      from,
      to: reached,
      offset: isCompressed ? start >> 1 : start,
      bytesPerCharacter: isCompressed ? 1 : 2,
      changes: changesOf(u16(plc, descriptor + 6), lists),
    });
  }
  if (reached < characters) throw new DocFault('doc.damaged', 'the piece table ends before the text');
  return pieces;
}

/** The piece that holds a character. */
export function pieceAt(pieces: readonly Piece[], character: number): Piece {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (pieces[middle]!.from <= character) low = middle;
    else high = middle - 1;
  }
  return pieces[low]!;
}

/** [MS-DOC] 2.9.214 `Prm`. */
function changesOf(prm: number, lists: readonly Buffer[]): Buffer {
  if (prm === 0) return NOTHING;
  if (prm & 1) return lists[prm >> 1] ?? NOTHING;
  const sprm = SINGLE_CHANGES.get((prm >> 1) & 0x7f);
  return sprm === undefined ? NOTHING : Buffer.from([sprm & 0xff, sprm >> 8, prm >> 8]);
}
