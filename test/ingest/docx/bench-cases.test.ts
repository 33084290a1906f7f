/** Both readers on the docx cases of the shared bench, where it is at hand: every figure, in its order. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Document } from '../../../src/document/document.ts';
import { mammothReader } from '../../../src/ingest/docx/mammoth-reader.ts';
import { ooxmlReader } from '../../../src/ingest/docx/ooxml-reader.ts';

const CASES = new URL('../../../../shared/bench/cases/', import.meta.url);
const isThere = existsSync(CASES);
const names = isThere
  ? readdirSync(CASES).filter((name) => existsSync(new URL(`${name}/source.docx`, CASES)))
  : [];

interface Truth {
  readonly expect: string;
  readonly facts: Record<string, { readonly value: number | null; readonly state: string }>;
}

describe.skipIf(!isThere)('on the shared bench (skipped where ../shared/bench is not at hand)', () => {
  const load = (name: string) => ({
    bytes: new Uint8Array(readFileSync(new URL(`${name}/source.docx`, CASES))),
    truth: JSON.parse(readFileSync(new URL(`${name}/truth.json`, CASES), 'utf8')) as Truth,
  });
  const reports = names.filter((name) => load(name).truth.expect === 'report');
  const others = names.filter((name) => !reports.includes(name));

  it.each(reports)('both readers find all figures of %s in their order', async (name) => {
    const { bytes, truth } = load(name);
    const expected = Object.values(truth.facts).flatMap(({ value }) =>
      value === null ? [] : [Math.abs(value)],
    );
    for (const reader of [ooxmlReader, mammothReader]) {
      const document = await reader.read(bytes);
      expect(document.diagnostics).toEqual([]);
      expect(inOrder(figures(document), expected)).toEqual(expected);
    }
  });

  it.each(others)('both readers refuse %s', async (name) => {
    const { bytes } = load(name);
    for (const reader of [ooxmlReader, mammothReader]) {
      expect(await reader.read(bytes)).toMatchObject({ blocks: [], diagnostics: [{ severity: 'error' }] });
    }
  });
});

function figures(document: Document): number[] {
  return document.blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? []
      : block.cells.flatMap(({ text }) => {
          const match = /^[-+增减]?(\d+(?:\.\d+)?)(?![.、\d])/.exec(
            text.normalize('NFKC').replace(/[\s,]/g, ''),
          );
          return match === null ? [] : [Number(match[1])];
        }),
  );
}

/** Those of `expected` that are found in `found` one after the other. */
function inOrder(found: readonly number[], expected: readonly number[]): number[] {
  let from = 0;
  return expected.filter((figure) => {
    const at = found.indexOf(figure, from);
    if (at >= 0) from = at + 1;
    return at >= 0;
  });
}
