/**
 * Takes two tables, the second at the top of the page after the first, and gives one table where they are parts
 * of one: columns unite, a repeated header goes, merged label cells and cut rows are healed where the drawing
 * shows that the page cut them; each cell keeps its own page and box.
 */
import type { PdfCell, PdfTable, TableDoubt } from './page-tables.ts';

/** Points: edges this far apart on two pages are one column edge. */
const SAME_EDGE = 4;
/** A text that holds a figure, or a mark in place of one. */
const VALUE = /^[+\-−]?[\d０-９][\d０-９.,，．\s]*[%％]?$|^[/\-—－无]$/u;
/** How the labels of new rows begin: 一、 （一） 1. */
const NEW_ITEM =
  /^\s*(?:[一二三四五六七八九十]+\s*、|[（(]\s*[一二三四五六七八九十\d]+\s*[）)]|\d+\s*[.．、])/u;

/** Null where the second is a table of its own. */
export function joinTables(first: PdfTable, second: PdfTable): PdfTable | null {
  const moved = alignColumns(first, second);
  if (moved === null) return null;
  const xs = unitedEdges(first.xs, moved);
  const head = recolumned(first.cells, first.xs, xs);
  const repeated = repeatedRows(head, recolumned(second.cells, moved, xs));
  const tail = recolumned(second.cells, moved, xs)
    .filter((cell) => cell.row >= repeated)
    .map((cell) => ({ ...cell, row: cell.row - repeated }));
  const rest = { rows: second.rows - repeated, cells: tail };
  const shifted = second.doubts.map((doubt) => ({
    ...doubt,
    ...(doubt.row === undefined ? {} : { row: doubt.row - repeated }),
  }));
  const { cells, rows, doubts } = heal({ rows: first.rows, cells: head }, rest, shifted);
  return { page: first.page, box: first.box, xs, rows, cells, doubts: [...first.doubts, ...doubts] };
}

interface Part {
  readonly rows: number;
  readonly cells: readonly PdfCell[];
}

/** The second table's edges in the first one's frame (margins may be mirrored); null where the columns disagree. */
function alignColumns(first: PdfTable, second: PdfTable): number[] | null {
  const shift = first.xs[0]! - second.xs[0]!;
  const moved = second.xs.map((x) => x + shift);
  if (Math.abs(moved.at(-1)! - first.xs.at(-1)!) > SAME_EDGE) return null;
  const shared = moved
    .slice(1, -1)
    .filter((x) => first.xs.slice(1, -1).some((other) => near(x, other))).length;
  const simple = Math.min(moved.length, first.xs.length) <= 3;
  return shared > 0 || simple ? moved : null;
}

function unitedEdges(a: readonly number[], b: readonly number[]): number[] {
  return [...a, ...b.filter((x) => !a.some((other) => near(x, other)))].sort((x, y) => x - y);
}

function recolumned(cells: readonly PdfCell[], from: readonly number[], to: readonly number[]): PdfCell[] {
  const index = from.map((x) => nearest(to, x));
  return cells.map((cell) => {
    const col = index[cell.col]!;
    return { ...cell, col, colSpan: index[cell.col + cell.colSpan]! - col };
  });
}

function nearest(edges: readonly number[], at: number): number {
  let best = 0;
  for (let i = 1; i < edges.length; i += 1) {
    if (Math.abs(edges[i]! - at) < Math.abs(edges[best]! - at)) best = i;
  }
  return best;
}

/** How many of the second part's first rows say the same as the first part's first rows, and no figures. */
function repeatedRows(head: readonly PdfCell[], tail: readonly PdfCell[]): number {
  const shape = (cells: readonly PdfCell[], row: number) =>
    cells
      .filter((cell) => cell.row === row)
      .map((cell) => [cell.col, cell.colSpan, cell.rowSpan, cell.text.replace(/\s/g, '')].join('|'))
      .join('\n');
  const isHeader = (row: number) => {
    const texts = tail.filter((cell) => cell.row === row).map((cell) => cell.text);
    return texts.some((text) => text !== '') && !texts.some((text) => VALUE.test(text));
  };
  let count = 0;
  while (isHeader(count) && shape(head, count) === shape(tail, count)) count += 1;
  // A header cell that spans into rows that are not repeated shows that these rows are no header.
  return tail.some((cell) => cell.row < count && cell.row + cell.rowSpan > count) ? 0 : count;
}

function heal(
  first: Part,
  second: Part,
  doubts: readonly TableDoubt[],
): Part & { doubts: readonly TableDoubt[] } {
  const cut = isCutRow(first, second);
  const offset = first.rows - (cut ? 1 : 0);
  const below = second.cells.map((cell) => ({ ...cell, row: cell.row + offset }));
  const cells = [...first.cells];
  const kept: PdfCell[] = [];
  for (const cell of below) {
    const i = cells.findIndex((upper) => continues(upper, cell, first.rows, offset, cut));
    if (i < 0) {
      kept.push(cell);
      continue;
    }
    const upper = cells[i]!;
    const text = [upper.text, cell.text].filter((part) => part !== '').join('\n');
    cells[i] = { ...upper, text, rowSpan: cell.row + cell.rowSpan - upper.row, openBottom: cell.openBottom };
  }
  const moved = doubts.map((doubt) =>
    doubt.row === undefined ? doubt : { ...doubt, row: doubt.row + offset },
  );
  const healed: TableDoubt[] = cut ? [{ code: 'pdf.row-cut', row: offset }] : [];
  return {
    rows: offset + second.rows,
    cells: [...cells, ...kept].sort((a, b) => a.row - b.row || a.col - b.col),
    doubts: [...healed, ...moved],
  };
}

/**
 * The page cut a row in two: no rule closes it below, none opens it above, one of the parts alone has values and
 * the lower one does not begin a new item.
 */
function isCutRow(first: Part, second: Part): boolean {
  const upper = first.cells.filter((cell) => cell.row + cell.rowSpan === first.rows);
  const lower = second.cells.filter((cell) => cell.row === 0);
  if (!mostly(upper, (cell) => cell.openBottom) || !mostly(lower, (cell) => cell.openTop)) return false;
  const values = [upper, lower].filter((cells) => cells.some((cell) => VALUE.test(cell.text)));
  return values.length === 1 && !lower.some((cell) => NEW_ITEM.test(cell.text));
}

function mostly(cells: readonly PdfCell[], holds: (cell: PdfCell) => boolean): boolean {
  return cells.length > 0 && cells.filter(holds).length * 2 > cells.length;
}

/** The lower cell goes on with the upper: the same columns, and cut by the page, or an empty part of a merged cell. */
function continues(upper: PdfCell, lower: PdfCell, end: number, top: number, cut: boolean): boolean {
  if (upper.row + upper.rowSpan !== end || lower.row !== top) return false;
  if (upper.col !== lower.col || upper.colSpan !== lower.colSpan) return false;
  if (cut) return true;
  const merged = upper.rowSpan > 1 || lower.rowSpan > 1;
  const open = upper.openBottom && lower.openTop && !NEW_ITEM.test(lower.text);
  return merged && (lower.text === '' || open);
}

function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= SAME_EDGE;
}
