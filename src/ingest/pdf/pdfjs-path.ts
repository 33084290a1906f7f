/** Takes a path as pdfjs packs it (operation numbers and coordinates in one row) and gives its subpaths. */
import type { Subpath } from './paths-to-rules.ts';

/** How many coordinates follow each operation: move, line, cubic curve, quadratic curve, close. */
const COORDINATES = [2, 2, 6, 4, 0];
const MOVE = 0;
const CURVES: ReadonlySet<number> = new Set([2, 3]);
const CLOSE = 4;

export function drawnSubpaths(data: ArrayLike<number>): Subpath[] {
  const subpaths: Subpath[] = [];
  let points: [number, number][] = [];
  let closed = false;
  let curved = false;
  for (let i = 0; i < data.length; ) {
    const operation = data[i]!;
    const count = COORDINATES[operation];
    if (count === undefined) break;
    if (operation === MOVE && points.length > 0) {
      subpaths.push({ points, closed, curved });
      [points, closed, curved] = [[], false, false];
    }
    if (CURVES.has(operation)) curved = true;
    if (operation === CLOSE) closed = true;
    else points.push([data[i + count - 1]!, data[i + count]!]);
    i += 1 + count;
  }
  if (points.length > 0) subpaths.push({ points, closed, curved });
  return subpaths;
}
