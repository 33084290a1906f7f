/** Builders of small docx files from WordprocessingML, and a sketch of a table for comparing. */
import { strToU8, zipSync } from 'fflate';
import type { Document, Table } from '../../../src/document/document.ts';
import { ooxmlReader } from '../../../src/ingest/docx/ooxml-reader.ts';

export const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

const NAMESPACES = `xmlns:w="${W}"
  xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
  xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
  xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
  xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
  xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"
  xmlns:v="urn:schemas-microsoft-com:vml"`;

/** The entries of a docx with this body; `styles` and `numbering` are what stands inside these parts. */
export function entries(body: string, { styles = '', numbering = '' } = {}): Record<string, Uint8Array> {
  const relationship = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const relationships = (content: string) => `<Relationships xmlns="${PACKAGE}">${content}</Relationships>`;
  const texts = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
      <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
      <Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': relationships(relationship('r1', 'officeDocument', 'word/document.xml')),
    'word/_rels/document.xml.rels': relationships(
      relationship('r1', 'styles', 'styles.xml') + relationship('r2', 'numbering', 'numbering.xml'),
    ),
    'word/document.xml': `<w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`,
    'word/styles.xml': `<w:styles ${NAMESPACES}>${styles}</w:styles>`,
    'word/numbering.xml': `<w:numbering ${NAMESPACES}>${numbering}</w:numbering>`,
  };
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, strToU8(text)]));
}

export function docx(body: string, parts: { styles?: string; numbering?: string } = {}): Uint8Array {
  return zipSync(entries(body, parts));
}

export function read(body: string, parts: { styles?: string; numbering?: string } = {}): Promise<Document> {
  return ooxmlReader.read(docx(body, parts));
}

/** Texts of the paragraphs, tables aside. */
export async function texts(
  body: string,
  parts: { styles?: string; numbering?: string } = {},
): Promise<string[]> {
  const { blocks } = await read(body, parts);
  return blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
}

export function p(text: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr>${r(text)}</w:p>`;
}

export function r(text: string, properties = ''): string {
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
}

export function tc(text: string, properties = ''): string {
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`;
}

export function tr(cells: readonly string[], properties = ''): string {
  return `<w:tr><w:trPr>${properties}</w:trPr>${cells.join('')}</w:tr>`;
}

export function tbl(...rows: readonly string[]): string {
  return `<w:tbl><w:tblPr/>${rows.join('')}</w:tbl>`;
}

export const span = (columns: number) => `<w:gridSpan w:val="${columns}"/>`;
export const vRestart = '<w:vMerge w:val="restart"/>';
export const vContinue = '<w:vMerge/>';
export const hRestart = '<w:hMerge w:val="restart"/>';
export const hContinue = '<w:hMerge/>';

/** Rows as drawn: a cell's text at its top left, `<` and `^` where it reaches right and down, `.` where none is. */
export function sketch(table: Table): string[] {
  const rows = Array.from({ length: table.rows }, () => new Array<string>(table.cols).fill('.'));
  for (const { row, col, rowSpan, colSpan, text } of table.cells) {
    for (let y = row; y < row + rowSpan; y += 1) {
      for (let x = col; x < col + colSpan; x += 1) {
        const line = rows[y];
        if (line?.[x] !== '.') throw new Error(`overlap or overhang at ${y},${x}`);
        line[x] = x > col ? '<' : y > row ? '^' : text;
      }
    }
  }
  return rows.map((row) => row.join(' '));
}

export function tableOf(document: Document, index = 0): Table {
  const table = document.blocks.filter((block) => block.kind === 'table')[index];
  if (table === undefined) throw new Error(`no table ${index}: ${JSON.stringify(document.diagnostics)}`);
  return table;
}

export function codes(document: Document): string[] {
  return document.diagnostics.map(({ code }) => code);
}
