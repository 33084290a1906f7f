/**
 * The head of the `WordDocument` stream → what the reader needs of it ([MS-DOC] 2.5 `Fib`). Refuses
 * what cannot be read: encrypted files, and those of Word 6 and 95, which have no table stream.
 */
import { i32, u16, u32 } from './bytes.ts';
import { DocFault } from './doc-fault.ts';

/** [MS-DOC] 2.5.2: `wIdent` of Word 97 and later. */
const WORD_97 = 0xa5ec;
/** `wIdent` of Word 2 to 95. */
const OLDER_WORD = new Set([0xa5dc, 0xa59b, 0xa59c, 0xa5db]);
/** Lowest `nFib` of Word 97: 0x00C1, and by 2.5.15 in some files 0x00C0. */
const FIRST_NFIB = 0x00c0;
/** Where `FibRgFcLcb97` begins, where `FibRgW97` and `FibRgLw97` have their usual length. */
const POSITIONS = 0x9a;
const ENCRYPTED = 0x0100;
const TABLE_1 = 0x0200;

/** A structure in the table stream. */
export interface Extent {
  readonly offset: number;
  readonly length: number;
}

export interface Fib {
  readonly tableStream: '0Table' | '1Table';
  /** Languages (LCID) of the text as a whole and of its East Asian characters. */
  readonly languages: readonly number[];
  /** Characters of the main text; it stands first. */
  readonly mainCharacters: number;
  /** Characters of the stories that are not read. */
  readonly leftOut: { readonly footnotes: number; readonly endnotes: number; readonly textBoxes: number };
  readonly styles: Extent;
  readonly characterPages: Extent;
  readonly paragraphPages: Extent;
  readonly pieces: Extent;
  readonly lists: Extent;
  readonly listOverrides: Extent;
}

export function readFib(word: Buffer): Fib {
  const ident = u16(word, 0);
  const version = u16(word, 2);
  if (OLDER_WORD.has(ident) || (ident === WORD_97 && version < FIRST_NFIB)) {
    throw new DocFault('doc.old-word', `the file is of a Word older than Word 97 (nFib ${version})`);
  }
  if (ident !== WORD_97) throw new DocFault('doc.damaged', 'the head of the Word document is not one');
  const flags = u16(word, 0x0a);
  if (flags & ENCRYPTED) throw new DocFault('doc.encrypted', 'the document is encrypted with a password');
  const extent = (index: number): Extent => ({
    offset: u32(word, POSITIONS + 8 * index),
    length: u32(word, POSITIONS + 8 * index + 4),
  });
  return {
    tableStream: flags & TABLE_1 ? '1Table' : '0Table',
    languages: [u16(word, 0x06), u16(word, 0x3c)],
    mainCharacters: i32(word, 0x4c),
    leftOut: { footnotes: i32(word, 0x50), endnotes: i32(word, 0x60), textBoxes: i32(word, 0x64) },
    styles: extent(1),
    characterPages: extent(12),
    paragraphPages: extent(13),
    pieces: extent(33),
    lists: extent(73),
    listOverrides: extent(74),
  };
}
