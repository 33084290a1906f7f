/**
 * The corpus's own model of a printed table and of a page's blocks, and what happens to tables on their
 * way to paper: cut in pieces, stacked, widened. Not the reader's model: the truth must not lean on it.
 */
import type { Printed } from './printing.ts';

export interface GridCell {
  readonly text: string;
  readonly rowSpan: number;
  readonly colSpan: number;
  /** Set on a cell that prints a fact. */
  readonly fact?: { readonly id: string } & Printed;
  /** Set on header cells, for formats that tell them apart. */
  readonly head?: boolean;
  /** One character a line. */
  readonly vertical?: boolean;
}

/** Each row lists the cells that start in it, from left to right. */
export interface Grid {
  readonly cols: number;
  readonly rows: readonly (readonly GridCell[])[];
  /** Relative widths of the columns, for formats that draw. */
  readonly widths: readonly number[];
}

export interface PlacedCell extends GridCell {
  readonly row: number;
  readonly col: number;
}

export type SourceBlock =
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string; readonly level: 1 | 2 }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'signature'; readonly text: string }
  | { readonly kind: 'table'; readonly grid: Grid };

export function label(text: string, rowSpan = 1, colSpan = 1): GridCell {
  return { text, rowSpan, colSpan };
}

export function head(text: string, rowSpan = 1, colSpan = 1): GridCell {
  return { text, rowSpan, colSpan, head: true };
}

/** Every cell with its row and column. Throws where the rows of the grid do not add up to its width. */
export function placeCells(grid: Grid): readonly PlacedCell[] {
  const taken = grid.rows.map(() => new Array<boolean>(grid.cols).fill(false));
  const placed: PlacedCell[] = [];
  for (const [row, cells] of grid.rows.entries()) {
    for (const cell of cells) {
      const col = taken[row]!.indexOf(false);
      if (col < 0 || col + cell.colSpan > grid.cols)
        throw new Error(`row ${row} is too wide at “${cell.text}”`);
      placed.push({ ...cell, row, col });
      for (const line of taken.slice(row, row + cell.rowSpan)) line.fill(true, col, col + cell.colSpan);
    }
  }
  const hole = taken.findIndex((line) => line.includes(false));
  if (hole >= 0) throw new Error(`row ${hole} is too narrow`);
  return placed;
}

/** The way back: placed cells to rows. */
function gridOf(cells: readonly PlacedCell[], rows: number, like: Grid): Grid {
  const lines = Array.from({ length: rows }, (_, row) =>
    cells
      .filter((cell) => cell.row === row)
      .sort((a, b) => a.col - b.col)
      .map(({ row: _row, col: _col, ...cell }) => cell),
  );
  return { ...like, rows: lines };
}

/**
 * Cuts a table before each of the rows in `at`. A label that spans a cut stands in the first piece; the
 * next has an empty cell in its place. `repeatHeader` rows from the top are printed again on each piece.
 */
export function splitGrid(grid: Grid, at: readonly number[], repeatHeader = 0): readonly Grid[] {
  const cells = placeCells(grid);
  const header = cells.filter((cell) => cell.row < repeatHeader);
  const edges = [0, ...at, grid.rows.length];
  return edges.slice(1).map((end, index) => {
    const start = edges[index]!;
    const offset = index === 0 ? 0 : repeatHeader;
    const piece = cells
      .flatMap((cell) => cutCell(cell, start, end))
      .map((cell) => ({ ...cell, row: cell.row + offset }));
    return gridOf(index === 0 ? piece : [...header, ...piece], end - start + offset, grid);
  });
}

function cutCell(cell: PlacedCell, start: number, end: number): readonly PlacedCell[] {
  const from = Math.max(cell.row, start);
  const to = Math.min(cell.row + cell.rowSpan, end);
  if (from >= to) return [];
  return [{ ...cell, text: cell.row < start ? '' : cell.text, row: from - start, rowSpan: to - from }];
}

/** The same table on a finer grid: column `i` becomes `parts[i]` columns. */
export function widen(grid: Grid, parts: readonly number[]): Grid {
  const starts = parts.map((_, index) => parts.slice(0, index).reduce((sum, part) => sum + part, 0));
  const cols = parts.reduce((sum, part) => sum + part, 0);
  const cells = placeCells(grid).map((cell) => ({
    ...cell,
    col: starts[cell.col]!,
    colSpan: parts.slice(cell.col, cell.col + cell.colSpan).reduce((sum, part) => sum + part, 0),
  }));
  return { ...gridOf(cells, grid.rows.length, grid), cols, widths: new Array<number>(cols).fill(1) };
}

/** Tables of one width under each other as one table. */
export function stack(grids: readonly Grid[]): Grid {
  return { ...grids[0]!, rows: grids.flatMap((grid) => grid.rows) };
}
