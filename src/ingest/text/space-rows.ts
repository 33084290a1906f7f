/**
 * Rows whose columns are aligned with spaces, as PDF extractors and typewritten tables have them. Columns are
 * the stretches in which the fullest rows have text; a row with less gets a blank cell where a column has none.
 */
import { isBlank, isFigure, nextFilled, type RowTaker } from './text-rows.ts';

/** Rows: a single line with a gap is a signature or a title. */
const MIN_ROWS = 2;

interface Segment {
  readonly text: string;
  /** In character cells: a Han character takes two. */
  readonly from: number;
  readonly to: number;
}

export const takeSpacedRows: RowTaker = (lines, at) => {
  const rows: Segment[][] = [];
  let next = at;
  for (let i = at; i < lines.length; i = nextFilled(lines, i + 1)) {
    const row = segments(lines[i]!);
    if (row === undefined) break;
    rows.push(row);
    next = i + 1;
  }
  if (rows.length < MIN_ROWS || !rows.some((row) => row.some((cell) => isFigure(cell.text))))
    return undefined;
  const columns = findColumns(rows);
  return { rows: rows.map((row) => cellsOf(row, columns)), next };
};

/** The texts between gaps of two spaces and more; undefined for running text. */
function segments(line: string): Segment[] | undefined {
  if (isBlank(line) || line.includes('。') || /[\t|]/.test(line)) return undefined;
  const found: Segment[] = [];
  let column = 0;
  let at = 0;
  for (const match of line.matchAll(/\S+(?:[ \u00a0]\S+)*/g)) {
    column += width(line.slice(at, match.index));
    const from = column;
    column += width(match[0]);
    at = match.index + match[0].length;
    found.push({ text: match[0], from, to: column });
  }
  return found.length >= 2 ? found : undefined;
}

function width(text: string): number {
  let sum = 0;
  for (const char of text)
    sum +=
      /[\u1100-\u115f\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/.test(
        char,
      )
        ? 2
        : 1;
  return sum;
}

/** Undefined where the fullest rows do not agree about the columns. */
function findColumns(rows: readonly Segment[][]): readonly Segment[] | undefined {
  const most = Math.max(...rows.map((row) => row.length));
  const fullest = rows.filter((row) => row.length === most);
  const columns = Array.from({ length: most }, (_, c) => ({
    text: '',
    from: Math.min(...fullest.map((row) => row[c]!.from)),
    to: Math.max(...fullest.map((row) => row[c]!.to)),
  }));
  return columns.every((column, c) => c === 0 || columns[c - 1]!.to <= column.from) ? columns : undefined;
}

function cellsOf(row: readonly Segment[], columns: readonly Segment[] | undefined): string[] {
  const texts = row.map((segment) => segment.text);
  if (columns === undefined || row.length === columns.length) return texts;
  const places: number[] = [];
  for (const segment of row) {
    const met = columns.flatMap((column, c) =>
      segment.from < column.to && segment.to > column.from ? [c] : [],
    );
    const place = met.length === 1 ? met[0]! : -1;
    // A heading over several columns, or text beside all of them: the row's order is all that is known.
    if (place < 0 || place <= (places.at(-1) ?? -1)) return texts;
    places.push(place);
  }
  const cells = columns.map(() => '');
  places.forEach((place, i) => {
    cells[place] = texts[i]!;
  });
  return cells;
}
