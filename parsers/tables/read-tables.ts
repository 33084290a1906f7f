/**
 * A document's tables → the facts of the forms. Lines are aligned to rows by their labels, columns are told
 * by their headers, and a figure becomes a fact only through both. What no form knows is kept as extras;
 * whatever was decided by less than a label is named in a diagnostic.
 */
import type { Diagnostic } from '../../src/document/diagnostic.ts';
import type { Document } from '../../src/document/document.ts';
import { factId, type TableId } from '../forms/form.ts';
import type { AlteredLabel, Extra, Fact, Generation } from '../report.ts';
import type { FoundSection } from '../sections/find-sections.ts';
import { type AlignedLine, alignRows, type LineInContext } from './align-rows.ts';
import { assignValues } from './assign-values.ts';
import { defaultColumns, isFormFact } from './default-columns.ts';
import { FactSheet } from './fact-sheet.ts';
import { type Header, type HeaderColumn, headerTable, isWholeHeader, readHeader } from './header.ts';
import { parseLabel } from './label.ts';
import { documentLines, type Line } from './lines.ts';
import { tellGeneration } from './tell-generation.ts';

export interface ReadTables {
  readonly generation: Generation | null;
  readonly facts: Readonly<Record<string, Fact>>;
  readonly extras: readonly Extra[];
  readonly alteredLabels: readonly AlteredLabel[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Lines with figures that are aligned to the forms: a report has under 200, a file of more than this is none. */
const MAX_LINES = 20_000;
/** Below this likeness a label is named as weak: about one character in four differs. */
const WEAK_SCORE = 0.75;
/** Two rows whose likeness to an inexact label differs by less are not told apart by it. */
const MARGIN = 0.05;

export function readTables(
  document: Document,
  sections: readonly FoundSection[],
  year: number | null,
): ReadTables {
  const lines = documentLines(document);
  const inContext = contexts(lines, sections);
  const data = inContext.filter(({ line }) => isData(line)).slice(0, MAX_LINES);
  const aligned = new Map(alignRows(data).map((match) => [match.line, match]));
  const sheet = new FactSheet();
  const headless: AlignedLine[] = [];
  const altered: AlteredLabel[] = [];
  let buffer: Line[] = [];
  let header: Header | null = null;

  for (const line of lines) {
    const match = aligned.get(line);
    if (match) {
      if (buffer.length > 0) header = readHeader(match.slot.table, buffer) ?? header;
      buffer = [];
      noteLabel(match, altered);
      if (!header || !record(match, header, sheet)) headless.push(match);
    } else if (headerTable(line)) {
      buffer =
        buffer.length > 0 && buffer[0]!.block !== line.block && line.layout !== 'flat'
          ? [line]
          : [...buffer, line];
    } else if (buffer.length > 0 && !line.hasFigures && line.labels.length > 0) {
      buffer.push(line);
    } else if (line.hasFigures && line.layout !== 'flat') {
      sheet.addExtra(line);
    }
  }
  const generation = tellGeneration(sheet.facts, year);
  for (const match of headless) recordWithoutHeader(match, generation, sheet);
  return {
    generation: generation ?? tellGeneration(sheet.facts, year),
    facts: sheet.ordered(),
    extras: sheet.extras,
    alteredLabels: altered,
    diagnostics: sheet.diagnostics,
  };
}

/** Before each line: the table whose header or section heading came last; the table of 2014 repeats headings of sections. */
function contexts(lines: readonly Line[], sections: readonly FoundSection[]): LineInContext[] {
  let context: TableId | null = null;
  let next = 0;
  return lines.map((line) => {
    while (next < sections.length && sections[next]!.block <= line.block) {
      const { key } = sections[next++]!;
      if (context !== 'statistics')
        context = key === 'proactive' || key === 'applications' || key === 'remedies' ? key : null;
    }
    context = headerTable(line) ?? context;
    return { line, context };
  });
}

function isData(line: Line): boolean {
  return line.values.length > 0 && !headerTable(line);
}

/** False where the header is another table's or another row's, so that the columns must be told without it. */
function record(match: AlignedLine, header: Header, sheet: FactSheet): boolean {
  const { line, slot } = match;
  if (header.table !== slot.table) return false;
  const known = header.columns.filter((column) => column.column !== null);
  if (slot.row && !known.some((column) => isFormFact(slot.table, slot.row!.id, column.column!))) return false;
  if (line.layout !== 'grid' && !isWholeHeader(header)) return false;
  const sameGrid = header.hasGrid && line.layout === 'grid' && header.block === line.block;
  recordCells(match, header.columns, sameGrid, sheet);
  return true;
}

function recordWithoutHeader(match: AlignedLine, generation: Generation | null, sheet: FactSheet): void {
  const { slot, line } = match;
  const columns = defaultColumns(slot.table, slot.row?.id ?? null, line.values.length, generation);
  if (!columns) {
    if (line.hasFigures) sheet.addExtra(line);
    return;
  }
  const facts = recordCells(match, columns, false, sheet);
  if (facts.length === 0) return;
  const sure = slot.table !== 'proactive';
  sheet.note(
    'header.missing',
    sure ? 'info' : 'warning',
    `No header stands above ${describe(match)}; its columns are those of the form`,
    facts,
    line,
  );
}

/** Puts the line's cells on the sheet; the ids of the facts that it concerns. */
function recordCells(
  match: AlignedLine,
  columns: readonly HeaderColumn[],
  sameGrid: boolean,
  sheet: FactSheet,
): string[] {
  const { line, slot } = match;
  const idOf = (column: HeaderColumn): string | null => {
    const row = slot.row?.id ?? column.row;
    return row && column.column !== null && isFormFact(slot.table, row, column.column)
      ? factId(slot.table, row, column.column)
      : null;
  };
  const ids = columns.map(idOf);
  if (ids.every((id) => id === null) && !line.values.some((cell) => cell.reading.state === 'number'))
    return [];
  const assigned = assignValues(line.values, columns, sameGrid);
  if (!assigned) {
    if (match.by === 'label-again') {
      if (line.hasFigures) sheet.addExtra(line);
      return [];
    }
    sheet.addUnassigned(
      line,
      ids.filter((id) => id !== null),
      describe(match),
      columns.length,
    );
    return [];
  }
  const facts: string[] = [];
  assigned.forEach((cell, i) => {
    const id = ids[i]!;
    const typed = columns[i]!;
    if (id === null) {
      if (cell?.reading.state === 'number') sheet.addExtra(line, typed.label, cell);
      return;
    }
    if (sheet.addCell(id, cell, typed)) facts.push(id);
  });
  noteDoubts(match, facts, columns, sheet);
  return facts;
}

function noteDoubts(
  match: AlignedLine,
  facts: readonly string[],
  columns: readonly HeaderColumn[],
  sheet: FactSheet,
): void {
  const { line } = match;
  const unsure = facts.filter((_, i) => columns[i]?.isUnsure);
  if (unsure.length > 0)
    sheet.note(
      'header.ambiguous',
      'info',
      `The header above ${describe(match)} fits two columns; their order decided`,
      unsure,
      line,
    );
  if (match.by === 'order' && match.slot.row) {
    sheet.note(
      'row.by-order',
      'warning',
      `A line without label was taken for ${match.slot.row.zh}, by its order alone`,
      facts,
      line,
    );
  } else if (match.by === 'label-out-of-order') {
    sheet.note(
      'row.out-of-order',
      'info',
      `${describe(match)} stands outside the order of the form`,
      facts,
      line,
    );
  } else if (match.slot.row && match.score < WEAK_SCORE) {
    const rivalled = match.runnerUp > match.score - MARGIN;
    sheet.note(
      'label.weak',
      rivalled ? 'warning' : 'info',
      `The label ${quote(match.printed)} was taken for ${match.slot.row.zh}`,
      facts,
      line,
    );
  }
  if (line.layout !== 'grid' && isSqueezed(line)) {
    sheet.note(
      'row.squeezed',
      'warning',
      `${describe(match)} has blanks only at its end: they may have stood between the figures`,
      facts,
      line,
    );
  }
}

/** `3 | 3 | | | | | |`: some portals move the blanks of a row behind its figures. */
function isSqueezed(line: Line): boolean {
  const states = line.values.map((cell) => cell.reading.state);
  const figures = states.findLastIndex((state) => state !== 'blank') + 1;
  return (
    figures >= 2 &&
    figures <= states.length - 2 &&
    states.slice(0, figures).every((state) => state !== 'blank')
  );
}

function noteLabel(match: AlignedLine, altered: AlteredLabel[]): void {
  const { slot, line, printed } = match;
  if (!slot.row || match.by === 'order' || match.by === 'label-again') return;
  const { core, short } = parseLabel(printed);
  if (
    slot.labels.some((label) => label.core === core || (label.short === short && label.core === label.short))
  )
    return;
  const place = line.labels.at(-1)?.place ?? line.values[0]!.place;
  altered.push({ table: slot.table, row: slot.row.id, printed, official: slot.row.zh, place });
}

function describe(match: AlignedLine): string {
  return match.printed
    ? quote(match.printed)
    : match.slot.row
      ? `row ${match.slot.row.zh}`
      : 'the line of table 四';
}

function quote(text: string): string {
  return `“${text.replace(/\s+/g, '')}”`;
}
