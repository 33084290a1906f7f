/** Small builders of RTF source: a document, rows of a table by edges, GBK text as Word writes it. */
import type { Document, Table } from '../../../src/document/document.ts';
import { rtfReader } from '../../../src/ingest/rtf/rtf-reader.ts';

const FONTS =
  "{\\fonttbl{\\f0\\froman\\fcharset0 Times;}{\\f1\\fnil\\fcharset134 \\'cb\\'ce\\'cc\\'e5;}{\\f2\\fcharset136 MingLiU;}{\\f3\\fcharset2 Wingdings;}}";

/** A document in code page 936 around the body. */
export function rtf(body: string): string {
  return `{\\rtf1\\ansi\\ansicpg936\\deff0${FONTS}${body}}`;
}

export function read(source: string): Promise<Document> {
  return rtfReader.read(Buffer.from(source, 'latin1'));
}

export async function readBody(body: string): Promise<Document> {
  return read(rtf(body));
}

/** A row: each cell `edge` or `edge + merge words`, then its content. */
export function row(...cells: readonly (readonly [definition: string, content: string])[]): string {
  const definitions = cells.map(([definition]) => definition.replace(/(\d+)$/, '\\cellx$1')).join('');
  const contents = cells.map(([, content]) => `\\pard\\intbl ${content}\\cell`).join('');
  return `\\trowd\\trleft0${definitions}${contents}\\row`;
}

/** The paragraphs' texts, and for tables their cells as `row,col rows×cols text`. */
export function shown({ blocks }: Document): unknown[] {
  return blocks.map((block) => (block.kind === 'paragraph' ? block.text : cellsOf(block)));
}

function cellsOf({ cells }: Table): string[] {
  return cells.map(
    ({ row: top, col, rowSpan, colSpan, text }) => `${top},${col} ${rowSpan}×${colSpan} ${text}`,
  );
}

export function codes({ diagnostics }: Document): string[] {
  return diagnostics.map(({ code }) => code);
}
