/**
 * Writes blocks as plain text, in the ways that extraction tools and editors lay tables out: blocks and a
 * layout in, text out.
 */
import { type Grid, type GridCell, type PlacedCell, placeCells, type SourceBlock } from './grid.ts';

export type TextLayout = 'tab-led' | 'cell-a-line' | 'pipes' | 'markdown' | 'spaces';

export function blocksToText(blocks: readonly SourceBlock[], layout: TextLayout): string {
  const parts = blocks.map((block) => {
    if (block.kind === 'table') return TABLES[layout](block.grid);
    if (layout !== 'markdown') return block.text;
    return block.kind === 'heading'
      ? `${'#'.repeat(block.level + 1)} ${block.text}`
      : block.kind === 'title'
        ? `# ${block.text}`
        : block.text;
  });
  return `${parts.join('\n\n')}\n`;
}

const TABLES: Readonly<Record<TextLayout, (grid: Grid) => string>> = {
  'tab-led': tabLed,
  'cell-a-line': (grid) => grid.rows.flatMap((row) => row.map(textOf)).join('\n'),
  pipes: (grid) =>
    slots(grid)
      .map((row) => `| ${row.map(textOf).join(' | ')} |`)
      .join('\n'),
  markdown,
  spaces,
};

/** Rows apart by an empty line, each cell a line behind a tab; merged cells leave lines with a tab only. */
function tabLed(grid: Grid): string {
  return slots(grid)
    .map((row) =>
      row
        .filter((cell) => !cell.across)
        .map((cell) => `\t${textOf(cell)}`)
        .join('\n'),
    )
    .join('\n\n');
}

/** The first row becomes the header that Markdown asks for. */
function markdown(grid: Grid): string {
  const [first, ...rest] = slots(grid).map((row) => `| ${row.map(textOf).join(' | ')} |`);
  return [first, `|${' --- |'.repeat(grid.cols)}`, ...rest].join('\n');
}

/** Columns held by blanks; a full-width character takes two places. */
function spaces(grid: Grid): string {
  const placed = placeCells(grid);
  const rows = slots(grid);
  const widths = Array.from({ length: grid.cols }, (_, col) =>
    Math.max(
      2,
      ...placed
        .filter((cell) => cell.col === col && cell.colSpan === 1)
        .map((cell) => displayWidth(textOf(cell))),
    ),
  );
  return rows
    .map((row) => {
      let line = '';
      for (const [col, cell] of row.entries()) {
        if (cell.across) continue;
        const start = widths.slice(0, col).reduce((sum, width) => sum + width + GAP, 0);
        const text = textOf(cell);
        if (text === '') continue;
        line = line.padEnd(line.length + Math.max(line === '' ? 0 : GAP, start - displayWidth(line))) + text;
      }
      return line;
    })
    .join('\n');
}

/** Blanks between two columns: one could stand inside a label. */
const GAP = 2;

function displayWidth(text: string): number {
  return [...text].reduce((width, character) => width + (character.charCodeAt(0) > 0x2000 ? 2 : 1), 0);
}

interface Slot {
  readonly text: string;
  readonly vertical?: boolean;
  /** Covered from the left by a merged cell. */
  readonly across: boolean;
}

/** One slot for each column of each row; what a merged cell covers is empty. */
function slots(grid: Grid): readonly (readonly Slot[])[] {
  const lines: Slot[][] = grid.rows.map(() => []);
  for (const cell of placeCells(grid)) {
    for (let row = 0; row < cell.rowSpan; row++) {
      for (let col = 0; col < cell.colSpan; col++)
        lines[cell.row + row]![cell.col + col] = slotOf(cell, row, col);
    }
  }
  return lines;
}

function slotOf(cell: PlacedCell, row: number, col: number): Slot {
  return { text: row === 0 && col === 0 ? textOf(cell) : '', across: col > 0 };
}

function textOf(cell: GridCell | Slot): string {
  return cell.text.replaceAll('\n', ' ');
}
