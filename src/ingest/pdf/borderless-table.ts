/**
 * Takes a region set in columns without rules, over one page or several, and gives it as a table: columns by the
 * ranges of x, rows by the heights of the figures, labels and headers to the rows they stand by. A place
 * without a text in a column of figures is an empty cell. The reading is named as one without rules.
 */
import type { Box } from '../../document/document.ts';
import { borderlessColumns, columnSpan } from './borderless-columns.ts';
import type { Piece, Region } from './borderless-regions.ts';
import { glyphBox, glyphsToLines } from './glyphs-to-lines.ts';
import { labelRows } from './label-rows.ts';
import { displayedBox, type Glyph, type PageModel } from './page.ts';
import type { PdfCell, PdfTable, TableDoubt } from './page-tables.ts';

/** Em: figures whose middles are nearer than this stand in one row. */
const SAME_ROW = 0.5;
/** Em: header texts whose middles are nearer than this stand in one row. */
const SAME_HEADER_ROW = 0.75;
/** Em: from line to line of one wrapped text. */
const WRAP = 1.7;

const NEW_ITEM =
  /^\s*(?:[一二三四五六七八九十]+\s*、|[（(]\s*[一二三四五六七八九十\d]+\s*[）)]|\d+\s*[.．、])/u;

/** A text of one or several lines that belongs to one cell. */
interface Entry {
  readonly first: number;
  readonly last: number;
  /** Its middle, pages counted on. */
  readonly y: number;
  readonly pieces: readonly Piece[];
}

interface Row {
  readonly y: number;
  readonly hasValues: boolean;
}

export function borderlessTable(region: Region): PdfTable {
  const { ranges, firstValue, pieces } = borderlessColumns(region.pieces);
  const height = pageHeights(pieces);
  const toEntry = (piece: Piece): Entry => {
    const [first, last] = columnSpan(piece, ranges);
    return { first, last, y: middle(piece, height), pieces: [piece] };
  };
  const entries = pieces.map(toEntry).sort((a, b) => a.y - b.y || a.first - b.first);
  const size = entries[0]?.pieces[0]?.size ?? 1;
  const values = entries.filter(({ pieces: [piece] }) => piece!.isValue);
  const valueRows = clustered(
    values.map(({ y }) => y),
    SAME_ROW * size,
  );
  const texts = entries.filter(({ pieces: [piece] }) => !piece!.isValue);
  const headers = wrapped(
    texts.filter(({ last }) => last >= firstValue),
    size,
    valueRows,
  );
  const free = headers.filter(({ y }) => rowAt(valueRows, y, size) < 0);
  const headerRows = clustered(
    free.map(({ y }) => y),
    SAME_HEADER_ROW * size,
  );
  const rows = [
    ...valueRows.map((y): Row => ({ y, hasValues: true })),
    ...headerRows.map((y): Row => ({ y, hasValues: false })),
  ].sort((a, b) => a.y - b.y);
  const labels = texts.filter(({ last }) => last < firstValue);
  const leaf = mostUsed(labels);
  const leaves = labels.filter(({ first, last }) => first <= leaf && leaf <= last);
  const leafRows = labelRows(
    leaves.map(({ y, pieces: [piece] }) => ({ y, beginsItem: NEW_ITEM.test(piece!.text) })),
    rows.map(({ y }) => y),
    size,
  );
  const groups = wrapped(
    labels.filter((label) => !leaves.includes(label)),
    size,
    [],
  );
  const placed = [
    ...[...values, ...headers, ...groups].map((entry) => ({ entry, row: nearestRow(rows, entry.y) })),
    ...leaves.map((entry, i) => ({ entry, row: leafRows[i]! })),
  ];
  return assemble(region, placed, rows, ranges, firstValue);
}

function assemble(
  region: Region,
  placed: readonly { entry: Entry; row: number }[],
  rows: readonly Row[],
  ranges: readonly (readonly [number, number])[],
  firstValue: number,
): PdfTable {
  const xs = [
    ranges[0]![0],
    ...ranges.slice(1).map(([x0], i) => (x0 + ranges[i]![1]) / 2),
    ranges.at(-1)![1],
  ];
  const slots = new Map<string, { row: number; first: number; last: number; pieces: Piece[] }>();
  const doubts: TableDoubt[] = [{ code: 'pdf.borderless-table' }];
  for (const { entry, row } of placed) {
    const taken = [...slots.values()].find(
      (slot) => slot.row === row && slot.first <= entry.last && entry.first <= slot.last,
    );
    if (taken === undefined) {
      slots.set(`${row} ${entry.first}`, {
        row,
        first: entry.first,
        last: entry.last,
        pieces: [...entry.pieces],
      });
      continue;
    }
    const figures = [...taken.pieces, ...entry.pieces].filter(({ isValue }) => isValue);
    if (figures.length > 1) doubts.push({ code: 'pdf.crowded-cell', row, col: taken.first });
    taken.pieces.push(...entry.pieces);
  }
  const cells: PdfCell[] = [];
  const pageOf = rows.map((_, row) => placed.find((item) => item.row === row)!.entry.pieces[0]!.page);
  const bands = rowBands(rows, pageOf, placed);
  for (const { row, first, last, pieces } of slots.values()) {
    const page = pieces[0]!.page;
    const here = pieces.filter((piece) => piece.page === page).flatMap(({ glyphs }) => glyphs);
    cells.push(toCell(row, first, last, pagedText(pieces), page, glyphBox(here)));
  }
  rows.forEach(({ hasValues }, row) => {
    for (let col = firstValue; hasValues && col < ranges.length; col += 1) {
      if (!isHeaded(rows, cells, row, col) || cells.some((cell) => covers(cell, row, col))) continue;
      const [top, bottom] = bands[row]!;
      cells.push(toCell(row, col, col, '', pageOf[row]!, [xs[col]!, top, xs[col + 1]!, bottom]));
    }
  });
  cells.sort((a, b) => a.row - b.row || a.col - b.col);
  const first = region.pieces[0]!.page;
  const box = glyphBox(region.pieces.filter(({ page }) => page === first).flatMap(({ glyphs }) => glyphs));
  return { page: first.number, box, xs, rows: rows.length, cells, doubts };
}

/**
 * The header above the row has a text over the column, or there is no header: the sections of one table have
 * columns at different places, and what no header names is no cell. A line of one text is the section's title.
 */
function isHeaded(rows: readonly Row[], cells: readonly PdfCell[], row: number, col: number): boolean {
  let header = row;
  while (header > 0 && rows[header]!.hasValues) header -= 1;
  if (rows[header]!.hasValues) return true;
  for (; header >= 0 && !rows[header]!.hasValues; header -= 1) {
    const texts = cells.filter((cell) => cell.row === header && cell.text !== '');
    if (texts.length > 1 && texts.some((cell) => covers(cell, header, col))) return true;
  }
  return false;
}

function covers(cell: PdfCell, row: number, col: number): boolean {
  return cell.row === row && cell.col <= col && col < cell.col + cell.colSpan;
}

function toCell(row: number, first: number, last: number, text: string, page: PageModel, box: Box): PdfCell {
  return {
    ...{ row, col: first, rowSpan: 1, colSpan: last - first + 1, text },
    ...{ page: page.number, box: displayedBox(page, box), openTop: false, openBottom: false },
  };
}

/** The lines of each page on their own: heights on two pages cannot be compared. */
function pagedText(pieces: readonly Piece[]): string {
  const byPage = new Map<PageModel, Glyph[]>();
  for (const { page, glyphs } of pieces) byPage.set(page, [...(byPage.get(page) ?? []), ...glyphs]);
  const pages = [...byPage.entries()].sort(([a], [b]) => a.number - b.number);
  return pages.flatMap(([, glyphs]) => glyphsToLines(glyphs).map(({ text }) => text)).join('\n');
}

/** The texts that go on in the next line, put together: the same columns, close below, and no row of figures between. */
function wrapped(entries: readonly Entry[], size: number, rows: readonly number[]): Entry[] {
  const joined: Entry[] = [];
  for (const entry of entries) {
    const i = joined.findLastIndex(({ first, last }) => first === entry.first && last === entry.last);
    const above = joined[i];
    const last = above?.pieces.at(-1);
    const piece = entry.pieces[0]!;
    const goesOn =
      above !== undefined &&
      last!.page === piece.page &&
      piece.box[1] - last!.box[1] <= WRAP * size &&
      !NEW_ITEM.test(piece.text) &&
      rowAt(rows, above.y, size) === rowAt(rows, entry.y, size) &&
      !rows.some((y) => above.y < y && y < entry.y);
    if (!goesOn) {
      joined.push(entry);
      continue;
    }
    const pieces = [...above.pieces, piece];
    const down = (piece.box[3] - last!.box[3]) / 2;
    joined[i] = { ...above, y: above.y + down, pieces };
  }
  return joined;
}

/** The row of figures at a height; -1 between the rows. */
function rowAt(rows: readonly number[], y: number, size: number): number {
  return rows.findIndex((row) => Math.abs(row - y) <= SAME_ROW * size);
}

/** The middles of values that lie within `distance` of the first of their kind. */
function clustered(values: readonly number[], distance: number): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const groups: number[][] = [];
  for (const value of sorted) {
    const group = groups.at(-1);
    if (group === undefined || value - group[0]! > distance) groups.push([value]);
    else group.push(value);
  }
  return groups.map((group) => (group[0]! + group.at(-1)!) / 2);
}

function nearestRow(rows: readonly Row[], y: number): number {
  let nearest = 0;
  rows.forEach((row, i) => {
    if (Math.abs(row.y - y) < Math.abs(rows[nearest]!.y - y)) nearest = i;
  });
  return nearest;
}

/** The column of labels that most of them stand in; -1 where there are none. */
function mostUsed(labels: readonly Entry[]): number {
  const counts: number[] = [];
  for (const { first, last } of labels) {
    for (let col = first; col <= last; col += 1) counts[col] = (counts[col] ?? 0) + 1;
  }
  let most = -1;
  counts.forEach((count, col) => {
    if (most < 0 || count > counts[most]!) most = col;
  });
  return most;
}

/** How far down each page begins when the pages of the region are laid under one another. */
function pageHeights(pieces: readonly Piece[]): ReadonlyMap<PageModel, number> {
  const heights = new Map<PageModel, number>();
  let down = 0;
  for (const { page } of pieces) {
    if (heights.has(page)) continue;
    heights.set(page, down);
    down += page.height;
  }
  return heights;
}

function middle({ page, box }: Piece, heights: ReadonlyMap<PageModel, number>): number {
  return heights.get(page)! + (box[1] + box[3]) / 2;
}

/** Top and bottom of each row's texts, on the row's page. */
function rowBands(
  rows: readonly Row[],
  pageOf: readonly PageModel[],
  placed: readonly { entry: Entry; row: number }[],
): (readonly [number, number])[] {
  return rows.map((_, row) => {
    const boxes = placed
      .filter((item) => item.row === row)
      .flatMap(({ entry }) => entry.pieces)
      .filter(({ page }) => page === pageOf[row])
      .map(({ box }) => box);
    return [Math.min(...boxes.map((box) => box[1])), Math.max(...boxes.map((box) => box[3]))];
  });
}
