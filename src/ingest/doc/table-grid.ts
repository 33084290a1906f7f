/**
 * The rows of a table as they stand → a `Table` on one grid, whose columns are the union of all rows'
 * edges; vertical merges joined to the cell above. A row whose cells have no edges makes the table
 * `ragged`. Reports what it met, with row and column.
 */
import type { Table } from '../../document/document.ts';
import type { CellDefinition, Merge, RowDefinition } from './row-definition.ts';

/** Twips (1/20 point) within which edges of different rows are one: rows of one table drift by rounding. */
const EDGE_TOLERANCE = 40;

export interface RowContent {
  /** Text of each cell, in order. */
  readonly texts: readonly string[];
  readonly definition: RowDefinition | undefined;
}

export interface GridProblem {
  readonly code: 'doc.merged-text' | 'doc.orphan-merge' | 'doc.uneven-rows' | 'doc.no-columns';
  readonly row: number;
  readonly col: number;
  readonly detail: string;
}

interface EdgedCell {
  left: number;
  right: number;
  readonly text: string;
  readonly vertical: Merge | undefined;
}

interface PlacedCell {
  row: number;
  col: number;
  rowSpan: number;
  colSpan: number;
  text: string;
}

export function rowsToTable(rows: readonly RowContent[]): { table: Table; problems: readonly GridProblem[] } {
  const problems: GridProblem[] = [];
  const edged: EdgedCell[][] = [];
  for (const [row, { texts, definition }] of rows.entries()) {
    if (definition === undefined || definition.cells.length !== texts.length) {
      const detail = `${texts.length} cells, ${definition?.cells.length ?? 'no'} of them defined`;
      return { table: toRagged(rows), problems: [{ code: 'doc.no-columns', row, col: 0, detail }] };
    }
    edged.push(toEdgedCells(definition, texts, row, problems));
  }
  const columns = unifyEdges(edged);
  return { table: place(edged, columns, problems), problems };
}

function toRagged(rows: readonly RowContent[]): Table {
  return {
    kind: 'table',
    rows: rows.length,
    cols: Math.max(...rows.map(({ texts }) => texts.length)),
    cells: rows.flatMap(({ texts }, row) =>
      texts.map((text, col) => ({ row, col, rowSpan: 1, colSpan: 1, text })),
    ),
    layout: 'ragged',
  };
}

/** One row's cells with their edges, strictly from left to right, horizontal merges joined. */
function toEdgedCells(
  { left, cells }: RowDefinition,
  texts: readonly string[],
  row: number,
  problems: GridProblem[],
): EdgedCell[] {
  const edged: EdgedCell[] = [];
  let first = 0;
  let edge = left;
  cells.forEach((cell, i) => {
    if (!isMerged(cell) || !isMerged(cells[i - 1])) first = cell.horizontal;
    const right = edge + Math.max(cell.width, 0);
    const text = texts[i]!;
    const open = edged.at(-1);
    if (open !== undefined && isMerged(cell) && isMerged(cells[i - 1]) && cell.horizontal !== first) {
      open.right = right;
      if (text.trim() !== '') problems.push({ code: 'doc.merged-text', row, col: i, detail: text });
    } else {
      edged.push({ left: edge, right, text, vertical: cell.vertical });
    }
    edge = right;
  });
  // A cell without width still is one: it gets a column of its own, to the left of what follows.
  let reached = Number.NEGATIVE_INFINITY;
  for (const cell of edged) {
    cell.left = Math.max(cell.left, reached);
    cell.right = Math.max(cell.right, cell.left + 1);
    reached = cell.right;
  }
  return edged;
}

function isMerged(cell: CellDefinition | undefined): boolean {
  return cell !== undefined && cell.horizontal !== 0;
}

/** Edge → grid line. Edges within the tolerance are one line, unless a cell lies between them. */
function unifyEdges(rows: readonly EdgedCell[][]): ReadonlyMap<number, number> {
  const edges = new Set<number>();
  const endOfNarrow = new Set<number>();
  for (const { left, right } of rows.flat()) {
    edges.add(left).add(right);
    if (right - left <= EDGE_TOLERANCE) endOfNarrow.add(right);
  }
  const lines = new Map<number, number>();
  let line = -1;
  let start = Number.NEGATIVE_INFINITY;
  for (const edge of [...edges].sort((a, b) => a - b)) {
    if (edge - start > EDGE_TOLERANCE || endOfNarrow.has(edge)) {
      line += 1;
      start = edge;
    }
    lines.set(edge, line);
  }
  return lines;
}

function place(
  rows: readonly EdgedCell[][],
  lines: ReadonlyMap<number, number>,
  problems: GridProblem[],
): Table {
  const cells: PlacedCell[] = [];
  /** Left column → the vertical merge that the row above leaves open there. */
  let open = new Map<number, PlacedCell>();
  let uneven: GridProblem | undefined;
  const ends = (row: readonly EdgedCell[]) => {
    const [left, right] = [row[0], row.at(-1)];
    return left && right ? `${lines.get(left.left)}–${lines.get(right.right)}` : '';
  };
  rows.forEach((row, index) => {
    const stillOpen = new Map<number, PlacedCell>();
    for (const { left, right, text, vertical } of row) {
      const col = lines.get(left)!;
      const colSpan = lines.get(right)! - col;
      const above = vertical === 'continue' ? open.get(col) : undefined;
      if (above !== undefined && above.colSpan === colSpan) {
        above.rowSpan += 1;
        stillOpen.set(col, above);
        if (text.trim() !== '') problems.push({ code: 'doc.merged-text', row: index, col, detail: text });
        continue;
      }
      if (vertical === 'continue') {
        problems.push({ code: 'doc.orphan-merge', row: index, col, detail: text });
      }
      const cell = { row: index, col, rowSpan: 1, colSpan, text };
      if (vertical !== undefined) stillOpen.set(col, cell);
      cells.push(cell);
    }
    open = stillOpen;
    if (index > 0 && ends(row) !== ends(rows[0]!)) {
      const detail = `columns ${ends(row)} after ${ends(rows[0]!)}`;
      uneven ??= { code: 'doc.uneven-rows', row: index, col: 0, detail };
    }
  });
  if (uneven !== undefined) problems.push(uneven);
  return {
    kind: 'table',
    rows: rows.length,
    cols: Math.max(...lines.values(), 0),
    cells,
    layout: 'grid',
  };
}
