/** The forms as data: their facts, and where the form catalogue lies beside the project, every label of it. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { factsOf } from '../../../parsers/forms/form.ts';
import { FORMS, formOf, G2019, G2021 } from '../../../parsers/forms/forms.ts';

describe('the forms', () => {
  it.each([
    [G2019, 22, 23 * 7, 15],
    [G2021, 10, 25 * 7, 15],
  ] as const)('have their facts, each once', (form, proactive, applications, remedies) => {
    const ids = factsOf(form).map((fact) => fact.id);
    expect(new Set(ids).size).toBe(ids.length);
    const count = (table: string) => ids.filter((id) => id.startsWith(`${table}.`)).length;
    expect([count('proactive'), count('applications'), count('remedies')]).toEqual([
      proactive,
      applications,
      remedies,
    ]);
  });

  it('follow each other without a gap in the years', () => {
    expect(FORMS.map((form) => form.years)).toEqual([
      [2014, 2018],
      [2019, 2020],
      [2021, null],
    ]);
    expect(formOf('g2021')).toBe(G2021);
    expect(formOf('g1999')).toBeUndefined();
    expect(formOf(null)).toBeUndefined();
  });
});

const CATALOGUE = new URL('../../../../shared/spec/forms.json', import.meta.url);

interface CatalogueLabel {
  readonly id: string;
  readonly label_zh: string;
}

describe.skipIf(!existsSync(CATALOGUE))(
  'the form catalogue (../shared/spec/forms.json, skipped where absent)',
  () => {
    it.each(FORMS.map((form) => [form.id, form] as const))(
      'has the facts of %s with the same labels',
      (id, form) => {
        const catalogue = JSON.parse(readFileSync(CATALOGUE, 'utf8')) as {
          generations: readonly { id: string; facts?: readonly unknown[]; tables: readonly unknown[] }[];
        };
        const generation = catalogue.generations.find((one) => one.id === id)!;
        const labels = new Set(
          labelsIn(generation).map(({ id: label, label_zh: zh }) => `${label} ${zh.replace(/\s/g, '')}`),
        );
        for (const { row, column } of factsOf(form)) {
          if (form.tables[2]?.blocks.some((block) => block.rows.includes(row))) continue;
          expect(labels).toContain(`${row.id} ${row.zh}`);
          // The one column of the table of 2014 is no part of its ids.
          if (column.id !== '') expect(labels).toContain(`${column.id} ${column.zh}`);
        }
      },
    );
  },
);

/** Whatever has an id and a Chinese label, at any depth. */
function labelsIn(value: unknown): CatalogueLabel[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'id' in value && 'label_zh' in value ? [value as CatalogueLabel] : [];
  return [...own, ...Object.values(value).flatMap(labelsIn)];
}
