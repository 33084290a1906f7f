/**
 * A document's tables and table-like text as one run of lines in reading order: labels at the left, cells
 * with figures behind them. Grids, ragged rows of text extractions and plain text with one cell a line
 * all become the same; what the lines mean is not asked here.
 */
import type { Cell, Document, Paragraph, Place, Table } from '../../src/document/document.ts';
import { type CellReading, readCell } from '../values/read-cell.ts';

export interface LineCell {
  readonly text: string;
  readonly reading: CellReading;
  readonly place: Place;
  /** Columns of the grid that the cell covers, `to` not included; the order in the row where there is no grid. */
  readonly from: number;
  readonly to: number;
  /** Spans several lines with cells of their own: the label of a group, not of a line. */
  readonly isGroup: boolean;
}

export interface Line {
  readonly layout: 'grid' | 'ragged' | 'flat';
  readonly block: number;
  readonly row: number;
  /** Cells with words, left to right; in flat text the words of up to four lines before the figures. */
  readonly labels: readonly LineCell[];
  /** All cells behind the last label, blanks included. */
  readonly values: readonly LineCell[];
  /** Whether any of the values is a figure or a mark for none. */
  readonly hasFigures: boolean;
}

/** A longer paragraph is running text, no label of a flat table. */
const MAX_LABEL_LENGTH = 60;
/** Labels wrapped by a text extraction arrive in pieces; the longest of the form in four. */
const MAX_LABEL_PIECES = 4;

export function documentLines(document: Document): Line[] {
  const lines: Line[] = [];
  let flat: FlatRun | null = null;
  document.blocks.forEach((block, index) => {
    if (block.kind === 'paragraph') {
      flat ??= new FlatRun(lines);
      flat.add(block, index);
      return;
    }
    flat?.end();
    flat = null;
    lines.push(...tableLines(block, index));
  });
  (flat as FlatRun | null)?.end();
  return lines;
}

function tableLines(table: Table, block: number): Line[] {
  const covering: Cell[][] = Array.from({ length: table.rows }, () => []);
  for (const cell of table.cells) {
    for (let row = cell.row; row < Math.min(table.rows, cell.row + cell.rowSpan); row++)
      covering[row]!.push(cell);
  }
  return covering.map((cells, row) => {
    const line = cells
      .sort((a, b) => a.col - b.col)
      .map((cell) => lineCell(cell, block, isGroup(cell, covering)));
    if (table.layout === 'grid') return splitLine(line, cells, row, block, table.layout);
    const split = line.flatMap((cell, i) => splitFigures(cell).map((part) => ({ part, cell: cells[i]! })));
    return splitLine(
      split.map(({ part }) => part),
      split.map(({ cell }) => cell),
      row,
      block,
      table.layout,
    );
  });
}

/** Without a grid, figures that a space parts are cells of their own: `251 11 0` is no 251110. */
function splitFigures(cell: LineCell): LineCell[] {
  if (cell.reading.doubt !== 'spaced-digits') return [cell];
  return tokens(cell.text, 0).map(({ text }) => ({ ...cell, text, reading: readCell(text) }));
}

/** A cell over several rows is a group's label when at least two of them have further cells at its right. */
function isGroup(cell: Cell, covering: readonly Cell[][]): boolean {
  if (cell.rowSpan === 1) return false;
  let rows = 0;
  for (let row = cell.row; row < Math.min(covering.length, cell.row + cell.rowSpan); row++) {
    if (covering[row]!.some((other) => other.row === row && other !== cell && other.col > cell.col)) rows++;
  }
  return rows > 1;
}

function lineCell(cell: Cell, block: number, group: boolean): LineCell {
  return {
    text: cell.text,
    reading: readCell(cell.text),
    place: {
      block,
      row: cell.row,
      col: cell.col,
      ...(cell.page === undefined ? {} : { page: cell.page }),
      ...(cell.box === undefined ? {} : { box: cell.box }),
    },
    from: cell.col,
    to: cell.col + cell.colSpan,
    isGroup: group,
  };
}

function splitLine(
  all: readonly LineCell[],
  cells: readonly Cell[],
  row: number,
  block: number,
  layout: Table['layout'],
): Line {
  const start = isSequenceColumn(all) ? 1 : 0;
  let firstFigure = all.findIndex((cell, i) => i >= start && isFigure(cell) && cells[i]!.row === row);
  if (firstFigure < 0) firstFigure = all.length;
  let lastLabel = -1;
  for (let i = start; i < firstFigure; i++) if (all[i]!.reading.state === 'text') lastLabel = i;
  return {
    layout,
    block,
    row,
    labels: all.slice(start, lastLabel + 1).filter((cell) => cell.reading.state === 'text'),
    values: all.filter((_, i) => i > lastLabel && i >= start && cells[i]!.row === row),
    hasFigures: firstFigure < all.length,
  };
}

/** 序号 | label | figures: a number of the row stands before its label. */
function isSequenceColumn(cells: readonly LineCell[]): boolean {
  const [first, second, third] = cells;
  return !!third && first?.reading.state === 'number' && second?.reading.state === 'text';
}

function isFigure(cell: LineCell): boolean {
  return (
    cell.reading.state === 'number' || cell.reading.state === 'dash' || cell.reading.state === 'unreadable'
  );
}

/** Paragraphs of a table written one cell a line, or one row a line: words, then the figures that belong to them. */
class FlatRun {
  private words: LineCell[] = [];
  private figures: LineCell[] = [];
  private block = 0;

  constructor(private readonly lines: Line[]) {}

  add(paragraph: Paragraph, block: number): void {
    for (const piece of flatPieces(paragraph.text)) {
      const cell = flatCell(piece, paragraph, block);
      if (isFigure(cell)) this.figures.push(cell);
      else if (piece.text.length > MAX_LABEL_LENGTH) this.end();
      else this.addWords(cell, block);
    }
  }

  end(): void {
    if (this.figures.length > 0) this.push(this.words.slice(-MAX_LABEL_PIECES), this.figures);
    this.words = [];
    this.figures = [];
  }

  /** Words after figures begin a new line; each word is a line of its own too: it may be a header. */
  private addWords(cell: LineCell, block: number): void {
    if (this.figures.length > 0) this.end();
    this.block = block;
    this.words.push(cell);
    this.push([cell], []);
  }

  private push(labels: readonly LineCell[], values: readonly LineCell[]): void {
    const block = values[0]?.place.block ?? this.block;
    this.lines.push({ layout: 'flat', block, row: 0, labels, values, hasFigures: values.length > 0 });
  }
}

interface Piece {
  readonly text: string;
  readonly from: number;
}

const TRAILING_FIGURES =
  /((?:[ \t\u00A0\u3000]+[+-]?[\d０-９][\d０-９,，.．]*)+|(?:[ \t\u00A0\u3000]+[-—/])+)\s*$/;

/** One line of text → its words and figures: `0 0 0` is three figures, `（一）予以公开 3 0 3` words and three figures. */
function flatPieces(text: string): Piece[] {
  return text.split('\n').flatMap((line, i, all) => {
    const offset = all.slice(0, i).reduce((sum, before) => sum + before.length + 1, 0);
    const whole = tokens(line, offset);
    if (whole.length > 1 && whole.every((piece) => readCell(piece.text).state !== 'text')) return whole;
    const tail = line.length <= MAX_LABEL_LENGTH * 2 ? TRAILING_FIGURES.exec(line) : null;
    if (!tail || tail.index === 0 || /[。；，、]/.test(line.slice(0, tail.index).slice(-1))) {
      return wordPieces(line, offset);
    }
    return [...wordPieces(line.slice(0, tail.index), offset), ...tokens(tail[1]!, offset + tail.index)];
  });
}

/** Two blanks or a tab: the gap between two cells of a row that is written on one line. */
const CELL_GAP = /(?:[ \u00A0\u3000]{2,}|[ \u00A0\u3000]*\t\s*)/;
/** Letter-spaced words have gaps too, but behind single characters. */
const MIN_CELL = 2;

function wordPieces(line: string, offset: number): Piece[] {
  if (line.trim() === '') return [];
  const cells = line.trim().split(CELL_GAP);
  if (cells.length === 1 || cells.some((cell) => cell.length < MIN_CELL))
    return [{ text: line, from: offset }];
  let at = 0;
  return cells.map((text) => {
    at = line.indexOf(text, at);
    const from = offset + at;
    at += text.length;
    return { text, from };
  });
}

function tokens(line: string, offset: number): Piece[] {
  return [...line.matchAll(/[^\s\u00A0\u3000]+/g)].map((match) => ({
    text: match[0],
    from: offset + match.index,
  }));
}

function flatCell(piece: Piece, paragraph: Paragraph, block: number): LineCell {
  return {
    text: piece.text,
    reading: readCell(piece.text),
    place: {
      block,
      from: piece.from,
      to: piece.from + piece.text.length,
      ...(paragraph.page === undefined ? {} : { page: paragraph.page }),
      ...(paragraph.box === undefined ? {} : { box: paragraph.box }),
    },
    from: 0,
    to: 1,
    isGroup: false,
  };
}
