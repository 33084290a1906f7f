/**
 * Takes the painted paths of a page and gives its rules and its filled boxes. Programs draw a table's lines as
 * strokes (LibreOffice), as thin filled rectangles (Word, WPS), as rings of two rectangles (browsers) or as
 * dots; all of them become the same rules here. Joining the pieces is the next step's work.
 */
import type { Box } from '../../document/document.ts';
import type { Rule } from './page.ts';

/** Points as displayed, in the order of drawing; a curve is its end point with `curved` set. */
export interface Subpath {
  readonly points: readonly (readonly [number, number])[];
  readonly closed: boolean;
  readonly curved: boolean;
}

export interface PaintedPath {
  readonly subpaths: readonly Subpath[];
  readonly fill: boolean;
  readonly stroke: boolean;
  /** Stroke width in points as displayed. */
  readonly lineWidth: number;
}

/** Points: a filled box up to this thick is a rule; Word draws 0.48–1.5 pt, browsers 0.75 pt. */
const RULE_THICKNESS = 1.6;
/** Points: a stroke up to this thick is a rule; a thicker one paints a background. */
const STROKE_THICKNESS = 4;
/** Points: a stroke may lean by this much and still be level. */
const LEAN = 0.75;
/** Points: the greatest width of a ring that is a border rather than two boxes. */
const RING_WIDTH = 3;

/** Appends what the path draws to `rules` and `fills` (both grow, to spare copies on pages of many paths). */
export function addPath(path: PaintedPath, rules: Rule[], fills: Box[]): void {
  if (path.stroke) for (const subpath of path.subpaths) addStrokes(subpath, path.lineWidth, rules, fills);
  if (path.fill) addFills(path.subpaths, rules, fills);
}

function addStrokes(subpath: Subpath, lineWidth: number, rules: Rule[], fills: Box[]): void {
  if (subpath.curved) return;
  const { points } = subpath;
  const half = lineWidth / 2;
  const count = points.length - (subpath.closed ? 0 : 1);
  for (let i = 0; i < count; i += 1) {
    const [ax, ay] = points[i]!;
    const [bx, by] = points[(i + 1) % points.length]!;
    const dx = Math.abs(bx - ax);
    const dy = Math.abs(by - ay);
    if (dx > LEAN && dy > LEAN) continue;
    const along = dx >= dy;
    const box: Box = along
      ? [Math.min(ax, bx), (ay + by) / 2 - half, Math.max(ax, bx), (ay + by) / 2 + half]
      : [(ax + bx) / 2 - half, Math.min(ay, by), (ax + bx) / 2 + half, Math.max(ay, by)];
    addBox(box, lineWidth > STROKE_THICKNESS ? RULE_THICKNESS : STROKE_THICKNESS, rules, fills);
  }
}

function addFills(subpaths: readonly Subpath[], rules: Rule[], fills: Box[]): void {
  const boxes: Box[] = [];
  for (const subpath of subpaths) {
    const box = boundingBox(subpath);
    if (box[2] - box[0] <= RULE_THICKNESS || box[3] - box[1] <= RULE_THICKNESS || isRectangle(subpath)) {
      boxes.push(box);
    }
  }
  for (let i = 0; i < boxes.length; i += 1) {
    const outer = boxes[i]!;
    const inner = boxes[i + 1];
    if (inner !== undefined && (isRing(outer, inner) || isRing(inner, outer))) {
      addFrame(outer, inner, rules);
      i += 1;
    } else {
      addBox(outer, RULE_THICKNESS, rules, fills);
    }
  }
}

/** A box thinner than `thickness` one way is a rule the other way; a dot may be a piece of either. */
function addBox(box: Box, thickness: number, rules: Rule[], fills: Box[]): void {
  const [x0, y0, x1, y1] = box;
  const flat = y1 - y0 <= thickness;
  const narrow = x1 - x0 <= thickness;
  const dot = flat && narrow;
  if (flat && (dot || x1 - x0 > y1 - y0)) rules.push({ axis: 'h', at: (y0 + y1) / 2, from: x0, to: x1 });
  if (narrow && (dot || y1 - y0 > x1 - x0)) rules.push({ axis: 'v', at: (x0 + x1) / 2, from: y0, to: y1 });
  if (!flat && !narrow) fills.push(box);
}

function addFrame(a: Box, b: Box, rules: Rule[]): void {
  const [x0, y0, x1, y1] = a.map((value, i) => (value + b[i]!) / 2) as unknown as Box;
  rules.push({ axis: 'h', at: y0, from: x0, to: x1 }, { axis: 'h', at: y1, from: x0, to: x1 });
  rules.push({ axis: 'v', at: x0, from: y0, to: y1 }, { axis: 'v', at: x1, from: y0, to: y1 });
}

function isRing(outer: Box, inner: Box): boolean {
  const margins = [inner[0] - outer[0], inner[1] - outer[1], outer[2] - inner[2], outer[3] - inner[3]];
  return (
    margins.every((margin) => margin >= 0 && margin <= RING_WIDTH) && margins.some((margin) => margin > 0)
  );
}

function isRectangle({ points, curved }: Subpath): boolean {
  if (curved || points.length < 4) return false;
  return points.every(([x, y], i) => {
    const [nextX, nextY] = points[(i + 1) % points.length]!;
    return Math.abs(nextX - x) <= LEAN || Math.abs(nextY - y) <= LEAN;
  });
}

function boundingBox({ points }: Subpath): Box {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    x0 = Math.min(x0, x);
    y0 = Math.min(y0, y);
    x1 = Math.max(x1, x);
    y1 = Math.max(y1, y);
  }
  return [x0, y0, x1, y1];
}
