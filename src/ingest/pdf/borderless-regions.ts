/**
 * Takes the lines of a page outside ruled tables and finds the runs that are set in columns without any rules:
 * consecutive lines with wide gaps and figures, with the lines of wrapped labels and headers among them.
 */
import type { Box } from '../../document/document.ts';
import { glyphsToLine, type Line } from './glyphs-to-lines.ts';
import type { Glyph, PageModel } from './page.ts';

/** Characters of one line without a wide gap between them. */
export interface Piece {
  readonly page: PageModel;
  readonly glyphs: readonly Glyph[];
  readonly text: string;
  readonly box: Box;
  readonly size: number;
  /** A figure, or a mark in place of one. */
  readonly isValue: boolean;
}

export interface Region {
  /** False where a line or two could as well be prose: such a part counts only as the end of a table. */
  readonly isCertain: boolean;
  readonly lines: readonly Line[];
  readonly pieces: readonly Piece[];
  /** The last page of the region, where a further part may follow. */
  readonly page: number;
  readonly top: number;
}

/** Em: a gap this wide parts columns; within a text it is at most a space. */
const COLUMN_GAP = 1;
/** Sizes that differ by less than this share are one size: a table is set in one. */
const SAME_SIZE = 0.08;
/** Em: lines further apart than this do not belong to one table. */
const FAR = 4;
/** Lines with figures that make a table. */
const VALUE_LINES = 2;
/** Pieces on one line that make a table even without a second line of figures. */
const MANY_PIECES = 4;
/** A line that looks like a section's heading and is longer than this is one; labels of groups are shorter. */
const HEADING_LENGTH = 10;
/** Em: the least gap above a heading; the lines of a wrapped label are closer. */
const HEADING_GAP = 0.6;
/** Share of the widest line above which an ungapped line of the table's size is prose. */
const PROSE_SHARE = 0.6;

const VALUE = /^[+\-−]?[\d０-９][\d０-９.,，．\s]*[%％]?$|^[/\-—－无]+$/u;
const HEADING = /^[一二三四五六七八九十]+\s*、/u;

export function borderlessRegions(page: PageModel, lines: readonly Line[]): Region[] {
  const widest = Math.max(0, ...lines.map(({ box }) => box[2] - box[0]));
  const pieces = new Map(lines.map((line) => [line, linePieces(page, line)]));
  const isGapped = (line: Line) => pieces.get(line)!.length > 1;
  const runs: Line[][] = [];
  let run: Line[] = [];
  let waiting: Line[] = [];
  const endRun = () => {
    if (run.length > 0) runs.push([...run, ...closeLines(run, waiting)]);
    run = [];
    waiting = [];
  };
  for (const line of lines) {
    const last = waiting.at(-1) ?? run.at(-1);
    if (last !== undefined && !goesOn(last, line)) endRun();
    if (isGapped(line)) {
      run.push(...waiting, line);
      waiting = [];
    } else if (isProse(line, last, widest, labelEdge(run, pieces))) {
      endRun();
    } else {
      waiting.push(line);
    }
  }
  endRun();
  return runs.map((lines) => ({
    isCertain: isTable(lines.map((line) => pieces.get(line)!)),
    ...{ lines, pieces: lines.flatMap((line) => pieces.get(line)!), page: page.number },
    top: Math.min(...lines.map(({ box }) => box[1])),
  }));
}

/** One region of two on successive pages; null where they do not show the same columns. */
export function joinRegions(first: Region, second: Region): Region | null {
  if (!first.isCertain && !second.isCertain) return null;
  if (!(first.isCertain && second.isCertain) && !sharesColumns(first, second)) return null;
  return {
    ...{ isCertain: true, page: second.page, top: first.top },
    lines: [...first.lines, ...second.lines],
    pieces: [...first.pieces, ...second.pieces],
  };
}

/** Each figure of the uncertain part stands under or over a text of the other. */
function sharesColumns(first: Region, second: Region): boolean {
  const [part, whole] = first.isCertain ? [second, first] : [first, second];
  const values = part.pieces.filter(({ isValue }) => isValue);
  const meets = ({ box }: Piece) =>
    whole.pieces.some((other) => other.box[0] < box[2] && box[0] < other.box[2]);
  return values.length > 0 && values.every(meets);
}

/** Parts of a line at gaps of at least `gap` em; `whole` is the line where its text is at hand already. */
export function piecesAt(page: PageModel, glyphs: readonly Glyph[], gap: number, whole?: Line): Piece[] {
  const groups: Glyph[][] = [];
  for (const glyph of glyphs) {
    const last = groups.at(-1)?.at(-1);
    if (last === undefined || glyph.x0 - last.x1 >= gap * glyph.size) groups.push([glyph]);
    else groups.at(-1)!.push(glyph);
  }
  if (groups.length === 1 && whole !== undefined) return [toPiece(page, whole)];
  return groups.flatMap((group) => {
    const line = glyphsToLine(group);
    return line === null ? [] : [toPiece(page, line)];
  });
}

function linePieces(page: PageModel, line: Line): Piece[] {
  return piecesAt(page, line.glyphs, COLUMN_GAP, line);
}

function toPiece(page: PageModel, { glyphs, text, box, size }: Line): Piece {
  return { page, glyphs, text, box, size, isValue: VALUE.test(text) };
}

function goesOn(before: Line, line: Line): boolean {
  const near = line.box[1] - before.box[3] <= FAR * line.size;
  return near && Math.abs(before.size - line.size) <= SAME_SIZE * Math.max(before.size, line.size);
}

/** An ungapped line that is no part of a table; within the labels' column it may be the start of a long label. */
function isProse(line: Line, before: Line | undefined, widest: number, labels: number): boolean {
  if (/[。；！？]$/u.test(line.text)) return true;
  const gap = before === undefined ? Infinity : line.box[1] - before.box[3];
  if (HEADING.test(line.text) && line.text.length > HEADING_LENGTH && gap > HEADING_GAP * line.size)
    return true;
  return line.box[2] - line.box[0] > PROSE_SHARE * widest && line.box[2] > labels;
}

/** The left edge of the figures so far. */
function labelEdge(run: readonly Line[], pieces: ReadonlyMap<Line, readonly Piece[]>): number {
  const values = run.flatMap((line) => pieces.get(line)!.filter(({ isValue }) => isValue));
  return values.length === 0 ? 0 : Math.min(...values.map(({ box }) => box[0]));
}

/** Lines after the last gapped one, as far as they follow closely: the ends of wrapped labels. */
function closeLines(run: readonly Line[], waiting: readonly Line[]): Line[] {
  const close: Line[] = [];
  let last = run.at(-1)!;
  for (const line of waiting) {
    if (line.box[1] - last.box[3] > line.size / 2) break;
    close.push(line);
    last = line;
  }
  return close;
}

function isTable(lines: readonly (readonly Piece[])[]): boolean {
  const gapped = lines.filter((pieces) => pieces.length > 1);
  const withValues = gapped.filter((pieces) => pieces.some(({ isValue }) => isValue));
  return withValues.length >= VALUE_LINES || gapped.some((pieces) => pieces.length >= MANY_PIECES);
}
