/**
 * Writes blocks as a .docx: blocks and habits of the word processor in, bytes out. Only what a report
 * needs: paragraphs, headings, tables with merged cells, revisions, content controls, automatic numbering.
 */
import { strToU8, zipSync } from 'fflate';
import { type Grid, type GridCell, type PlacedCell, placeCells, type SourceBlock } from './grid.ts';
import { escapeMarkup } from './xml.ts';

export interface DocxHabits {
  /**
   * `word`: gridSpan and vMerge. `wps`: hMerge in place of gridSpan, gridBefore in place of the leading
   * cells that a vertical merge continues, gridAfter in place of a last cell's further columns.
   */
  readonly merging?: 'word' | 'wps';
  /** Headings get their 一、 and （一） from numbering.xml. */
  readonly autoNumbering?: boolean;
  /** Some figures replace deleted ones, and a deleted row is left standing in each table. */
  readonly revisions?: boolean;
  /** Tables, cells and runs stand in content controls. */
  readonly contentControls?: boolean;
}

/** The first date a ZIP entry can hold, in local time as the format has it: the same bytes in every time zone. */
const ZIP_DATE = new Date(1980, 0, 1);
const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const REVISION = 'w:author="编辑" w:date="2022-01-05T09:00:00Z"';
/** Twentieths of a point across the text of an A4 page with margins of 28 mm. */
const TEXT_WIDTH = 8700;

export function writeDocx(blocks: readonly SourceBlock[], habits: DocxHabits = {}): Uint8Array {
  const body = blocks.map((block) => blockXml(block, habits)).join('\n');
  const section =
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1600" w:right="1600" w:bottom="1600" w:left="1600"/></w:sectPr>';
  const parts: Record<string, string> = {
    '[Content_Types].xml': contentTypes(habits),
    '_rels/.rels': relationships([['officeDocument', 'word/document.xml']]),
    'word/document.xml': `${XML}<w:document xmlns:w="${W}"><w:body>${body}${section}</w:body></w:document>`,
    'word/_rels/document.xml.rels': relationships([
      ['styles', 'styles.xml'],
      ...(habits.autoNumbering ? [['numbering', 'numbering.xml'] as const] : []),
    ]),
    'word/styles.xml': STYLES,
    ...(habits.autoNumbering ? { 'word/numbering.xml': NUMBERING } : {}),
  };
  const entries = Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]));
  return zipSync(entries, { level: 6, mtime: ZIP_DATE });
}

function blockXml(block: SourceBlock, habits: DocxHabits): string {
  switch (block.kind) {
    case 'title':
      return paragraph(run(block.text, habits), '<w:jc w:val="center"/>');
    case 'heading':
      return headingXml(block.text, block.level, habits);
    case 'signature':
      return paragraph(run(block.text, habits), '<w:jc w:val="right"/>');
    case 'paragraph':
      return paragraph(run(block.text, habits), '<w:ind w:firstLine="640"/>');
    case 'table':
      return control(tableXml(block.grid, habits), habits);
  }
}

function paragraph(content: string, properties = ''): string {
  return `<w:p>${properties ? `<w:pPr>${properties}</w:pPr>` : ''}${content}</w:p>`;
}

function run(text: string, habits: DocxHabits): string {
  if (text === '') return '';
  return control(`<w:r><w:t xml:space="preserve">${escapeMarkup(text)}</w:t></w:r>`, habits);
}

function control(content: string, habits: DocxHabits): string {
  return habits.contentControls && content !== ''
    ? `<w:sdt><w:sdtPr/><w:sdtContent>${content}</w:sdtContent></w:sdt>`
    : content;
}

/** 一、 or （一） at the start of a heading: the number that automatic numbering takes over. */
const HEADING_NUMBER = /^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)/;

function headingXml(text: string, level: 1 | 2, habits: DocxHabits): string {
  const style = `<w:pStyle w:val="Heading${level}"/>`;
  if (!habits.autoNumbering) return paragraph(run(text, habits), style);
  const numbering = `<w:numPr><w:ilvl w:val="${level - 1}"/><w:numId w:val="1"/></w:numPr>`;
  return paragraph(run(text.replace(HEADING_NUMBER, ''), habits), style + numbering);
}

function tableXml(grid: Grid, habits: DocxHabits): string {
  const cells = placeCells(grid);
  const total = grid.widths.reduce((sum, width) => sum + width, 0);
  const widths = grid.widths.map((width) => Math.floor((width * TEXT_WIDTH) / total));
  const columns = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  const rows = grid.rows.map((_, row) => rowXml(cells, row, grid.cols, habits));
  if (habits.revisions) rows.splice(2, 0, deletedRow(grid));
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
    .map((side) => `<w:${side} w:val="single" w:sz="4" w:color="000000"/>`)
    .join('');
  return `<w:tbl><w:tblPr><w:tblBorders>${borders}</w:tblBorders></w:tblPr><w:tblGrid>${columns}</w:tblGrid>${rows.join('\n')}</w:tbl>`;
}

function rowXml(cells: readonly PlacedCell[], row: number, cols: number, habits: DocxHabits): string {
  const line = cells
    .filter((cell) => cell.row <= row && row < cell.row + cell.rowSpan)
    .sort((a, b) => a.col - b.col);
  if (habits.merging !== 'wps') {
    return `<w:tr>${line.map((cell) => cellXml(cell, row, habits, `<w:gridSpan w:val="${cell.colSpan}"/>`)).join('')}</w:tr>`;
  }
  const firstOwn = line.findIndex((cell) => cell.row === row);
  const own = line.slice(Math.max(firstOwn, 0));
  const before = own[0]!.col;
  const last = own.at(-1)!;
  const after = last.fact ? last.colSpan - 1 : 0;
  const properties = [
    before > 0 ? `<w:gridBefore w:val="${before}"/>` : '',
    after > 0 ? `<w:gridAfter w:val="${after}"/>` : '',
  ].join('');
  const parts = own.map((cell) =>
    wpsCells(after > 0 && cell === last ? { ...cell, colSpan: cols - after - cell.col } : cell, row, habits),
  );
  return `<w:tr>${properties ? `<w:trPr>${properties}</w:trPr>` : ''}${parts.join('')}</w:tr>`;
}

/** ECMA-376 Part 4, 14.4.2: hMerge, the old way to merge across, one cell for each column. */
function wpsCells(cell: PlacedCell, row: number, habits: DocxHabits): string {
  if (cell.colSpan === 1) return cellXml(cell, row, habits, '');
  const rest = new Array<string>(cell.colSpan - 1).fill('<w:tc><w:tcPr><w:hMerge/></w:tcPr><w:p/></w:tc>');
  return cellXml(cell, row, habits, '<w:hMerge w:val="restart"/>') + rest.join('');
}

function cellXml(cell: PlacedCell, row: number, habits: DocxHabits, across: string): string {
  const down = cell.rowSpan === 1 ? '' : cell.row === row ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>';
  const content = cell.row === row ? cellContent(cell, habits) : '<w:p/>';
  const xml = `<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/>${across}${down}</w:tcPr>${content}</w:tc>`;
  return habits.contentControls && cell.fact ? control(xml, habits) : xml;
}

function cellContent(cell: GridCell, habits: DocxHabits): string {
  if (cell.vertical) return [...cell.text].map((character) => paragraph(run(character, habits))).join('');
  if (habits.revisions && cell.fact && cell.fact.value !== null && cell.fact.value % 3 === 0) {
    return paragraph(revised(String(cell.fact.value + 11), cell.text));
  }
  return cell.text
    .split('\n')
    .map((line) => paragraph(run(line, habits)))
    .join('');
}

function revised(before: string, after: string): string {
  const old = `<w:del w:id="1" ${REVISION}><w:r><w:delText>${escapeMarkup(before)}</w:delText></w:r></w:del>`;
  return `${old}<w:ins w:id="2" ${REVISION}><w:r><w:t>${escapeMarkup(after)}</w:t></w:r></w:ins>`;
}

/** ECMA-376 17.13.5.12: a row whose deletion was not yet accepted. */
function deletedRow(grid: Grid): string {
  const text = `<w:del w:id="3" ${REVISION}><w:r><w:delText>999</w:delText></w:r></w:del>`;
  const cells = Array.from({ length: grid.cols }, () => `<w:tc><w:tcPr/>${paragraph(text)}</w:tc>`).join('');
  return `<w:tr><w:trPr><w:del w:id="4" ${REVISION}/></w:trPr>${cells}</w:tr>`;
}

function contentTypes(habits: DocxHabits): string {
  const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
  const parts = [
    ['document', 'document.main'],
    ['styles', 'styles'],
    ...(habits.autoNumbering ? [['numbering', 'numbering']] : []),
  ].map(([name, type]) => `<Override PartName="/word/${name}.xml" ContentType="${main}.${type}+xml"/>`);
  return `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${parts.join('')}</Types>`;
}

function relationships(targets: readonly (readonly [type: string, target: string])[]): string {
  const items = targets.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}</Relationships>`;
}

const STYLES = `${XML}<w:styles xmlns:w="${W}">${[1, 2]
  .map(
    (level) =>
      `<w:style w:type="paragraph" w:styleId="Heading${level}"><w:name w:val="heading ${level}"/><w:pPr><w:outlineLvl w:val="${level - 1}"/></w:pPr></w:style>`,
  )
  .join('')}</w:styles>`;

const NUMBERING = `${XML}<w:numbering xmlns:w="${W}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:suff w:val="nothing"/><w:lvlText w:val="%1、"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:suff w:val="nothing"/><w:lvlText w:val="（%2）"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
