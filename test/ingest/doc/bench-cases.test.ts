/** The Word 97–2003 cases of the shared bench and those that LibreOffice makes of our docx cases, where at hand. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/document/document.ts';
import { docReader } from '../../../src/ingest/doc/doc-reader.ts';
import { ooxmlReader } from '../../../src/ingest/docx/ooxml-reader.ts';
import { parseReport } from '../../../src/parse-report.ts';
import { benchSource, benchTruths, compare, HAS_SHARED } from '../../shared/bench-case.ts';

const truths = benchTruths().filter(({ format }) => format === 'doc');

describe.skipIf(!HAS_SHARED)('on the shared bench (skipped where ../shared is not at hand)', () => {
  it.each(truths.map((truth) => [truth.case, truth] as const))(
    'every figure of %s is right',
    async (_name, truth) => {
      const bytes = benchSource(truth);
      expect((await docReader.read(bytes)).diagnostics).toEqual([]);
      const record = await parseReport(bytes, { path: truth.source });
      expect(record.report.generation).toBe(truth.generation);
      expect(compare(record, truth)).toEqual({ right: Object.keys(truth.facts).length, silent: [] });
    },
  );
});

const CORPUS = new URL('../../../corpus/', import.meta.url);
const OFFICE = 'soffice';
const HAS_OFFICE = spawnSync(OFFICE, ['--version']).status === 0;
/** Edges that lie nearer than the tolerance are one in the binary file and two in OOXML. */
const FINER_GRID = new Set(['docx-one-table-2020']);
const NAMES = existsSync(CORPUS)
  ? readdirSync(CORPUS).filter(
      (name) =>
        !FINER_GRID.has(name) && existsSync(new URL(`${name}/source.docx`, CORPUS)) && !/^fail-/.test(name),
    )
  : [];

describe.skipIf(!HAS_OFFICE)('against LibreOffice (skipped where it is not installed)', () => {
  it('a docx saved as doc gives the same paragraphs, and the same texts in the same cells', {
    timeout: 180_000,
  }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'doc-oracle-'));
    try {
      const files = NAMES.map((name) => join(folder, `${name}.docx`));
      NAMES.forEach((name, i) => {
        cpSync(new URL(`${name}/source.docx`, CORPUS), files[i]!);
      });
      const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
      spawnSync(OFFICE, [profile, '--headless', '--convert-to', 'doc', '--outdir', folder, ...files]);
      for (const file of files) {
        const made = await docReader.read(readFileSync(file.replace(/x$/, '')));
        const source = await ooxmlReader.read(readFileSync(file));
        expect(made.blocks.map(withText), file).toEqual(source.blocks.map(withText));
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

/** LibreOffice fills the end of a short row with empty cells, so only those with text are held against each other. */
function withText(block: Block): Block {
  return block.kind === 'paragraph'
    ? block
    : { ...block, cells: block.cells.filter(({ text }) => text.trim() !== '') };
}
