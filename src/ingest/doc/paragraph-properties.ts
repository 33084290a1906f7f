/**
 * The modifiers of a paragraph ([MS-DOC] 2.6.2) → what the body reader asks of it: its place in
 * tables, the row that it ends, heading, alignment, list. Modifiers that stand in the `Data` stream
 * are fetched from there.
 */
import { part, u16 } from './bytes.ts';
import { type RowDefinition, type RowDraft, rowReaders } from './row-definition.ts';
import { applySprms, type SprmReaders } from './sprms.ts';

/** Tables within tables: Word's own interface stops far below. */
const MAX_DEPTH = 32;
/** 2.6.2 `sprmPOutLvl`: levels 0–8 are headings, 9 is text. */
const HEADINGS = 9;

export interface ParagraphProperties {
  /** Index of the style. */
  readonly style: number;
  /** Tables around the paragraph; 0 in the text. */
  readonly depth: number;
  /** Ends a row of the outermost table. */
  readonly isRowEnd: boolean;
  readonly isInnerCellEnd: boolean;
  readonly isInnerRowEnd: boolean;
  readonly row: RowDefinition | undefined;
  readonly centered: boolean;
  /** 1–9; 0: text. */
  readonly heading: number;
  /** Index of the list from 1; 0: none. */
  readonly list: number;
  /** From 0. */
  readonly level: number;
}

interface Draft extends RowDraft {
  style: number;
  isInTable: boolean;
  itap: number;
  isRowEnd: boolean;
  isInnerCellEnd: boolean;
  isInnerRowEnd: boolean;
  centered: boolean;
  heading: number;
  list: number;
  level: number;
  /** Offsets in the `Data` stream that were named. */
  elsewhere: number[];
}

type Reader = (draft: Draft, operand: Buffer) => void;

const readers: SprmReaders<Draft> = new Map<number, Reader>([
  ...(rowReaders as ReadonlyMap<number, Reader>),
  [
    0x4600,
    (draft, operand) => {
      draft.style = operand.readUInt16LE(0);
    },
  ],
  [
    0x2416,
    (draft, operand) => {
      draft.isInTable = operand[0] !== 0;
    },
  ],
  [
    0x2417,
    (draft, operand) => {
      draft.isRowEnd = operand[0] !== 0;
    },
  ],
  [
    0x6649,
    (draft, operand) => {
      draft.itap = operand.readInt32LE(0);
    },
  ],
  [
    0x664a,
    (draft, operand) => {
      draft.itap += operand.readInt32LE(0);
    },
  ],
  [
    0x244b,
    (draft, operand) => {
      draft.isInnerCellEnd = operand[0] !== 0;
    },
  ],
  [
    0x244c,
    (draft, operand) => {
      draft.isInnerRowEnd = operand[0] !== 0;
    },
  ],
  [
    0x2403,
    (draft, operand) => {
      draft.centered = operand[0] === 1;
    },
  ],
  [
    0x2461,
    (draft, operand) => {
      draft.centered = operand[0] === 1;
    },
  ],
  [
    0x2640,
    (draft, operand) => {
      draft.heading = operand[0]! < HEADINGS ? operand[0]! + 1 : 0;
    },
  ],
  [
    0x260a,
    (draft, operand) => {
      draft.level = operand[0]!;
    },
  ],
  [
    0x460b,
    (draft, operand) => {
      draft.list = operand.readUInt16LE(0);
    },
  ],
  // sprmPHugePapx, its older code, and sprmPTableProps
  [
    0x6645,
    (draft, operand) => {
      draft.elsewhere.push(operand.readUInt32LE(0));
    },
  ],
  [
    0x6646,
    (draft, operand) => {
      draft.elsewhere.push(operand.readUInt32LE(0));
    },
  ],
  [
    0x646b,
    (draft, operand) => {
      draft.elsewhere.push(operand.readUInt32LE(0));
    },
  ],
]);

/** `inherited` is what the paragraph's style gives; `lists` are applied one after the other. */
export function readParagraphProperties(
  inherited: ParagraphProperties,
  lists: readonly Buffer[],
  data: Buffer,
): ParagraphProperties {
  const draft: Draft = { ...inherited, isInTable: false, itap: 0, halfGap: 0, elsewhere: [] };
  for (const grpprl of lists) {
    applySprms(grpprl, readers, draft);
    // What stands in the `Data` stream names no further places there (2.6.2 `sprmPHugePapx`).
    for (const offset of draft.elsewhere.splice(0)) {
      applySprms(part(data, offset + 2, u16(data, offset)), readers, draft);
    }
  }
  const { style, isRowEnd, isInnerCellEnd, isInnerRowEnd, row, centered, heading, list, level } = draft;
  // Word 97 knows no depth: in a table is depth 1.
  const depth = draft.isInTable ? Math.min(Math.max(draft.itap, 1), MAX_DEPTH) : 0;
  return {
    style,
    depth,
    isRowEnd,
    isInnerCellEnd,
    isInnerRowEnd,
    row,
    centered,
    heading,
    list,
    level,
  };
}

/** Styles 1–9 are the headings of Word itself, whatever their names (2.9.271, fixed-index styles). */
export function plainParagraph(style: number): ParagraphProperties {
  return {
    style,
    depth: 0,
    isRowEnd: false,
    isInnerCellEnd: false,
    isInnerRowEnd: false,
    row: undefined,
    centered: false,
    heading: style >= 1 && style <= HEADINGS ? style : 0,
    list: 0,
    level: 0,
  };
}
