/**
 * The rows of a `w:tbl` as they stand → a `Table` on one grid: columns counted along each row from
 * `gridBefore`, `gridSpan` and `hMerge`; `vMerge` continuations joined to the cell above (ECMA-376
 * part 1, 17.4.84). Reports what it met, with row and column. Does not trust `w:tblGrid`.
 */
import type { Table } from '../../document/document.ts';
import { DocxFault } from './docx-fault.ts';

/** Grid columns of one table: Word allows 63; room for other writers, none for a row that fills the memory. */
const MAX_COLUMNS = 4096;

export type Merge = 'restart' | 'continue';

interface CellDraft {
  readonly text: string;
  /** `gridSpan`. */
  readonly span: number;
  readonly vertical: Merge | undefined;
  readonly horizontal: Merge | undefined;
}

export interface RowDraft {
  /** Grid columns left free before the first cell and after the last. */
  readonly before: number;
  readonly after: number;
  readonly cells: readonly CellDraft[];
}

export interface GridProblem {
  readonly code: 'docx.merged-text' | 'docx.orphan-merge' | 'docx.uneven-rows';
  readonly row: number;
  readonly col: number;
  readonly detail: string;
}

interface PlacedCell {
  row: number;
  col: number;
  rowSpan: number;
  colSpan: number;
  text: string;
}

export function rowsToTable(rows: readonly RowDraft[]): { table: Table; problems: readonly GridProblem[] } {
  const cells: PlacedCell[] = [];
  const problems: GridProblem[] = [];
  /** Left column → the vertical merge that the row above leaves open there. */
  let open = new Map<number, PlacedCell>();
  let cols = 0;
  let uneven: GridProblem | undefined;
  rows.forEach((draft, row) => {
    const stillOpen = new Map<number, PlacedCell>();
    const { placed, width } = placeRow(draft, row, problems);
    for (const { cell, vertical } of placed) {
      const above = vertical === 'continue' ? open.get(cell.col) : undefined;
      if (above !== undefined && above.colSpan === cell.colSpan) {
        above.rowSpan += 1;
        stillOpen.set(cell.col, above);
        if (cell.text.trim() !== '') {
          problems.push({ code: 'docx.merged-text', row, col: cell.col, detail: cell.text });
        }
        continue;
      }
      if (vertical === 'continue') {
        problems.push({ code: 'docx.orphan-merge', row, col: cell.col, detail: cell.text });
      }
      if (vertical !== undefined) stillOpen.set(cell.col, cell);
      cells.push(cell);
    }
    if (width > MAX_COLUMNS) throw new DocxFault('docx.too-large', `a table row of ${width} columns`);
    open = stillOpen;
    if (row > 0 && width !== cols) {
      uneven ??= { code: 'docx.uneven-rows', row, col: 0, detail: `${width} columns after ${cols}` };
    }
    cols = Math.max(cols, width);
  });
  if (uneven !== undefined) problems.push(uneven);
  return { table: { kind: 'table', rows: rows.length, cols, cells, layout: 'grid' }, problems };
}

/** The cells of one row with their columns, horizontal merges joined. */
function placeRow(draft: RowDraft, row: number, problems: GridProblem[]) {
  const placed: { cell: PlacedCell; vertical: Merge | undefined }[] = [];
  let col = draft.before;
  for (const { text, span, vertical, horizontal } of draft.cells) {
    const left = placed.at(-1);
    if (horizontal === 'continue' && left !== undefined) {
      left.cell.colSpan += span;
      if (text.trim() !== '') problems.push({ code: 'docx.merged-text', row, col, detail: text });
    } else {
      placed.push({ cell: { row, col, rowSpan: 1, colSpan: span, text }, vertical });
    }
    col += span;
  }
  return { placed, width: col + draft.after };
}
