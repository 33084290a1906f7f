/** Affine maps of the plane, as PDF writes them: [a, b, c, d, e, f], x' = ax + cy + e, y' = bx + dy + f. */
import type { Turn } from './page.ts';

export type Affine = readonly [number, number, number, number, number, number];

export const IDENTITY: Affine = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer`. */
export function compose(inner: Affine, outer: Affine): Affine {
  const [a, b, c, d, e, f] = inner;
  const [A, B, C, D, E, F] = outer;
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];
}

export function apply([a, b, c, d, e, f]: Affine, x: number, y: number): [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** By how much lengths grow, as the root of the area's growth. */
export function scaleOf([a, b, c, d]: Affine): number {
  return Math.sqrt(Math.abs(a * d - b * c));
}

/** From page space (y up) to the page as seen after `turn` clockwise quarters: origin top left, y down. */
export function pageToView(left: number, bottom: number, right: number, top: number, turn: Turn): Affine {
  const views: Readonly<Record<Turn, Affine>> = {
    0: [1, 0, 0, -1, -left, top],
    1: [0, 1, 1, 0, -bottom, -left],
    2: [-1, 0, 0, 1, right, -bottom],
    3: [0, -1, -1, 0, top, right],
  };
  return views[turn];
}

/** The quarter turn, clockwise, that brings the direction (dx, dy), y up, to point right; null if it is oblique. */
export function turnToUpright(dx: number, dy: number): Turn | null {
  const length = Math.hypot(dx, dy);
  if (length === 0) return 0;
  if (dx > LEVEL * length) return 0;
  if (dy > LEVEL * length) return 1;
  if (dx < -LEVEL * length) return 2;
  return dy < -LEVEL * length ? 3 : null;
}

/** Cosine of the greatest slant, 8 degrees, of a line of text that counts as level. */
const LEVEL = 0.99;
