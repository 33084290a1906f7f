/**
 * Takes a page and gives its ruled tables with the text of each cell, and the characters that stand outside.
 * A grid drawn by backgrounds alone (browsers' coloured cells with gaps) counts where no rules are. Nested
 * tables come out as tables of their own.
 */
import type { Box } from '../../document/document.ts';
import { mendFigureRuns, type Owned } from './figure-runs.ts';
import { glyphsToLines } from './glyphs-to-lines.ts';
import { joinRules } from './join-rules.ts';
import { displayedBox, type Glyph, type PageModel, type Rule } from './page.ts';
import { type Grid, rulesToGrids } from './rules-to-grids.ts';

export interface PdfCell {
  readonly row: number;
  readonly col: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly text: string;
  readonly page: number;
  readonly box: Box;
  /** At the table's edge, with no rule there: the page may have cut it. */
  readonly openTop: boolean;
  readonly openBottom: boolean;
}

/** A table on one page, or joined over several; `box` is the first part's, in the page as read. */
export interface PdfTable {
  readonly page: number;
  readonly box: Box;
  /** Column edges in points, ascending. */
  readonly xs: readonly number[];
  readonly rows: number;
  readonly cells: readonly PdfCell[];
  /** Cells were not rectangles, or figures run over a rule: the grid may be wrong. */
  readonly doubts: readonly TableDoubt[];
}

export type TableDoubtCode =
  | 'pdf.irregular-cell'
  | 'pdf.text-over-rule'
  | 'pdf.row-cut'
  | 'pdf.borderless-table'
  | 'pdf.crowded-cell';

export interface TableDoubt {
  readonly code: TableDoubtCode;
  readonly row?: number;
  readonly col?: number;
}

export interface PageTables {
  readonly tables: readonly PdfTable[];
  readonly outside: readonly Glyph[];
}

/** Share of the page above which a filled box is the paper, not a cell. */
const PAPER_SHARE = 0.8;
export function pageTables(page: PageModel): PageTables {
  const ruled = rulesToGrids(joinRules(page.rules));
  const grids = withText([...ruled, ...filledGrids(page, ruled)], page.glyphs);
  // The innermost grid has the smallest area.
  const bySize = grids
    .map((grid) => ({ grid, box: gridBox(grid) }))
    .sort((a, b) => area(a.box) - area(b.box));
  const inside = new Map<Grid, Glyph[]>(grids.map((grid) => [grid, []]));
  const outside: Glyph[] = [];
  for (const glyph of page.glyphs) {
    const found = bySize.find(({ box }) => contains(box, glyph));
    if (found === undefined) outside.push(glyph);
    else inside.get(found.grid)!.push(glyph);
  }
  const tables = grids.map((grid) => gridToTable(page, grid, inside.get(grid)!));
  return { tables: tables.filter((table) => table !== null), outside };
}

/** Grids whose lines are the edges of filled boxes, away from the ruled ones; one column is mere shading of lines. */
function filledGrids(page: PageModel, ruled: readonly Grid[]): Grid[] {
  const paper = page.width * page.height * PAPER_SHARE;
  const boxes = page.fills.filter(
    (box) => area(box) < paper && !ruled.some((grid) => overlaps(gridBox(grid), box)),
  );
  if (boxes.length < 2) return [];
  const edges = boxes.flatMap(([x0, y0, x1, y1]): Rule[] => [
    { axis: 'h', at: y0, from: x0, to: x1 },
    { axis: 'h', at: y1, from: x0, to: x1 },
    { axis: 'v', at: x0, from: y0, to: y1 },
    { axis: 'v', at: x1, from: y0, to: y1 },
  ]);
  return rulesToGrids(joinRules(edges)).filter((grid) => grid.xs.length > 2 && grid.ys.length > 2);
}

/** Grids that frame some text: the others are drawings. */
function withText(grids: readonly Grid[], glyphs: readonly Glyph[]): Grid[] {
  return grids.filter((grid) => {
    const box = gridBox(grid);
    return glyphs.some((glyph) => contains(box, glyph));
  });
}

function gridToTable(page: PageModel, grid: Grid, glyphs: readonly Glyph[]): PdfTable | null {
  const { xs, ys } = grid;
  const cols = xs.length - 1;
  const owner = new Map<number, number>();
  grid.cells.forEach((cell, i) => {
    for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1) {
      for (let col = cell.col; col < cell.col + cell.colSpan; col += 1) owner.set(row * cols + col, i);
    }
  });
  const owned = glyphs.map((glyph): Owned => {
    const row = intervalOf(ys, (glyph.y0 + glyph.y1) / 2);
    const col = intervalOf(xs, (glyph.x0 + glyph.x1) / 2);
    return { glyph, cell: owner.get(row * cols + col)! };
  });
  const mended = mendFigureRuns(owned, (cell) => {
    const { col, colSpan } = grid.cells[cell]!;
    return [xs[col]!, xs[col + colSpan]!];
  });
  const glyphsOf: Glyph[][] = grid.cells.map(() => []);
  for (const { glyph, cell } of mended.owned) glyphsOf[cell]!.push(glyph);
  const doubts: TableDoubt[] = grid.irregular ? [{ code: 'pdf.irregular-cell' }] : [];
  const cells: PdfCell[] = [];
  grid.cells.forEach((cell, i) => {
    const { row, col, rowSpan, colSpan, openTop, openBottom } = cell;
    const text = glyphsToLines(glyphsOf[i]!)
      .map((line) => line.text)
      .join('\n');
    // A corner that no rule closes on two sides and that holds nothing lies outside the drawn table.
    if (text === '' && cell.openSides >= 2) return;
    const box: Box = [xs[col]!, ys[row]!, xs[col + colSpan]!, ys[row + rowSpan]!];
    if (mended.doubtful.has(i)) doubts.push({ code: 'pdf.text-over-rule', row, col });
    cells.push({
      ...{ row, col, rowSpan, colSpan, text, openTop, openBottom },
      page: page.number,
      box: displayedBox(page, box),
    });
  });
  if (cells.length < 2) return null;
  return { page: page.number, box: gridBox(grid), xs, rows: ys.length - 1, cells, doubts };
}

function intervalOf(edges: readonly number[], at: number): number {
  let [low, high] = [0, edges.length - 2];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (edges[middle]! <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

function gridBox({ xs, ys }: Grid): Box {
  return [xs[0]!, ys[0]!, xs.at(-1)!, ys.at(-1)!];
}

function contains([x0, y0, x1, y1]: Box, glyph: Glyph): boolean {
  const x = (glyph.x0 + glyph.x1) / 2;
  const y = (glyph.y0 + glyph.y1) / 2;
  return x0 <= x && x <= x1 && y0 <= y && y <= y1;
}

function overlaps(a: Box, b: Box): boolean {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}

function area([x0, y0, x1, y1]: Box): number {
  return (x1 - x0) * (y1 - y0);
}
