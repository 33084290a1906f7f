/** The page and text readers on the cases of the shared bench, where it is at hand: every figure of the tables, in its order. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { htmlReader } from '../../../src/ingest/html/html-reader.ts';
import type { Reader } from '../../../src/ingest/reader.ts';
import { sniff } from '../../../src/ingest/sniff.ts';
import { textReader } from '../../../src/ingest/text/text-reader.ts';

const CASES = new URL('../../../../shared/bench/cases/', import.meta.url);
const isThere = existsSync(CASES);
const READERS: Readonly<Record<string, Reader>> = { html: htmlReader, txt: textReader };

interface Truth {
  readonly expect: string;
  readonly format: string;
  readonly facts?: Record<string, { readonly value: number | null; readonly state: string }>;
}

/** Reports of the forms since 2019, whose truth lists the figures in the order of the tables; not those with a cell a line. */
function cases(): { name: string; reader: Reader; bytes: Uint8Array; wanted: number[] }[] {
  return readdirSync(CASES).flatMap((name) => {
    const file = readdirSync(new URL(`${name}/`, CASES)).find((entry) => entry.startsWith('source.'))!;
    const bytes = readFileSync(new URL(`${name}/${file}`, CASES));
    const truth = JSON.parse(readFileSync(new URL(`${name}/truth.json`, CASES), 'utf8')) as Truth;
    const reader = READERS[sniff(bytes).format];
    if (reader === undefined || truth.expect !== 'report' || name.startsWith('txt-lines')) return [];
    const wanted = Object.values(truth.facts ?? {}).flatMap(({ value }) => (value === null ? [] : [value]));
    return [{ name, reader, bytes, wanted }];
  });
}

/** The number in a cell of figures, as the bench reads it. */
function figure(text: string): number | undefined {
  const plain = text.normalize('NFKC').replace(/[\s,]/g, '').replace(/^增/, '').replace(/^减/, '-');
  const match = /^([-+]?\d+(?:\.\d+)?)(?:\(.*\)|万元|元)?$/.exec(plain);
  return match === null ? undefined : Number(match[1]);
}

describe.skipIf(!isThere)('on the shared bench (skipped where ../shared/bench is not at hand)', () => {
  it.each(isThere ? cases() : [])(
    '$name: no figure is lost or out of order',
    async ({ reader, bytes, wanted }) => {
      const { blocks } = await reader.read(bytes);
      const found = blocks.flatMap((block) =>
        block.kind === 'table' ? block.cells.map(({ text }) => figure(text)) : [],
      );
      let at = 0;
      for (const value of found) if (value === wanted[at]) at++;
      expect(wanted.slice(at)).toEqual([]);
    },
  );
});
