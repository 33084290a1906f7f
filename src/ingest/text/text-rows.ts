/**
 * What all the ways of writing a table as text share: lines, rows of cell texts, what a figure looks like, and
 * the table made of rows. Columns of such rows are their order only, hence `layout: 'ragged'`.
 */
import type { Table } from '../../document/document.ts';

/** Rows found at a line, and the line after them; `rows` may be interrupted by nothing but blank lines. */
interface TakenRows {
  readonly rows: readonly (readonly string[])[];
  readonly next: number;
}

/** Takes the rows of one way of writing that begin at `lines[at]`; undefined where none do. */
export type RowTaker = (lines: readonly string[], at: number) => TakenRows | undefined;

/** A number, a mark for none, or nothing: what stands in a cell of figures. */
const FIGURE = /^[\s+\-—–－/／.,，．％%0-9０-９]*(?:万元|元)?$/;
/** 一、 … 十、: a heading, where it stands on a line of its own. */
const NUMBERED = /^[一二三四五六七八九十]{1,3}、/;

export function isBlank(line: string | undefined): boolean {
  return line === undefined || line.trim() === '';
}

/** Also of an empty text. */
export function isFigure(text: string): boolean {
  return FIGURE.test(text);
}

export function isNumbered(line: string): boolean {
  return NUMBERED.test(line.trim());
}

/** The first line from `at` on that is not blank; the number of lines where there is none. */
export function nextFilled(lines: readonly string[], at: number): number {
  let i = at;
  while (i < lines.length && isBlank(lines[i])) i++;
  return i;
}

export function raggedTable(rows: readonly (readonly string[])[]): Table {
  return {
    kind: 'table',
    rows: rows.length,
    cols: Math.max(0, ...rows.map((row) => row.length)),
    cells: rows.flatMap((row, r) => row.map((text, c) => ({ row: r, col: c, rowSpan: 1, colSpan: 1, text }))),
    layout: 'ragged',
  };
}
