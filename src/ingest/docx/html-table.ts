/**
 * Rows of cells with `rowspan` and `colspan`, as HTML writes them → a `Table`: each cell goes to the
 * first place in its row where it is free of the cells above. No two cells overlap.
 */
import type { Cell, Table } from '../../document/document.ts';

export interface SpannedCell {
  readonly text: string;
  readonly rowSpan: number;
  readonly colSpan: number;
}

export function spannedRowsToTable(rows: readonly (readonly SpannedCell[])[]): Table {
  const cells: Cell[] = [];
  /** For each column, the first row that is free again. */
  const freeFrom: number[] = [];
  rows.forEach((spanned, row) => {
    let col = 0;
    for (const { text, rowSpan, colSpan } of spanned) {
      while (!isFree(freeFrom, row, col, colSpan)) col += 1;
      const rowsLeft = Math.min(rowSpan, rows.length - row);
      cells.push({ row, col, rowSpan: rowsLeft, colSpan, text });
      for (let at = col; at < col + colSpan; at += 1) freeFrom[at] = row + rowsLeft;
      col += colSpan;
    }
  });
  return { kind: 'table', rows: rows.length, cols: freeFrom.length, cells, layout: 'grid' };
}

function isFree(freeFrom: readonly number[], row: number, col: number, colSpan: number): boolean {
  for (let at = col; at < col + colSpan; at += 1) {
    if ((freeFrom[at] ?? 0) > row) return false;
  }
  return true;
}
