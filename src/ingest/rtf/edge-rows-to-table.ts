/**
 * Rows whose cells are known by their edges (a distance from the margin each) → a `Table` on one grid:
 * its columns are the union of all edges, a cell spans those between its own. Cells that continue a
 * merge to the left or above are joined to it. Reports what it met, with row and column.
 */
import type { Table } from '../../document/document.ts';
import { RtfFault } from './rtf-fault.ts';

/** Twips (1/20 point): edges of different rows that are nearer are the same. No column is as narrow; hand-drawn ones miss by less. */
const TOLERANCE = 60;
/** Twips: the width given to cells of which the row does not tell it. */
const UNKNOWN_WIDTH = 1440;
/** Word allows 63; room for other writers, none for a table that fills the memory. */
const MAX_COLUMNS = 4096;

export type Merge = 'start' | 'continue' | undefined;

export interface CellEdge {
  /** The right edge, in twips. */
  readonly right: number;
  readonly horizontal: Merge;
  readonly vertical: Merge;
}

export interface EdgeRow {
  /** The left edge of the first cell, in twips. */
  readonly left: number;
  readonly edges: readonly CellEdge[];
  /** The cells' texts; may be fewer or more than the edges. */
  readonly texts: readonly string[];
}

export interface GridProblem {
  readonly code: 'rtf.merged-text' | 'rtf.orphan-merge' | 'rtf.uneven-row';
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

export function edgeRowsToTable(rows: readonly EdgeRow[]): {
  table: Table;
  problems: readonly GridProblem[];
} {
  const positions = rows.map(edgePositions);
  const { columns, count } = unionOfEdges(positions);
  if (count > MAX_COLUMNS) throw new RtfFault('rtf.too-large', `a table of ${count} columns`);
  const cells: PlacedCell[] = [];
  const problems: GridProblem[] = [];
  /** Left column → the vertical merge that the row above leaves open there. */
  let open = new Map<number, PlacedCell>();
  rows.forEach((draft, row) => {
    const cols = columns[row] ?? [];
    const stillOpen = new Map<number, PlacedCell>();
    if (draft.texts.length !== draft.edges.length) {
      const detail = `${draft.texts.length} cells, ${draft.edges.length} defined`;
      problems.push({ code: 'rtf.uneven-row', row, col: 0, detail });
    }
    for (const { cell, vertical } of placeRow(draft, cols, row, problems)) {
      const above = vertical === 'continue' ? open.get(cell.col) : undefined;
      if (above !== undefined && above.colSpan === cell.colSpan) {
        above.rowSpan += 1;
        stillOpen.set(cell.col, above);
        if (cell.text.trim() !== '') {
          problems.push({ code: 'rtf.merged-text', row, col: cell.col, detail: cell.text });
        }
        continue;
      }
      if (vertical === 'continue') {
        problems.push({ code: 'rtf.orphan-merge', row, col: cell.col, detail: cell.text });
      }
      if (vertical !== undefined) stillOpen.set(cell.col, cell);
      cells.push(cell);
    }
    open = stillOpen;
  });
  return { table: { kind: 'table', rows: rows.length, cols: count, cells, layout: 'grid' }, problems };
}

/** The edges of a row from left to right, strictly growing: first the left one, then one for each cell. */
function edgePositions({ left, edges, texts }: EdgeRow): number[] {
  const positions = [left];
  for (let index = 0; index < Math.max(edges.length, texts.length); index += 1) {
    const before = positions[index] ?? left;
    positions.push(Math.max(edges[index]?.right ?? before + UNKNOWN_WIDTH, before + 1));
  }
  return positions;
}

/** For each row the column at which each of its edges stands; two edges of one row never share one. */
function unionOfEdges(rows: readonly (readonly number[])[]): { columns: number[][]; count: number } {
  const edges = rows.flatMap((positions, row) => positions.map((at) => ({ at, row })));
  edges.sort((a, b) => a.at - b.at || a.row - b.row);
  const columns: number[][] = rows.map(() => []);
  let column = -1;
  let from = Number.NEGATIVE_INFINITY;
  for (const { at, row } of edges) {
    if (at - from > TOLERANCE || columns[row]?.at(-1) === column) {
      column += 1;
      from = at;
    }
    columns[row]?.push(column);
  }
  return { columns, count: Math.max(column, 0) };
}

/** The cells of one row with their columns, horizontal merges joined. */
function placeRow(draft: EdgeRow, cols: readonly number[], row: number, problems: GridProblem[]) {
  const placed: { cell: PlacedCell; vertical: Merge }[] = [];
  for (let index = 0; index < cols.length - 1; index += 1) {
    const col = cols[index] as number;
    const colSpan = (cols[index + 1] as number) - col;
    const text = draft.texts[index] ?? '';
    const edge = draft.edges[index];
    const left = placed.at(-1);
    if (edge?.horizontal === 'continue' && left !== undefined) {
      left.cell.colSpan += colSpan;
      if (text.trim() !== '') problems.push({ code: 'rtf.merged-text', row, col, detail: text });
    } else {
      placed.push({ cell: { row, col, rowSpan: 1, colSpan, text }, vertical: edge?.vertical });
    }
  }
  return placed;
}
