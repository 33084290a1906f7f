/** What a line's columns are when no header tells: those of the form, where their number alone leaves no choice. */

import { LEGAL_PERSON_GROUP } from '../forms/applications.ts';
import { type FormTable, factId, type TableId } from '../forms/form.ts';
import { FORMS } from '../forms/forms.ts';
import type { Generation } from '../report.ts';
import type { HeaderColumn } from './header.ts';

const FORM_FACTS = new Set(
  FORMS.flatMap((form) => form.tables).flatMap((table) =>
    table.blocks.flatMap((block) =>
      block.rows
        .filter((row) => !(row.isGroup && table.id === 'statistics'))
        .flatMap((row) =>
          [...block.columns, ...(table.id === 'applications' ? [LEGAL_PERSON_GROUP] : [])].map((column) =>
            factId(table.id, row.id, column.id),
          ),
        ),
    ),
  ),
);

/** Whether some form crosses the row with the column; lines of groups count, but for the headings of the table of 2014. */
export function isFormFact(table: TableId, row: string, column: string): boolean {
  return FORM_FACTS.has(factId(table, row, column));
}

export function defaultColumns(
  table: TableId,
  row: string | null,
  count: number,
  generation: Generation | null,
): readonly HeaderColumn[] | null {
  const forms = FORMS.filter((form) => generation === null || form.id === generation);
  const choices = forms.map((form) =>
    columnsIn(
      form.tables.find((other) => other.id === table),
      row,
    ),
  );
  const fitting = choices.filter((columns) => columns.length > 0 && columns.length <= count);
  const distinct = new Map(
    fitting.map((columns) => [columns.map((column) => `${column.row}.${column.column}`).join(), columns]),
  );
  return distinct.size === 1 ? [...distinct.values()][0]! : null;
}

function columnsIn(table: FormTable | undefined, row: string | null): HeaderColumn[] {
  const blocks = (table?.blocks ?? []).filter(
    (block) => row === null || block.rows.some((other) => other.id === row),
  );
  return blocks.flatMap((block) =>
    (row === null ? block.rows.map((other) => other.id) : [null]).flatMap((blockRow) =>
      block.columns.map((column) => ({
        row: blockRow,
        column: column.id,
        label: column.zh,
        from: 0,
        to: 0,
        isUnsure: false,
        place: {},
      })),
    ),
  );
}
