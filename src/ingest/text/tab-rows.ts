/**
 * Rows written with tabs. Text extractors (Apache Tika among them) lead each cell with a tab, one cell a line, and
 * end a row with a blank line; a cell of several paragraphs goes on in lines without tab, blank lines between
 * them. Spreadsheets and copied tables have a row a line, cells separated by tabs.
 */
import { isBlank, isFigure, isNumbered, nextFilled, type RowTaker } from './text-rows.ts';

/** Characters: a line led by a tab that is longer, with a full stop, is an indented paragraph. */
const PROSE = 60;
/** Characters of a piece of a label that was broken over paragraphs. */
const FRAGMENT = 12;
/** A note to a figure: 22 with （其中修订16件） below. A unit in brackets, without digits, heads a table. */
const NOTE = /^[（(](?=.*[0-9０-９])[^（()）]{1,30}[）)]$/;

const isLed = (line: string | undefined): boolean =>
  line !== undefined && /^\t[^\t]*$/.test(line) && !isProse(line);
const isProse = (line: string): boolean => line.length > PROSE && line.includes('。');

export const takeTabLedRows: RowTaker = (lines, at) => {
  if (!isLed(lines[at])) return undefined;
  const cells: string[] = [];
  /** By cell: the blank lines after it. */
  const gaps: number[] = [];
  let i = at;
  while (isLed(lines[i])) {
    const parts = [lines[i]!.slice(1).trimEnd()];
    i = takeFragments(lines, i + 1, parts);
    cells.push(parts.join('\n'));
    const next = nextCell(lines, i);
    gaps.push(next - i);
    if (!isLed(lines[next])) break;
    i = next;
  }
  // More blank lines than after other rows are empty paragraphs at the end of a cell: the row goes on.
  const rowEnd = mostCommon(gaps.slice(0, -1).filter((gap) => gap > 0)) ?? 1;
  const rows: string[][] = [[]];
  cells.forEach((cell, c) => {
    rows.at(-1)!.push(cell);
    if (c < cells.length - 1 && gaps[c]! > 0 && gaps[c]! <= rowEnd) rows.push([]);
  });
  return rows.some((row) => row.length > 1) ? { rows, next: i } : undefined;
};

/** The first line from `at` on that is not empty: a tab alone is a blank cell. */
function nextCell(lines: readonly string[], at: number): number {
  let i = at;
  while (i < lines.length && isBlank(lines[i]) && !lines[i]!.startsWith('\t')) i++;
  return i;
}

/** Pieces of the cell's text after its first line: 不 予 公 开 in four paragraphs. Returns the line after them. */
function takeFragments(lines: readonly string[], from: number, parts: string[]): number {
  if (isFigure(parts[0]!)) return takeNote(lines, from, parts);
  const found: string[] = [];
  let at = from;
  for (;;) {
    const next = nextCell(lines, at);
    const line = lines[next];
    if (line === undefined || line.startsWith('\t')) {
      // Pieces count only where the table goes on behind them.
      if (found.length === 0 || !isLed(line)) return from;
      parts.push(...found);
      return at;
    }
    if (line.trim().length > FRAGMENT || isNumbered(line)) return from;
    found.push(line.trim());
    at = next + 1;
  }
}

/** In the line below a figure, or after one blank line where the row goes on behind it; else it heads what follows. */
function takeNote(lines: readonly string[], from: number, parts: string[]): number {
  const isApart = isBlank(lines[from]) && !lines[from]?.startsWith('\t');
  const at = isApart ? from + 1 : from;
  const note = lines[at]?.trim() ?? '';
  if (parts[0]!.trim() === '' || !NOTE.test(note) || (isApart && !isLed(lines[at + 1]))) return from;
  parts.push(note);
  return at + 1;
}

function mostCommon(values: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0];
}

/** A number of a list or a heading, which word processors part from its text with a tab. */
const LIST_NUMBER = /^[（(]?[一二三四五六七八九十\d]+[）)、.．]*$/;

export const takeTabSeparatedRows: RowTaker = (lines, at) => {
  const rows: string[][] = [];
  let next = at;
  for (let i = at; i < lines.length; i = nextFilled(lines, i + 1)) {
    const row = tabSeparated(lines[i]!);
    if (row === undefined) break;
    rows.push(row);
    next = i + 1;
  }
  return rows.length > 0 ? { rows, next } : undefined;
};

function tabSeparated(line: string): string[] | undefined {
  if (isBlank(line) || !/\S.*\t|\t\t/.test(line) || isProse(line)) return undefined;
  const cells = line.split('\t').map((cell) => cell.trim());
  const filled = cells.filter((cell) => cell !== '');
  return filled.length === 2 && LIST_NUMBER.test(filled[0]!) && !isFigure(filled[1]!) ? undefined : cells;
}
