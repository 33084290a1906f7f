/** Small Word 97 files for tests: paragraphs with their modifiers, one page of formatting for each. */
import CFB from 'cfb';

export interface ParagraphParts {
  /** With its mark at the end. */
  readonly text: string;
  readonly sprms?: readonly Buffer[];
  readonly style?: number;
}

interface Run {
  readonly from: number;
  readonly to: number;
  readonly sprms: readonly Buffer[];
}

export interface DocOptions {
  readonly runs?: readonly Run[];
  /** One byte a character, as they stand in Latin-1. */
  readonly isCompressed?: boolean;
  readonly language?: number;
  /** Goes into the `Data` stream. */
  readonly data?: Buffer;
  readonly ident?: number;
  readonly version?: number;
  readonly flags?: number;
  /** Cuts the text into pieces of so many characters, stored last first as after a fast save. */
  readonly pieceLength?: number;
}

const TEXT_AT = 0x600;
const PAGE = 512;

/** A modifier: its code and the bytes of its operand. */
export function sprm(code: number, ...operand: readonly number[]): Buffer {
  return Buffer.from([code & 0xff, code >> 8, ...operand.map((byte) => byte & 0xff)]);
}

export const short = (value: number): [number, number] => [value & 0xff, (value >> 8) & 0xff];
const long = (value: number): number[] => [...short(value & 0xffff), ...short(value >>> 16)];

export const IN_TABLE = sprm(0x2416, 1);
const ROW_END = sprm(0x2417, 1);
export const depth = (value: number) => sprm(0x6649, ...long(value));

/** Flags of a cell, [MS-DOC] 2.9.317. */
export const MERGE = { none: 0, down: 0x60, goesOn: 0x20 };

/** `sprmTDefTable`: edges in twips, and the flags of each cell. */
export function tableDefinition(edges: readonly number[], flags: readonly number[] = []): Buffer {
  const cells = Array.from({ length: edges.length - 1 }, (_none, i) => [
    ...short(flags[i] ?? 0),
    ...new Array<number>(18).fill(0),
  ]);
  const body = [edges.length - 1, ...edges.flatMap(short), ...cells.flat()];
  return sprm(0xd608, ...short(body.length + 1), ...body);
}

export const p = (text: string, ...sprms: readonly Buffer[]): ParagraphParts => ({
  text: `${text}\r`,
  sprms,
});

/** Paragraphs of a row: its cells, then its end with the table's modifiers. */
export function row(texts: readonly string[], ...sprms: readonly Buffer[]): ParagraphParts[] {
  return [
    ...texts.map((text) => ({ text: `${text}\x07`, sprms: [IN_TABLE] })),
    { text: '\x07', sprms: [IN_TABLE, ROW_END, ...sprms] },
  ];
}

export function doc(paragraphs: readonly ParagraphParts[], options: DocOptions = {}): Uint8Array {
  const { runs = [], isCompressed = false, data, language = 0x0804 } = options;
  const text = paragraphs.map((one) => one.text).join('');
  const width = isCompressed ? 1 : 2;
  const { pieceLength = text.length } = options;
  const starts = Array.from({ length: Math.ceil(text.length / pieceLength) }, (_none, i) => i * pieceLength);
  // With more pieces than one, the last stands first in the stream.
  const at = new Map<number, number>();
  let byte = TEXT_AT;
  for (const start of starts.toReversed()) {
    at.set(start, byte);
    byte += width * (Math.min(start + pieceLength, text.length) - start);
  }
  const position = (character: number) => {
    const start = character - (character % pieceLength);
    return at.get(start)! + width * (character - start);
  };
  const stored = starts
    .toReversed()
    .map((start) => Buffer.from(text.slice(start, start + pieceLength), isCompressed ? 'latin1' : 'utf16le'));

  const pages: Buffer[] = [];
  const firstPage = Math.ceil(byte / PAGE);
  const bins = (entries: readonly { from: number; to: number; page: Buffer }[]) => {
    const sorted = entries.toSorted((a, b) => a.from - b.from);
    const numbers = sorted.map(({ page }) => firstPage + pages.push(page) - 1);
    const last = sorted.at(-1)?.to ?? 0;
    return Buffer.from([
      ...sorted.flatMap(({ from }) => long(from)),
      ...long(last),
      ...numbers.flatMap(long),
    ]);
  };
  let character = 0;
  const paragraphBins = bins(
    paragraphs.map(({ text: { length }, sprms = [], style = 0 }) => {
      character += length;
      // The mark is what carries the properties.
      const from = position(character - 1);
      return { from, to: from + width, page: paragraphPage(from, from + width, style, Buffer.concat(sprms)) };
    }),
  );
  const characterBins = bins(
    runs.map(({ from, to, sprms }) => {
      const [first, last] = [position(from), position(to - 1) + width];
      return { from: first, to: last, page: characterPage(first, last, Buffer.concat(sprms)) };
    }),
  );
  const pieces = Buffer.from([
    ...starts.flatMap(long),
    ...long(text.length),
    ...starts.flatMap((start) => {
      const offset = at.get(start)!;
      return [0, 0, ...long(isCompressed ? 0x4000_0000 + 2 * offset : offset), 0, 0];
    }),
  ]);
  const clx = Buffer.from([2, ...long(pieces.length), ...pieces]);
  const word = Buffer.alloc((firstPage + pages.length) * PAGE);
  word.writeUInt16LE(options.ident ?? 0xa5ec, 0);
  word.writeUInt16LE(options.version ?? 0x00c1, 2);
  word.writeUInt16LE(language, 6);
  word.writeUInt16LE(0x0200 | (options.flags ?? 0), 0x0a);
  word.writeInt32LE(text.length, 0x4c);
  let offset = 0;
  const structures: readonly (readonly [number, Buffer])[] = [
    [0x0fa, characterBins],
    [0x102, paragraphBins],
    [0x1a2, clx],
  ];
  for (const [field, { length }] of structures) {
    word.writeUInt32LE(offset, field);
    word.writeUInt32LE(length, field + 4);
    offset += length;
  }
  Buffer.concat(stored).copy(word, TEXT_AT);
  pages.forEach((page, i) => {
    page.copy(word, (firstPage + i) * PAGE);
  });
  const container = CFB.utils.cfb_new();
  CFB.utils.cfb_add(container, '/WordDocument', word);
  CFB.utils.cfb_add(container, '/1Table', Buffer.concat(structures.map(([, bytes]) => bytes)));
  if (data) CFB.utils.cfb_add(container, '/Data', data);
  return new Uint8Array(CFB.write(container, { type: 'buffer' }));
}

/** What `sprmPHugePapx` points to: its length, then the modifiers. */
export function elsewhere(...sprms: readonly Buffer[]): Buffer {
  const grpprl = Buffer.concat(sprms);
  return Buffer.concat([Buffer.from(short(grpprl.length)), grpprl]);
}

function paragraphPage(from: number, to: number, style: number, grpprl: Buffer): Buffer {
  const page = newPage(from, to);
  const body = Buffer.concat([Buffer.from(short(style)), grpprl]);
  const isOdd = body.length % 2 === 1;
  const start = 40;
  page[8] = start / 2;
  if (isOdd) {
    page[start] = (body.length + 1) / 2;
    body.copy(page, start + 1);
  } else {
    page[start + 1] = body.length / 2;
    body.copy(page, start + 2);
  }
  return page;
}

function characterPage(from: number, to: number, grpprl: Buffer): Buffer {
  const page = newPage(from, to);
  page[8] = 20;
  page[40] = grpprl.length;
  grpprl.copy(page, 41);
  return page;
}

function newPage(from: number, to: number): Buffer {
  const page = Buffer.alloc(PAGE);
  page.writeUInt32LE(from, 0);
  page.writeUInt32LE(to, 4);
  page[PAGE - 1] = 1;
  return page;
}
