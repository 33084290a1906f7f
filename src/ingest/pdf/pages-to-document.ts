/**
 * Takes the page models of a PDF, from whichever adapter, and gives the neutral document: ruled tables, then
 * borderless ones, then paragraphs, in reading order; tables cut by the page's end joined. Pure.
 */
import type { Diagnostic } from '../../document/diagnostic.ts';
import { type Block, type Document, type Table, unreadable } from '../../document/document.ts';
import { borderlessRegions, joinRegions, type Region } from './borderless-regions.ts';
import { borderlessTable } from './borderless-table.ts';
import { glyphsToLines, type Line } from './glyphs-to-lines.ts';
import { joinTables } from './join-tables.ts';
import { linesToParagraphs, type PlacedLine, settingOf } from './lines-to-paragraphs.ts';
import type { PageModel, PdfModel } from './page.ts';
import { furnitureLines } from './page-furniture.ts';
import { type PdfTable, pageTables, type TableDoubtCode } from './page-tables.ts';
import { judgeTextLayer } from './text-layer.ts';

export function pagesToDocument({ title, pages, damagedPages }: PdfModel): Document {
  const { fault, doubts } = judgeTextLayer(pages, damagedPages);
  if (fault !== null) return unreadable(fault.code, fault.message);
  const flow = joinedFlow(pageFlow(pages));
  const setting = settingOf(flow.filter(isLine));
  const blocks: Block[] = [];
  const diagnostics: Diagnostic[] = [...doubts];
  let run: PlacedLine[] = [];
  const endRun = () => {
    if (run.length > 0) blocks.push(...linesToParagraphs(run, setting));
    run = [];
  };
  for (const item of flow) {
    if (isLine(item)) {
      run.push(item);
      continue;
    }
    endRun();
    diagnostics.push(...tableDiagnostics(item, blocks.length));
    blocks.push(toTable(item));
  }
  endRun();
  const metadata = title === '' ? [] : [{ name: 'pdf:title', value: title }];
  return { blocks, metadata, diagnostics };
}

type Item = PlacedLine | PdfTable;
type RawItem = Item | Region;

function isLine(item: RawItem): item is PlacedLine {
  return 'line' in item;
}

function isRegion(item: RawItem): item is Region {
  return 'pieces' in item;
}

/** Lines, tables and regions in reading order, page after page, without page furniture. */
function pageFlow(pages: readonly PageModel[]): RawItem[] {
  const ruled = pages.map(pageTables);
  const linesOf = ruled.map(({ outside }) => glyphsToLines(outside));
  const furniture = furnitureLines(pages, linesOf);
  return pages.flatMap((page, i) => {
    const { tables } = ruled[i]!;
    const lines = linesOf[i]!.filter((line) => !furniture.has(line));
    const regions = runsBetween(lines, tables).flatMap((run) => borderlessRegions(page, run));
    const used = new Set<Line>(regions.flatMap((region) => region.lines));
    const items: { top: number; item: RawItem }[] = [
      ...tables.map((table) => ({ top: table.box[1], item: table })),
      ...regions.map((region) => ({ top: region.top, item: region })),
      ...lines.filter((line) => !used.has(line)).map((line) => ({ top: line.box[1], item: { line, page } })),
    ];
    return items.sort((a, b) => a.top - b.top).map(({ item }) => item);
  });
}

/** The lines above, between and below the tables of a page. */
function runsBetween(lines: readonly Line[], tables: readonly PdfTable[]): Line[][] {
  const above = (line: Line) => tables.filter(({ box }) => box[1] < line.box[1]).length;
  const runs: Line[][] = Array.from({ length: tables.length + 1 }, () => []);
  for (const line of lines) runs[above(line)]!.push(line);
  return runs;
}

/** A table that opens a page goes on with the table that ended the page before, if their columns agree. */
function joinedFlow(flow: readonly RawItem[]): Item[] {
  const joined: RawItem[] = [];
  let lastPage = 0;
  for (const item of flow) {
    const before = joined.at(-1);
    const page = isLine(item) ? item.page.number : item.page;
    const whole = before !== undefined && page === lastPage + 1 ? joinedItems(before, item) : null;
    if (whole === null) joined.push(item);
    else joined[joined.length - 1] = whole;
    lastPage = page;
  }
  return joined.flatMap((item): Item[] => {
    if (!isRegion(item)) return [item];
    const hasValues = item.pieces.some(({ isValue }) => isValue);
    return hasValues
      ? [borderlessTable(item)]
      : item.lines.map((line) => ({ line, page: pageOf(item, line) }));
  });
}

function pageOf(region: Region, line: Line): PageModel {
  return region.pieces.find(({ glyphs }) => glyphs.some((glyph) => line.glyphs.includes(glyph)))!.page;
}

function joinedItems(before: RawItem, item: RawItem): RawItem | null {
  if (isLine(before) || isLine(item)) return null;
  if (!isRegion(before) && !isRegion(item)) return joinTables(before, item);
  return isRegion(before) && isRegion(item) ? joinRegions(before, item) : null;
}

function toTable(table: PdfTable): Table {
  return {
    kind: 'table',
    rows: table.rows,
    cols: table.xs.length - 1,
    cells: table.cells.map(({ openTop, openBottom, ...cell }) => cell),
    layout: 'grid',
  };
}

const DOUBTS: Readonly<Record<TableDoubtCode, Pick<Diagnostic, 'severity' | 'message'>>> = {
  'pdf.irregular-cell': {
    severity: 'warning',
    message: 'The rules enclose a cell that is no rectangle; it was cut into rectangles.',
  },
  'pdf.text-over-rule': {
    severity: 'warning',
    message: 'A figure runs over the rule of its cell and may belong to the neighbour.',
  },
  'pdf.row-cut': { severity: 'info', message: 'A row cut by the end of a page was put together.' },
  'pdf.crowded-cell': {
    severity: 'warning',
    message: 'Several figures stand where one cell was found in a table without rules.',
  },
  'pdf.borderless-table': {
    severity: 'info',
    message: 'A table without rules was read from the gaps between its columns.',
  },
};

function tableDiagnostics(table: PdfTable, block: number): Diagnostic[] {
  return table.doubts.map(({ code, row, col }) => ({
    ...{ code, ...DOUBTS[code] },
    place: { block, ...(row === undefined ? {} : { row }), ...(col === undefined ? {} : { col }) },
  }));
}
