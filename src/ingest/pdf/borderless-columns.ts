/**
 * Takes the pieces of a table without rules and gives its columns as ranges of x: figures that stand under one
 * another make a column, then the other texts from the narrowest on; a text over several columns spans them.
 */
import { type Piece, piecesAt } from './borderless-regions.ts';

export interface Columns {
  /** Left and right of each column's texts, from left to right. */
  readonly ranges: readonly (readonly [number, number])[];
  /** The first column that holds figures. */
  readonly firstValue: number;
  /** The pieces, headers that run together cut at the columns of figures. */
  readonly pieces: readonly Piece[];
}

/** Points: texts that share less than this do not stand under one another. */
const OVERLAP = 1;
/** Em: headers of neighbouring columns can be this close. */
const HEADER_GAP = 0.2;

export function borderlessColumns(pieces: readonly Piece[]): Columns {
  const ranges: [number, number][] = [];
  for (const { box } of pieces.filter(({ isValue }) => isValue).sort((a, b) => a.box[0] - b.box[0])) {
    const last = ranges.at(-1);
    if (last !== undefined && last[1] - box[0] > OVERLAP) last[1] = Math.max(last[1], box[2]);
    else ranges.push([box[0], box[2]]);
  }
  const leftmost = ranges[0]?.[0] ?? Infinity;
  const cut = pieces.flatMap((piece) => (piece.isValue ? [piece] : cutOverColumns(piece, ranges)));
  const texts = cut.filter(
    (piece, i) => !piece.isValue && !(piece.box[2] < leftmost && isAboveValues(cut, i)),
  );
  texts.sort((a, b) => width(a) - width(b) || a.box[0] - b.box[0] || a.box[1] - b.box[1]);
  for (const { box } of texts) {
    const met = ranges.filter((range) => overlap(range, box) > OVERLAP);
    if (met.length === 0) ranges.push([box[0], box[2]]);
    if (met.length !== 1) continue;
    const [range] = met as [[number, number]];
    const wider: [number, number] = [Math.min(range[0], box[0]), Math.max(range[1], box[2])];
    if (ranges.some((other) => other !== range && overlap(other, [wider[0], 0, wider[1]]) > OVERLAP))
      continue;
    [range[0], range[1]] = wider;
  }
  ranges.sort((a, b) => a[0] - b[0]);
  const firstValue = ranges.findIndex((range) => range[1] > leftmost);
  return {
    ranges,
    firstValue: firstValue < 0 ? ranges.length : firstValue,
    pieces: cut.flatMap((piece) => cutBetweenColumns(piece, ranges)),
  };
}

/** The first and the last column that a text stands over. */
export function columnSpan({ box }: Piece, ranges: Columns['ranges']): readonly [number, number] {
  const met = ranges
    .map((range, i) => [overlap(range, box), i] as const)
    .filter(([shared]) => shared > OVERLAP);
  if (met.length > 0) return [met[0]![1], met.at(-1)![1]];
  const middle = (box[0] + box[2]) / 2;
  const distances = ranges.map(([x0, x1]) => Math.abs((x0 + x1) / 2 - middle));
  const nearest = distances.indexOf(Math.min(...distances));
  return [nearest, nearest];
}

/** The texts above the first figure's line; those at the left are the header's corner and set as they please. */
function isAboveValues(pieces: readonly Piece[], index: number): boolean {
  const first = pieces.find(({ isValue }) => isValue);
  const piece = pieces[index]!;
  if (first === undefined) return true;
  if (first.page !== piece.page) return piece.page.number < first.page.number;
  return piece.box[3] < first.box[1];
}

/** A header that runs over several columns of figures, in as many parts. */
function cutOverColumns(piece: Piece, ranges: Columns['ranges']): Piece[] {
  const columnsOf = ({ box }: Piece) => ranges.filter((range) => overlap(range, box) > 0);
  if (columnsOf(piece).length < 2) return [piece];
  const parts = piecesAt(piece.page, piece.glyphs, HEADER_GAP);
  return parts.every((part) => columnsOf(part).length === 1) ? parts : [piece];
}

/** A text over several columns, cut at its gaps that lie between two columns. */
function cutBetweenColumns(piece: Piece, ranges: Columns['ranges']): Piece[] {
  if (ranges.filter((range) => overlap(range, piece.box) > OVERLAP).length < 2) return [piece];
  const parts: Piece[] = [];
  for (const part of piecesAt(piece.page, piece.glyphs, HEADER_GAP)) {
    const last = parts.at(-1);
    const gap = last === undefined ? 0 : (last.box[2] + part.box[0]) / 2;
    if (last === undefined || !ranges.some(([x0, x1]) => x0 <= gap && gap <= x1)) parts.push(part);
    else parts.splice(-1, 1, ...piecesAt(piece.page, [...last.glyphs, ...part.glyphs], Infinity));
  }
  return parts;
}

function overlap(
  [x0, x1]: readonly [number, number],
  box: readonly [number, number, number, ...number[]],
): number {
  return Math.min(x1, box[2]) - Math.max(x0, box[0]);
}

function width({ box }: Piece): number {
  return box[2] - box[0];
}
