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
  depth: number;
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
  // sprmPIstd
  [0x4600, whole('style')],
  // sprmPFInTable, sprmPFTtp, sprmPFInnerTableCell, sprmPFInnerTtp
  [0x2416, flag('isInTable')],
  [0x2417, flag('isRowEnd')],
  [0x244b, flag('isInnerCellEnd')],
  [0x244c, flag('isInnerRowEnd')],
  // sprmPItap, sprmPDtap
  [0x6649, (draft, operand) => set(draft, 'itap', operand.readInt32LE(0))],
  [0x664a, (draft, operand) => set(draft, 'itap', draft.itap + operand.readInt32LE(0))],
  // sprmPJc80, sprmPJc
  [0x2403, (draft, operand) => set(draft, 'centered', operand[0] === 1)],
  [0x2461, (draft, operand) => set(draft, 'centered', operand[0] === 1)],
  // sprmPOutLvl
  [0x2640, (draft, operand) => set(draft, 'heading', operand[0]! < HEADINGS ? operand[0]! + 1 : 0)],
  // sprmPIlvl, sprmPIlfo
  [0x260a, (draft, operand) => set(draft, 'level', operand[0]!)],
  [0x460b, whole('list')],
  // sprmPHugePapx, its older code, and sprmPTableProps
  [0x6645, (draft, operand) => void draft.elsewhere.push(operand.readUInt32LE(0))],
  [0x6646, (draft, operand) => void draft.elsewhere.push(operand.readUInt32LE(0))],
  [0x646b, (draft, operand) => void draft.elsewhere.push(operand.readUInt32LE(0))],
]);

/** `inherited` is what the paragraph's style gives; `lists` are applied one after the other. */
export function readParagraphProperties(
  inherited: ParagraphProperties,
  lists: readonly Buffer[],
  data: Buffer,
): ParagraphProperties {
  // Field by field: a spread costs ten times as much, and a table has a paragraph for each cell.
  const draft: Draft = {
    style: inherited.style,
    depth: 0,
    isRowEnd: false,
    isInnerCellEnd: false,
    isInnerRowEnd: false,
    row: undefined,
    centered: inherited.centered,
    heading: inherited.heading,
    list: inherited.list,
    level: inherited.level,
    isInTable: false,
    itap: 0,
    halfGap: 0,
    elsewhere: [],
  };
  for (const grpprl of lists) {
    if (grpprl.length === 0) continue;
    applySprms(grpprl, readers, draft);
    // What stands in the `Data` stream names no further places there (2.6.2 `sprmPHugePapx`).
    for (const offset of draft.elsewhere.splice(0)) {
      applySprms(part(data, offset + 2, u16(data, offset)), readers, draft);
    }
  }
  // Word 97 knows no depth: in a table is depth 1.
  draft.depth = draft.isInTable ? Math.min(Math.max(draft.itap, 1), MAX_DEPTH) : 0;
  return draft;
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

type KeyOf<V> = { [Key in keyof Draft]: Draft[Key] extends V ? Key : never }[keyof Draft];

function set<Key extends keyof Draft>(draft: Draft, key: Key, value: Draft[Key]): void {
  draft[key] = value;
}

function flag(key: KeyOf<boolean>): Reader {
  return (draft, operand) => set(draft, key, operand[0] !== 0);
}

function whole(key: KeyOf<number>): Reader {
  return (draft, operand) => set(draft, key, operand.readUInt16LE(0));
}
