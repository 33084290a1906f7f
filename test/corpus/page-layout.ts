/**
 * Sets blocks on pages: blocks and a page style in, pages of placed lines of text and rules out. Points from
 * the top left. Rows are not cut; a merged cell that crosses a page goes on in its next part.
 */
import { type Grid, type PlacedCell, placeCells, type SourceBlock } from './grid.ts';

export interface TextMark {
  readonly text: string;
  readonly x: number;
  /** The line's base. */
  readonly y: number;
  readonly size: number;
}

/** Across or down: one of width and height is zero. */
export interface Rule {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PageMarks {
  readonly texts: TextMark[];
  readonly rules: Rule[];
}

export interface PageStyle {
  /** Header rows printed again on each page that the table of that many columns goes on to. */
  readonly repeatHeader?: Readonly<Record<number, number>>;
  readonly pageNumbers?: boolean;
}

export const PAGE = { width: 595, height: 842 } as const;
const MARGIN = { left: 60, right: 60, top: 72, bottom: 72 } as const;
const TEXT_WIDTH = PAGE.width - MARGIN.left - MARGIN.right;
/** Sizes of type in points. */
const TITLE_SIZE = 16;
const BODY_SIZE = 12;
const TABLE_SIZE = 9;
/** Line height and the base's depth below a line's top, in ems. */
const LEADING = 1.3;
const BASE = 0.95;
/** Between a cell's rule and its text, in points. */
const PADDING = 3;

export function layoutPages(blocks: readonly SourceBlock[], style: PageStyle = {}): readonly PageMarks[] {
  const flow = new Flow();
  for (const block of blocks) {
    if (block.kind === 'table') setTable(block.grid, flow, style);
    else setText(block, flow);
  }
  if (style.pageNumbers) {
    for (const [index, page] of flow.pages.entries()) {
      page.texts.push({
        text: `- ${index + 1} -`,
        x: PAGE.width / 2 - BODY_SIZE,
        y: PAGE.height - MARGIN.bottom / 2,
        size: TABLE_SIZE,
      });
    }
  }
  return flow.pages;
}

/** Where the next line goes. */
class Flow {
  readonly pages: PageMarks[] = [{ texts: [], rules: [] }];
  y: number = MARGIN.top;

  get page(): PageMarks {
    return this.pages.at(-1)!;
  }

  get left(): number {
    return PAGE.height - MARGIN.bottom - this.y;
  }

  turn(): void {
    this.pages.push({ texts: [], rules: [] });
    this.y = MARGIN.top;
  }
}

function setText(block: Exclude<SourceBlock, { kind: 'table' }>, flow: Flow): void {
  const size = block.kind === 'title' ? TITLE_SIZE : BODY_SIZE;
  const indent = block.kind === 'paragraph' ? 2 : 0;
  for (const [index, line] of wrap(`${'\u3000'.repeat(indent)}${block.text}`, TEXT_WIDTH, size).entries()) {
    const height = size * LEADING;
    if (flow.left < height) flow.turn();
    const free = TEXT_WIDTH - textWidth(line, size);
    const shift = block.kind === 'title' ? free / 2 : block.kind === 'signature' ? free : 0;
    const skipped = index === 0 ? indent : 0;
    flow.page.texts.push({
      text: line.slice(skipped),
      x: MARGIN.left + shift + skipped * size,
      y: flow.y + size * BASE,
      size,
    });
    flow.y += height;
  }
  flow.y += size * (LEADING - 1);
}

function setTable(grid: Grid, flow: Flow, style: PageStyle): void {
  const cells = placeCells(grid);
  const total = grid.widths.reduce((sum, width) => sum + width, 0);
  const xs = edges(
    grid.widths.map((width) => (width * TEXT_WIDTH) / total),
    MARGIN.left,
  );
  const all = new Map(
    cells.map((cell) => [cell, cellLines(cell, xs[cell.col + cell.colSpan]! - xs[cell.col]!)]),
  );
  const lines = new Map(all);
  const heights = rowHeights(grid.rows.length, cells, lines);
  const repeated = style.repeatHeader?.[grid.cols] ?? 0;
  for (let start = 0; start < grid.rows.length; ) {
    if (flow.left < heights[start]!) flow.turn();
    const header = start > 0 ? repeated : 0;
    // A copy of the header's lines: they are used up by the first setting.
    if (header > 0)
      setRows(
        cells.filter((cell) => cell.row < header),
        0,
        header,
        heights,
        xs,
        new Map(all),
        flow,
      );
    const end = lastFitting(heights, start, flow.left);
    setRows(cells, start, end, heights, xs, lines, flow);
    start = end;
    if (start < grid.rows.length) flow.turn();
  }
  flow.y += TABLE_SIZE;
}

/** At least one row, else as many as the page holds. */
function lastFitting(heights: readonly number[], start: number, room: number): number {
  let end = start + 1;
  for (let used = heights[start]!; end < heights.length; end++) {
    used += heights[end]!;
    if (used > room) break;
  }
  return end;
}

function setRows(
  cells: readonly PlacedCell[],
  start: number,
  end: number,
  heights: readonly number[],
  xs: readonly number[],
  lines: Map<PlacedCell, readonly string[]>,
  flow: Flow,
): void {
  const ys = edges(heights.slice(start, end), flow.y);
  const drawn = new Set<string>();
  for (const cell of cells) {
    const from = Math.max(cell.row, start);
    const to = Math.min(cell.row + cell.rowSpan, end);
    if (from >= to) continue;
    const box = {
      x: xs[cell.col]!,
      y: ys[from - start]!,
      right: xs[cell.col + cell.colSpan]!,
      bottom: ys[to - start]!,
    };
    setBox(box, drawn, flow.page.rules);
    const waiting = lines.get(cell)!;
    const room =
      cell.row + cell.rowSpan > end ? Math.floor((box.bottom - box.y - 2 * PADDING) / LINE) : waiting.length;
    setLines(waiting.slice(0, room), box, flow.page.texts);
    lines.set(cell, waiting.slice(room));
  }
  flow.y = ys.at(-1)!;
}

const LINE = TABLE_SIZE * LEADING;

interface CellBox {
  readonly x: number;
  readonly y: number;
  readonly right: number;
  readonly bottom: number;
}

/** The four rules of a cell; what a neighbour drew is not drawn again. */
function setBox(box: CellBox, drawn: Set<string>, rules: Rule[]): void {
  const width = box.right - box.x;
  const height = box.bottom - box.y;
  const sides: readonly Rule[] = [
    { x: box.x, y: box.y, width, height: 0 },
    { x: box.x, y: box.bottom, width, height: 0 },
    { x: box.x, y: box.y, width: 0, height },
    { x: box.right, y: box.y, width: 0, height },
  ];
  for (const side of sides) {
    const key = Object.values(side)
      .map((value) => value.toFixed(2))
      .join();
    if (!drawn.has(key)) rules.push(side);
    drawn.add(key);
  }
}

function setLines(lines: readonly string[], box: CellBox, texts: TextMark[]): void {
  const top = (box.y + box.bottom - lines.length * LINE) / 2;
  for (const [index, text] of lines.entries()) {
    if (text === '') continue;
    const x = (box.x + box.right - textWidth(text, TABLE_SIZE)) / 2;
    texts.push({ text, x, y: top + index * LINE + TABLE_SIZE * BASE, size: TABLE_SIZE });
  }
}

function cellLines(cell: PlacedCell, width: number): readonly string[] {
  if (cell.vertical) return [...cell.text];
  return cell.text.split('\n').flatMap((line) => wrap(line, width - 2 * PADDING, TABLE_SIZE));
}

/** A row is as high as its own cells ask; a merged cell that asks for more stretches its last row. */
function rowHeights(
  rows: number,
  cells: readonly PlacedCell[],
  lines: ReadonlyMap<PlacedCell, readonly string[]>,
): readonly number[] {
  const heights = new Array<number>(rows).fill(LINE + 2 * PADDING);
  for (const cell of [...cells].sort((a, b) => a.rowSpan - b.rowSpan)) {
    const last = cell.row + cell.rowSpan - 1;
    const others = heights.slice(cell.row, last).reduce((sum, height) => sum + height, 0);
    heights[last] = Math.max(heights[last]!, lines.get(cell)!.length * LINE + 2 * PADDING - others);
  }
  return heights;
}

function edges(sizes: readonly number[], start: number): readonly number[] {
  const result = [start];
  for (const size of sizes) result.push(result.at(-1)! + size);
  return result;
}

function wrap(text: string, width: number, size: number): readonly string[] {
  const lines = [''];
  for (const character of text) {
    if (textWidth(lines.at(-1)! + character, size) > width + 0.01 && lines.at(-1) !== '') lines.push('');
    lines[lines.length - 1] += character;
  }
  return lines;
}

/** The font of the corpus: half an em for ASCII, an em for all else. */
function textWidth(text: string, size: number): number {
  return [...text].reduce((sum, character) => sum + (character.charCodeAt(0) < 0x80 ? 0.5 : 1), 0) * size;
}
