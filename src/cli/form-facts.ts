/** The forms as plain rows for the store, which knows no forms: one definition a fact and generation. */
import { type Form, factId } from '../../parsers/forms/form.ts';
import { FORMS } from '../../parsers/forms/forms.ts';
import type { FactDefinition } from '../store/fact-definitions.ts';

/** In the order of the forms' pages; the lines of groups are among them. */
export function factDefinitions(forms: readonly Form[] = FORMS): FactDefinition[] {
  return forms.flatMap((form) =>
    form.tables.flatMap((table) =>
      table.blocks.flatMap((block) =>
        block.rows.flatMap((row) =>
          block.columns.map((column) => ({
            id: factId(table.id, row.id, column.id),
            generation: form.id,
            table: table.id,
            row: row.id,
            column: column.id,
            rowZh: row.zh,
            rowEn: row.en,
            columnZh: column.zh,
            columnEn: column.en,
            unit: column.unit ?? row.unit ?? null,
            isGroup: row.isGroup === true,
          })),
        ),
      ),
    ),
  );
}
