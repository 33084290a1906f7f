/**
 * Takes the characters of a table with the cell that each one's middle lies in, and finds the figures that run
 * over a rule: a number too wide for its cell would come out as two. Where the rule goes through a digit, the
 * whole number belongs to the cell that its middle lies in; where two numbers merely touch, nothing is moved.
 */
import type { Glyph } from './page.ts';

export interface Owned {
  readonly glyph: Glyph;
  readonly cell: number;
}

export interface FigureRuns {
  /** The characters with their cells after mending. */
  readonly owned: readonly Owned[];
  /** Cells that such a number touches. */
  readonly doubtful: ReadonlySet<number>;
}

/** Em: digits of one number follow one another closer than this. */
const RUN_GAP = 0.12;
/** Em: baselines of one number differ by less. */
const SAME_BASELINE = 0.1;
/** Em: a digit that lies on both sides of a rule by more than this is cut by it. */
const CUT = 0.08;

const FIGURE = /^[\d.,０-９]$/u;

/** `edgesOf` gives the left and right edge of a cell. */
export function mendFigureRuns(
  owned: readonly Owned[],
  edgesOf: (cell: number) => readonly [number, number],
): FigureRuns {
  const doubtful = new Set<number>();
  const moved = new Map<Glyph, number>();
  for (const run of runs(owned)) {
    const cells = new Set(run.map(({ cell }) => cell));
    if (cells.size === 1) continue;
    for (const cell of cells) doubtful.add(cell);
    if (!run.some((item) => isCut(item.glyph, edgesOf(item.cell)))) continue;
    const middle = (run[0]!.glyph.x0 + run.at(-1)!.glyph.x1) / 2;
    const owner = run.findLast(({ glyph }) => glyph.x0 <= middle)!.cell;
    for (const { glyph } of run) moved.set(glyph, owner);
  }
  if (moved.size === 0) return { owned, doubtful };
  return { owned: owned.map(({ glyph, cell }) => ({ glyph, cell: moved.get(glyph) ?? cell })), doubtful };
}

function runs(owned: readonly Owned[]): Owned[][] {
  const figures = owned.filter(({ glyph }) => FIGURE.test(glyph.char));
  figures.sort((a, b) => a.glyph.y0 - b.glyph.y0 || a.glyph.x0 - b.glyph.x0);
  const found: Owned[][] = [];
  for (const item of figures) {
    const last = found.at(-1)?.at(-1)?.glyph;
    if (last !== undefined && follows(last, item.glyph)) found.at(-1)!.push(item);
    else found.push([item]);
  }
  return found;
}

function follows(last: Glyph, glyph: Glyph): boolean {
  const gap = Math.abs(glyph.x0 - last.x1);
  return gap < RUN_GAP * glyph.size && Math.abs(glyph.y0 - last.y0) < SAME_BASELINE * glyph.size;
}

function isCut(glyph: Glyph, [left, right]: readonly [number, number]): boolean {
  const least = CUT * glyph.size;
  return left - glyph.x0 > least || glyph.x1 - right > least;
}
