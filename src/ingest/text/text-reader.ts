/**
 * Bytes of a plain text in, its document out: tables in each of the ways in which extractors write them, all other
 * lines as paragraphs, one a line. Text with one cell a line stays a run of paragraphs: what belongs together only
 * a form can tell.
 */
import type { Diagnostic } from '../../document/diagnostic.ts';
import { type Block, type Document, unreadable } from '../../document/document.ts';
import { countDamaged, decodeText } from '../decode-text.ts';
import type { Reader } from '../reader.ts';
import { isReadableText } from '../sniff.ts';
import { takePipeRows } from './pipe-rows.ts';
import { takeSpacedRows } from './space-rows.ts';
import { takeTabLedRows, takeTabSeparatedRows } from './tab-rows.ts';
import { isBlank, type RowTaker, raggedTable } from './text-rows.ts';

export const textReader: Reader = { name: 'text', format: 'txt', read: async (bytes) => readText(bytes) };

/** Ways of writing a table, the most certain first. */
const ROW_TAKERS: readonly RowTaker[] = [takeTabLedRows, takeTabSeparatedRows, takePipeRows, takeSpacedRows];

/** Line ends of all systems, and the page and section breaks of extractors. */
const LINE_END = /\r\n?|[\n\f\v\u0085\u2028\u2029]/;
/** `- 4 -`, `— 4 —`, `第 4 页`, `第4页 共9页`: printed by the page, not by the report. */
const PAGE_NUMBER =
  /^\s*(?:([-—–－─]+)\s*\d{1,4}\s*[-—–－─]+|第\s*\d{1,4}\s*页(?:[\s，,/]*共\s*\d{1,4}\s*页)?)\s*$/;
/** Characters; a longer line is running text, the whole report at times, and no row of a table. */
const LONGEST_ROW = 4000;
/** Lines led by a tab and as long, with a full stop, are indented paragraphs. */
const PROSE = 60;
/** So many of them, and the tab of this text is an indent. */
const INDENTED_LINES = 3;

function readText(bytes: Uint8Array): Document {
  const { text } = decodeText(bytes);
  if (text.trim() === '') return unreadable('text.empty', 'the file has no text');
  if (!isReadableText(text)) return unreadable('text.not-text', 'the file is no text but binary data');
  const lines = withoutIndents(text.split(LINE_END).filter((line) => !PAGE_NUMBER.test(line)));
  return { blocks: readBlocks(lines), metadata: [], diagnostics: diagnose(text) };
}

function readBlocks(lines: readonly string[]): Block[] {
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at]!;
    const taken = takeRows(lines, at);
    if (taken === undefined) {
      if (!isBlank(line)) blocks.push(paragraph(line));
      at++;
    } else {
      blocks.push(raggedTable(taken.rows));
      at = taken.next;
    }
  }
  return blocks;
}

function takeRows(lines: readonly string[], at: number): ReturnType<RowTaker> {
  // A tab alone may be the first, blank cell of a row.
  if (isBlank(lines[at]) && !lines[at]!.startsWith('\t')) return undefined;
  if (lines[at]!.length > LONGEST_ROW) return undefined;
  for (const take of ROW_TAKERS) {
    const taken = take(lines, at);
    if (taken !== undefined && taken.rows.length > 0) return taken;
  }
  return undefined;
}

function paragraph(line: string): Block {
  const marked = /^(#{1,6})[ \t]+(\S.*)$/.exec(line.trim());
  const text = (marked?.[2] ?? line).replace(/^[ \t]+|\s+$/g, '');
  return marked === null
    ? { kind: 'paragraph', text }
    : { kind: 'paragraph', text, heading: marked[1]!.length };
}

/** Where paragraphs are indented with a tab, a tab at the start leads no cell. */
function withoutIndents(lines: readonly string[]): readonly string[] {
  const indented = lines.filter(
    (line) => /^\t+[^\t]/.test(line) && line.length > PROSE && line.includes('。'),
  );
  return indented.length < INDENTED_LINES ? lines : lines.map((line) => line.replace(/^\t+/, ''));
}

function diagnose(text: string): Diagnostic[] {
  const damaged = countDamaged(text);
  if (damaged === 0) return [];
  const message = `${damaged} characters of the text could not be decoded`;
  return [{ code: 'text.damaged-text', severity: 'warning', message }];
}
