/**
 * Rows of cells with spans in, cells with their place in the grid out, after the algorithm for forming a
 * table (HTML, 4.9.12.1). Where the markup makes two cells overlap, which browsers paint over each other, the
 * later cell keeps its column and is cut short; row spans end with their row group, and the column span of a
 * cell that has its row to itself with the columns of the other rows.
 */

export interface SpanCell {
  /** 0: down to the end of the row group. */
  readonly rowSpan: number;
  readonly colSpan: number;
}

interface Placed<C> {
  readonly cell: C;
  readonly row: number;
  readonly col: number;
  readonly rowSpan: number;
  readonly colSpan: number;
}

export interface PlacedCells<C> {
  readonly rows: number;
  readonly cols: number;
  readonly cells: readonly Placed<C>[];
}

/** Columns: the standard's bound for one span, taken for the whole grid; more is a fault or an attack. */
const MAX_COLS = 1000;

/** Places the cells of the row groups (thead, tbody …, tfoot, in the order shown), row by row. */
export function placeCells<C extends SpanCell>(
  groups: readonly (readonly (readonly C[])[])[],
): PlacedCells<C> {
  const cells: Placed<C>[] = [];
  /** By column: the row from which it is free again. */
  const freeFrom: number[] = [];
  let row = 0;
  let cols = 0;
  for (const group of groups) {
    const end = row + group.length;
    for (const line of group) {
      let col = 0;
      for (const cell of line) {
        while ((freeFrom[col] ?? 0) > row) col++;
        if (col >= MAX_COLS) break;
        const wanted = Math.min(cell.colSpan, MAX_COLS - col);
        let colSpan = 1;
        while (colSpan < wanted && (freeFrom[col + colSpan] ?? 0) <= row) colSpan++;
        const rowSpan = cell.rowSpan === 0 ? end - row : Math.min(cell.rowSpan, end - row);
        cells.push({ cell, row, col, rowSpan, colSpan });
        for (let i = col; i < col + colSpan; i++) freeFrom[i] = row + rowSpan;
        cols = Math.max(cols, col + wanted);
        col += wanted;
      }
      row++;
    }
  }
  return withoutEmptyColumns({ rows: row, cols, cells });
}

/**
 * Editors write `colspan="100"` for “the whole width”. Columns that only cells with a row of their own reach are
 * shown with no width: they are no columns of the table.
 */
function withoutEmptyColumns<C>(placed: PlacedCells<C>): PlacedCells<C> {
  const inRow = new Map<number, number>();
  for (const { row } of placed.cells) inRow.set(row, (inRow.get(row) ?? 0) + 1);
  const isAlone = ({ row, col, rowSpan }: Placed<C>): boolean =>
    inRow.get(row) === 1 && col === 0 && rowSpan === 1;
  const shared = placed.cells.filter((cell) => !isAlone(cell));
  const cols = shared.reduce((most, { col, colSpan }) => Math.max(most, col + colSpan), 0);
  if (cols === 0 || cols >= placed.cols) return placed;
  const cells = placed.cells.map((cell) => ({ ...cell, colSpan: Math.min(cell.colSpan, cols - cell.col) }));
  return { rows: placed.rows, cols, cells };
}
