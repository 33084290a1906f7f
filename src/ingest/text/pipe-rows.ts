/**
 * Rows written with bars, as page extractions and Markdown have them: a row a line with or without borders, or
 * a cell a line with the bar behind it, before it or on a line of its own, where a row ends when words follow
 * figures. Empty places between bars are blank cells; rules (`|---|`, box drawings) are left out.
 */
import { isBlank, isFigure, isNumbered, nextFilled, type RowTaker } from './text-rows.ts';

/** Characters of one cell: more, with a full stop, is running text that happens to have a bar. */
const PROSE = 200;
/** Characters: a heading of a column has fewer. */
const SHORT = 12;

const BARS = /[｜│┃║]/g;
const DRAWN_RULE = /^(?=.*[─━┄┅═])[|+\s─━┄┅═┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛╔╦╗╠╬╣╚╩╝╟╢╤╧╪]+$/;

type PipeLine =
  | { readonly kind: 'row'; readonly cells: readonly string[] }
  /** One cell, or only bars: how the bars of the line stand to its cell. */
  | { readonly kind: 'cell'; readonly cells: readonly string[]; readonly bars: 'none' | 'own' | 'alone' };

export const takePipeRows: RowTaker = (lines, at) => {
  const taken: PipeLine[] = [];
  let next = at;
  for (let i = at; i < lines.length; i = nextFilled(lines, i + 1)) {
    const line = lines[i]!.replace(BARS, '|');
    if (isRule(line)) {
      next = i + 1;
      continue;
    }
    const read = line.includes('|') ? readPipeLine(line) : betweenBars(lines, i, taken.at(-1));
    if (read === undefined) break;
    taken.push(read);
    next = i + 1;
  }
  return taken.length === 0 ? undefined : { rows: formRows(taken), next };
};

function readPipeLine(line: string): PipeLine | undefined {
  const parts = line.trim().replace(/\\\|/g, '\u0000').split('|').map(cellText);
  if (parts.some((part) => part.length > PROSE && part.includes('。'))) return undefined;
  const filled = parts.filter((part) => part !== '');
  if (filled.length === 0)
    return { kind: 'cell', cells: parts.slice(1), bars: parts.length === 2 ? 'alone' : 'own' };
  if (parts.length === 2 && filled.length === 1) return { kind: 'cell', cells: filled, bars: 'own' };
  return { kind: 'row', cells: parts };
}

/** A line without bar is a cell where a bar on a line of its own stands before or behind it. */
function betweenBars(
  lines: readonly string[],
  at: number,
  previous: PipeLine | undefined,
): PipeLine | undefined {
  const text = lines[at]!.trim();
  const following = lines[nextFilled(lines, at + 1)]?.replace(BARS, '|').trim();
  const isBefore = following === '|' && text.length <= PROSE;
  const isAfter =
    previous?.kind === 'cell' &&
    (isFigure(text) || (previous.bars === 'alone' && text.length <= SHORT && !isNumbered(text)));
  return isBefore || isAfter ? { kind: 'cell', cells: [text], bars: 'none' } : undefined;
}

function isRule(line: string): boolean {
  if (DRAWN_RULE.test(line)) return true;
  const parts = line.split(/[|+]/).filter((part) => !isBlank(part));
  // `| - | - |` is a row of marks for none.
  return (
    parts.length > 0 && parts.every((part) => /^\s*:?[-=]+:?\s*$/.test(part)) && /[-=]{3}|-:|:-/.test(line)
  );
}

function cellText(part: string): string {
  return part
    .replaceAll('\u0000', '|')
    .replace(/<br\s*\/?>/gi, '\n')
    .trim();
}

function formRows(taken: readonly PipeLine[]): string[][] {
  const whole = taken.filter((line) => line.kind === 'row');
  // A bar at an end of every row is a border; at the end of some it parts a blank cell.
  const hasLeft = whole.every((line) => line.cells[0] === '');
  const hasRight = whole.every((line) => line.cells.at(-1) === '');
  const rows: string[][] = [];
  let isOpen = false;
  for (let i = 0; i < taken.length; i++) {
    const line = taken[i]!;
    if (line.kind === 'row') {
      rows.push(line.cells.slice(hasLeft ? 1 : 0, hasRight ? -1 : undefined));
      isOpen = false;
      continue;
    }
    // A bar on a line of its own between two cells parts them; beside another one it is a blank cell.
    const isSeparator = line.bars === 'alone' && isBareCell(taken[i - 1]) && isBareCell(taken[i + 1]);
    if (isSeparator) {
      isOpen = true;
      continue;
    }
    for (const cell of line.cells) {
      const row = rows.at(-1);
      const last = row?.at(-1);
      const startsRow = row === undefined || last === undefined || taken[i - 1]?.kind === 'row';
      const goesOn = !startsRow && (isFigure(cell) || (isOpen && !isFigure(last)));
      if (goesOn) row.push(cell);
      else rows.push([cell]);
      isOpen = false;
    }
  }
  return rows;
}

function isBareCell(line: PipeLine | undefined): boolean {
  return line?.kind === 'cell' && line.bars === 'none';
}
