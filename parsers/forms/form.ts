/**
 * A form generation as data: its tables with the rows and columns they print, and the facts that these
 * cross to. A fact id is `<table>.<row>.<column>` and keeps its meaning over the generations.
 */
import type { Generation } from '../report.ts';

export interface Label {
  readonly id: string;
  /** Official wording. */
  readonly zh: string;
  readonly en: string;
  /** Other wordings met in published reports, that no likeness of characters would lead back to `zh`. */
  readonly aliases?: readonly string[];
}

export interface Column extends Label {
  /** Unit of the figures: 件 项 万元; null where the form prints none. */
  readonly unit: string | null;
}

export interface Row extends Label {
  /** Labels of the groups that the row stands under, outermost first. */
  readonly groups?: readonly string[];
  /** Unit of the row's figure where rows differ in it and the column has none. */
  readonly unit?: string;
  /** A group's own line: no figures on the official form, but issuers print subtotals on it. */
  readonly isGroup?: boolean;
}

/** Rows and columns that cross fully: each row has a figure in each column. */
export interface Block {
  /** Heading of the block on the form, 第二十条第（一）项; null where there is none. */
  readonly heading: Label | null;
  readonly rows: readonly Row[];
  readonly columns: readonly Column[];
}

export type TableId = 'statistics' | 'proactive' | 'applications' | 'remedies';

export interface FormTable {
  readonly id: TableId;
  readonly zh: string;
  readonly en: string;
  readonly blocks: readonly Block[];
}

export interface Form {
  readonly id: Generation;
  readonly zh: string;
  readonly en: string;
  /** The notice that sets the form. */
  readonly basis: string;
  /** Report years, both included; null: in force. */
  readonly years: readonly [number, number | null];
  readonly tables: readonly FormTable[];
}

export interface FactDefinition {
  readonly id: string;
  readonly table: TableId;
  readonly row: Row;
  readonly column: Column;
}

const definitions = new WeakMap<Form, readonly FactDefinition[]>();

/** All facts of a form in the order of the page; a group's line is none. */
export function factsOf(form: Form): readonly FactDefinition[] {
  const known = definitions.get(form);
  if (known) return known;
  const facts = form.tables.flatMap((table) =>
    table.blocks.flatMap((block) =>
      block.rows
        .filter((row) => !row.isGroup)
        .flatMap((row) =>
          block.columns.map((column) => ({
            id: factId(table.id, row.id, column.id),
            table: table.id,
            row,
            column,
          })),
        ),
    ),
  );
  definitions.set(form, facts);
  return facts;
}

/** `<table>.<row>.<column>`; `<table>.<row>` in a table with one nameless column of figures. */
export function factId(table: string, row: string, column: string): string {
  return column === '' ? `${table}.${row}` : `${table}.${row}.${column}`;
}
