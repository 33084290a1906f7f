/**
 * Takes joined rules and gives the ruled grids of a page: rules that cross form a region, its lines cut it into
 * elementary boxes, and boxes with no rule between them are one cell, so that merged cells come out as drawn.
 * Sides that no rule closes (open tables, tables cut by the page's end) are taken as closed and marked.
 */
import type { Rule } from './page.ts';

interface GridCell {
  readonly row: number;
  readonly col: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  /** The cell's top, or bottom, is the region's edge and no rule is drawn there. */
  readonly openTop: boolean;
  readonly openBottom: boolean;
  /** How many sides are not drawn. */
  readonly openSides: number;
}

export interface Grid {
  /** Column edges and row edges in points, ascending. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly GridCell[];
  /** A cell that was not a rectangle had to be cut. */
  readonly irregular: boolean;
}

/** Points: rules this far from one another still touch. */
const TOUCH = 3;
/** Points: a rule that goes on by more than this beyond the last crossing line opens a further row or column. */
const MIN_OPEN = 5;
/** Boxes: more are a drawing; the widest form has 28 rows of 10 columns, a list of a thousand rows 20. */
const MAX_BOXES = 40_000;
/** Share of a box's side that a rule must cover to close it. */
const COVERED = 0.5;

/** Grids of two cells or more, from top to bottom. */
export function rulesToGrids(rules: readonly Rule[]): Grid[] {
  return regions(rules)
    .map(regionToGrid)
    .filter((grid) => grid !== null)
    .sort((a, b) => a.ys[0]! - b.ys[0]! || a.xs[0]! - b.xs[0]!);
}

interface Region {
  readonly h: Rule[];
  readonly v: Rule[];
}

/** Rules that touch, directly or through others. */
function regions(rules: readonly Rule[]): Region[] {
  const h = rules.filter((rule) => rule.axis === 'h').sort((a, b) => a.at - b.at);
  const v = rules.filter((rule) => rule.axis === 'v');
  const parent = Array.from({ length: h.length + v.length }, (_, i) => i);
  v.forEach((rule, i) => {
    for (let j = firstAtOrAfter(h, rule.from - TOUCH); j < h.length && h[j]!.at <= rule.to + TOUCH; j += 1) {
      if (h[j]!.from - TOUCH <= rule.at && rule.at <= h[j]!.to + TOUCH) unite(parent, j, h.length + i);
    }
  });
  const byRoot = new Map<number, Region>();
  [...h, ...v].forEach((rule, i) => {
    const root = find(parent, i);
    const region = byRoot.get(root) ?? { h: [], v: [] };
    byRoot.set(root, region);
    region[rule.axis].push(rule);
  });
  return [...byRoot.values()].filter((region) => region.h.length > 0 && region.v.length > 0);
}

function firstAtOrAfter(sorted: readonly Rule[], at: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]!.at < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

function regionToGrid({ h, v }: Region): Grid | null {
  const ys = edges(h, v);
  const xs = edges(v, h);
  const rows = ys.length - 1;
  const cols = xs.length - 1;
  if (rows < 1 || cols < 1 || rows * cols < 2 || rows * cols > MAX_BOXES) return null;
  // above[row][col]: a rule is drawn along the top of the box; before[row][col]: along its left.
  const above = walls(h, ys, xs);
  const before = walls(v, xs, ys);
  const box = (row: number, col: number) => row * cols + col;
  const parent = Array.from({ length: rows * cols }, (_, i) => i);
  for (let row = 0; row < rows; row += 1) {
    for (let col = 0; col < cols; col += 1) {
      if (row > 0 && !above[row]![col]) unite(parent, box(row, col), box(row - 1, col));
      if (col > 0 && !before[col]![row]) unite(parent, box(row, col), box(row, col - 1));
    }
  }
  const { cells, irregular } = rectangles(parent, rows, cols);
  if (cells.length < 2) return null;
  const marked = cells.map((cell) => {
    const openTop = cell.row === 0 && !someDrawn(above[0]!, cell.col, cell.colSpan);
    const openBottom = cell.row + cell.rowSpan === rows && !someDrawn(above[rows]!, cell.col, cell.colSpan);
    const openLeft = cell.col === 0 && !someDrawn(before[0]!, cell.row, cell.rowSpan);
    const openRight = cell.col + cell.colSpan === cols && !someDrawn(before[cols]!, cell.row, cell.rowSpan);
    const openSides = [openTop, openBottom, openLeft, openRight].filter(Boolean).length;
    return { ...cell, openTop, openBottom, openSides };
  });
  return { xs, ys, cells: marked, irregular };
}

/** The lines of one direction, and the ends of the crossing ones where they go on beyond the last line. */
function edges(lines: readonly Rule[], crossing: readonly Rule[]): number[] {
  const at = [...new Set(lines.map((rule) => rule.at))].sort((a, b) => a - b);
  let [low, high] = [Infinity, -Infinity];
  for (const { from, to } of crossing) {
    low = Math.min(low, from);
    high = Math.max(high, to);
  }
  if (at[0]! - low > MIN_OPEN) at.unshift(low);
  if (high - at.at(-1)! > MIN_OPEN) at.push(high);
  return at;
}

/** For each line, which stretches between the crossing edges are drawn. */
function walls(lines: readonly Rule[], at: readonly number[], crossing: readonly number[]): boolean[][] {
  const drawn = at.map(() => new Array<boolean>(crossing.length - 1).fill(false));
  const index = new Map(at.map((position, i) => [position, i]));
  for (const line of lines) {
    const row = drawn[index.get(line.at)!]!;
    for (let i = 0; i + 1 < crossing.length; i += 1) {
      const [from, to] = [crossing[i]!, crossing[i + 1]!];
      const covered = Math.min(line.to, to) - Math.max(line.from, from);
      if (covered >= COVERED * (to - from)) row[i] = true;
    }
  }
  return drawn;
}

function someDrawn(wall: readonly boolean[], from: number, count: number): boolean {
  return wall.slice(from, from + count).some(Boolean);
}

type Rectangle = Pick<GridCell, 'row' | 'col' | 'rowSpan' | 'colSpan'>;

/** The united boxes as rectangles in reading order; a group that is none is cut row by row. */
function rectangles(
  parent: number[],
  rows: number,
  cols: number,
): { cells: Rectangle[]; irregular: boolean } {
  const taken = new Array<boolean>(rows * cols).fill(false);
  const cells: Rectangle[] = [];
  const sizes = new Map<number, number>();
  for (let i = 0; i < parent.length; i += 1)
    sizes.set(find(parent, i), (sizes.get(find(parent, i)) ?? 0) + 1);
  let irregular = false;
  for (let row = 0; row < rows; row += 1) {
    for (let col = 0; col < cols; col += 1) {
      const first = row * cols + col;
      if (taken[first]) continue;
      const root = find(parent, first);
      const isFree = (r: number, c: number) => !taken[r * cols + c] && find(parent, r * cols + c) === root;
      let colSpan = 1;
      while (col + colSpan < cols && isFree(row, col + colSpan)) colSpan += 1;
      let rowSpan = 1;
      while (row + rowSpan < rows && isWhole(isFree, row + rowSpan, col, colSpan)) rowSpan += 1;
      for (let r = row; r < row + rowSpan; r += 1) taken.fill(true, r * cols + col, r * cols + col + colSpan);
      if (rowSpan * colSpan < sizes.get(root)!) irregular = true;
      cells.push({ row, col, rowSpan, colSpan });
    }
  }
  return { cells, irregular };
}

function isWhole(
  isFree: (row: number, col: number) => boolean,
  row: number,
  col: number,
  span: number,
): boolean {
  for (let c = col; c < col + span; c += 1) if (!isFree(row, c)) return false;
  return true;
}

function find(parent: number[], i: number): number {
  let root = i;
  while (parent[root] !== root) root = parent[root]!;
  while (parent[i] !== root) {
    const next = parent[i]!;
    parent[i] = root;
    i = next;
  }
  return root;
}

function unite(parent: number[], a: number, b: number): void {
  const [rootA, rootB] = [find(parent, a), find(parent, b)];
  // The smaller index stays the root, so that the result does not depend on the order of uniting.
  if (rootA !== rootB) parent[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
}
