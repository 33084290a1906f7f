/** The PDFs of the bench, where it is at hand: both readers agree, and each figure of the truth stands in a table. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Document, Table } from '../../../src/document/document.ts';
import { pdfiumReader } from '../../../src/ingest/pdf/pdfium-reader.ts';
import { pdfjsReader } from '../../../src/ingest/pdf/pdfjs-reader.ts';

const FOLDER = join(import.meta.dirname, '../../../../shared/bench/cases');
const present = existsSync(FOLDER);
const cases = present
  ? readdirSync(FOLDER).filter(
      (name) => existsSync(join(FOLDER, name, 'source.pdf')) && !name.startsWith('bad-'),
    )
  : [];

interface Truth {
  readonly facts: Readonly<Record<string, { readonly value: number | null }>>;
}

function tablesOf(document: Document): Table[] {
  return document.blocks.filter((block) => block.kind === 'table');
}

/** The figures of all tables in reading order, widths and separators folded. */
function figures(document: Document): number[] {
  const texts = tablesOf(document).flatMap((table) => table.cells.map((cell) => cell.text.normalize('NFKC')));
  return texts
    .map((text) => text.replace(/[,\s]/g, ''))
    .filter((text) => /^[+-]?\d+(?:\.\d+)?$/.test(text))
    .map(Number);
}

function withoutBoxes(table: Table): Table {
  return { ...table, cells: table.cells.map(({ box, ...cell }) => cell) };
}

/** The greatest difference, in points, between the boxes of the same cells. */
function furthest(first: readonly Table[], second: readonly Table[]): number {
  const edges = (tables: readonly Table[]) =>
    tables.flatMap(({ cells }) => cells.flatMap(({ box }) => box ?? []));
  const other = edges(second);
  return Math.max(0, ...edges(first).map((edge, i) => Math.abs(edge - other[i]!)));
}

describe.skipIf(!present)('the bench (../shared/bench is needed)', () => {
  it.each(cases)(
    '%s: both readers give the same tables, with the figures of the truth in order',
    async (name) => {
      const bytes = readFileSync(join(FOLDER, name, 'source.pdf'));
      const [first, second] = [await pdfiumReader.read(bytes), await pdfjsReader.read(bytes)];
      expect(tablesOf(second).map(withoutBoxes)).toEqual(tablesOf(first).map(withoutBoxes));
      expect(furthest(tablesOf(first), tablesOf(second))).toBeLessThan(0.05);
      const truth = JSON.parse(readFileSync(join(FOLDER, name, 'truth.json'), 'utf8')) as Truth;
      const expected = Object.values(truth.facts).flatMap(({ value }) => (value === null ? [] : [value]));
      // The facts of real reports are listed in the form's order, not in that of the page.
      const inOrder = (numbers: number[]) =>
        name.startsWith('real-') ? numbers.sort((a, b) => a - b) : numbers;
      expect(inOrder(figures(first))).toEqual(inOrder(expected));
    },
  );
});
