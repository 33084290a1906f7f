/** RTF files and web archives of the shared bench, where it is at hand: each true figure stands in a table, in the form's order. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readersOf } from '../../../src/ingest/readers.ts';
import { sniff } from '../../../src/ingest/sniff.ts';

const CASES = new URL('../../../../shared/bench/cases/', import.meta.url);
const names = existsSync(CASES) ? readdirSync(CASES).filter((name) => /^(?:rtf|mht)-/.test(name)) : [];

interface Truth {
  readonly title: string;
  readonly format: string;
  readonly facts: Record<string, { readonly value: number | null }>;
}

describe.skipIf(names.length === 0)(
  'on the shared bench (skipped where ../shared/bench is not at hand)',
  () => {
    it.each(names)('%s is read without a warning and without losing a figure', async (name) => {
      const file = readdirSync(new URL(`${name}/`, CASES)).find((entry) => entry.startsWith('source.'));
      const bytes = readFileSync(new URL(`${name}/${file}`, CASES));
      const truth = JSON.parse(readFileSync(new URL(`${name}/truth.json`, CASES), 'utf8')) as Truth;
      const { format } = sniff(bytes);
      expect(format).toBe(truth.format);
      const document = await readersOf(format)[0]!.read(bytes);
      expect(document.diagnostics).toEqual([]);
      const cells = document.blocks.flatMap((block) => (block.kind === 'table' ? block.cells : []));
      const found = cells.map(({ text }) => Number(text.replace(/[\s,]|万元|元/g, '') || Number.NaN));
      const wanted = Object.values(truth.facts).flatMap(({ value }) => (value === null ? [] : [value]));
      let at = 0;
      for (const value of found) if (value === wanted[at]) at += 1;
      expect(wanted.slice(at)).toEqual([]);
    });
  },
);
