/**
 * The table modifiers of a row end ([MS-DOC] 2.6.3) → the row's cells: their edges and merges. Later
 * modifiers change what `sprmTDefTable` laid down, as Word does when a user works on the table.
 */
import type { SprmReaders } from './sprms.ts';

/** [MS-DOC] 2.9.325 `TDefTableOperand`: cells of a row at most. */
const MAX_CELLS = 63;
const TC80_BYTES = 20;
const VERTICAL_CONTINUATION = 0x20;
const VERTICAL_RESTART = 0x40;

export type Merge = 'restart' | 'continue';

export interface CellDefinition {
  /** Width in twips (1/20 point). */
  readonly width: number;
  /**
   * Two bits. The two descriptions of the format give 1 and 2 opposite meanings (Word 97's: 1 first,
   * 2 merged; MS-DOC 2.9.317: 1 merged, 2 and 3 first), so the first of a run tells which is which.
   */
  readonly horizontal: number;
  readonly vertical: Merge | undefined;
}

export interface RowDefinition {
  /** Twips from the margin. */
  readonly left: number;
  readonly cells: readonly CellDefinition[];
}

export interface RowDraft {
  row: RowDefinition | undefined;
  halfGap: number;
}

type Change = (cells: CellDefinition[], operand: Buffer) => void;

export const rowReaders: SprmReaders<RowDraft> = new Map<number, (draft: RowDraft, operand: Buffer) => void>([
  // sprmTDefTable
  [
    0xd608,
    (draft, operand) => {
      draft.row = readDefinition(operand);
    },
  ],
  // sprmTDxaGapHalf
  [
    0x9602,
    (draft, operand) => {
      draft.halfGap = operand.readInt16LE(0);
    },
  ],
  // sprmTDxaLeft: where the text of the first cell begins, half a gap right of its edge.
  [
    0x9601,
    (draft, operand) => {
      if (draft.row) draft.row = { ...draft.row, left: operand.readInt16LE(0) - draft.halfGap };
    },
  ],
  // sprmTInsert: at, how many, width
  [
    0x7621,
    change((cells, operand) => {
      const count = Math.min(operand[1]!, MAX_CELLS - cells.length);
      const cell = { width: operand.readUInt16LE(2), horizontal: 0, vertical: undefined };
      if (count > 0) cells.splice(operand[0]!, 0, ...new Array<CellDefinition>(count).fill(cell));
    }),
  ],
  // sprmTDelete
  [0x5622, change((cells, operand) => cells.splice(operand[0]!, Math.max(operand[1]! - operand[0]!, 0)))],
  // sprmTDxaCol
  [0x7623, ofCells((cell, operand) => ({ ...cell, width: operand.readUInt16LE(2) }))],
  // sprmTMerge
  [0x5624, ofCells((cell, _operand, isFirst) => ({ ...cell, horizontal: isFirst ? 1 : 2 }))],
  // sprmTSplit
  [0x5625, ofCells((cell) => ({ ...cell, horizontal: 0 }))],
  // sprmTVertMerge: length, cell, 0 none, 1 continued, 3 first
  [
    0xd62b,
    change((cells, operand) => {
      const at = operand[1] ?? MAX_CELLS;
      const cell = cells[at];
      if (cell) cells[at] = { ...cell, vertical: verticalMerge((operand[2] ?? 0) << 5) };
    }),
  ],
]);

function readDefinition(operand: Buffer): RowDefinition | undefined {
  const count = operand[2] ?? 0;
  const descriptors = 3 + 2 * (count + 1);
  if (count > MAX_CELLS || descriptors > operand.length) return undefined;
  const edge = (i: number) => operand.readInt16LE(3 + 2 * i);
  const cells = Array.from({ length: count }, (_none, i) => {
    const at = descriptors + TC80_BYTES * i;
    // Descriptors may be fewer than cells; the rest are plain.
    const flags = at + 2 <= operand.length ? operand.readUInt16LE(at) : 0;
    return { width: edge(i + 1) - edge(i), horizontal: flags & 3, vertical: verticalMerge(flags) };
  });
  return { left: edge(0), cells };
}

function verticalMerge(flags: number): Merge | undefined {
  if (flags & VERTICAL_RESTART) return 'restart';
  return flags & VERTICAL_CONTINUATION ? 'continue' : undefined;
}

function change(apply: Change): (draft: RowDraft, operand: Buffer) => void {
  return (draft, operand) => {
    if (!draft.row) return;
    const cells = [...draft.row.cells];
    apply(cells, operand);
    draft.row = { ...draft.row, cells };
  };
}

/** Of cells `operand[0]` to before `operand[1]`. */
function ofCells(apply: (cell: CellDefinition, operand: Buffer, isFirst: boolean) => CellDefinition) {
  return change((cells, operand) => {
    const last = Math.min(operand[1]!, cells.length);
    for (let i = operand[0]!; i < last; i += 1) cells[i] = apply(cells[i]!, operand, i === operand[0]);
  });
}
