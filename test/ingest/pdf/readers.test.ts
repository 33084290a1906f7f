import { describe, expect, it } from 'vitest';
import type { Document } from '../../../src/document/document.ts';
import { pdfiumReader } from '../../../src/ingest/pdf/pdfium-reader.ts';
import { pdfjsReader } from '../../../src/ingest/pdf/pdfjs-reader.ts';
import { show, showTurned, strokes, tinyPdf } from './tiny-pdf.ts';

const READERS = [pdfiumReader, pdfjsReader];

/** A table of two rows and three columns, 300 pt wide, from y = 200 down to 160. */
const GRID = strokes([
  [50, 200, 350, 200],
  [50, 180, 350, 180],
  [50, 160, 350, 160],
  [50, 200, 50, 160],
  [150, 200, 150, 160],
  [250, 180, 250, 160],
  [350, 200, 350, 160],
]);
const FILLED =
  GRID + show(60, 186, '行政许可') + show(190, 186, '6,165') + show(60, 166, '规章') + show(190, 166, '0');

function tables(document: Document): string[][] {
  return document.blocks.flatMap((block) =>
    block.kind === 'table'
      ? [block.cells.map(({ row, col, colSpan, text }) => `${row},${col}x${colSpan} ${text}`)]
      : [],
  );
}

const EXPECTED = [['0,0x1 行政许可', '0,1x2 6,165', '1,0x1 规章', '1,1x1 0', '1,2x1 ']];

describe.each(READERS)('the $name reader', (reader) => {
  const codes = async (bytes: Uint8Array) => (await reader.read(bytes)).diagnostics.map(({ code }) => code);

  it('reads a ruled table with its spans, places and paragraphs', async () => {
    const document = await reader.read(tinyPdf([{ content: show(60, 250, '二、主动公开') + FILLED }]));
    expect(document.diagnostics).toEqual([]);
    expect(document.blocks[0]).toMatchObject({
      kind: 'paragraph',
      text: '二、主动公开',
      page: 1,
      box: [60, 41.2, 120, 51.2],
    });
    expect(tables(document)).toEqual(EXPECTED);
    const [, table] = document.blocks;
    expect(table?.kind === 'table' && table.cells[1]).toMatchObject({ page: 1, box: [150, 100, 350, 120] });
  });

  it('reads single characters of a font that is not embedded', async () => {
    const document = await reader.read(tinyPdf([{ content: show(60, 250, '商业企') + show(70, 235, '业') }]));
    expect(document.blocks.map((block) => (block.kind === 'paragraph' ? block.text : ''))).toEqual([
      '商业企',
      '业',
    ]);
  });

  it('gives places on the page as displayed when the page is rotated', async () => {
    // Content turned by a quarter and turned back by the page: displayed 300 wide and 400 high.
    const turned = `q 0 1 -1 0 400 0 cm\n${FILLED}Q\n`;
    const document = await reader.read(
      tinyPdf([{ content: turned, entries: '/Rotate 90 /MediaBox [0 0 400 400]' }]),
    );
    expect(tables(document)).toEqual(EXPECTED);
    const table = document.blocks.find((block) => block.kind === 'table');
    expect(table?.cells[0]?.box).toEqual([50, 200, 150, 220]);
  });

  it('reads a page printed sideways, with the places as displayed', async () => {
    const turned = `q 0 1 -1 0 400 0 cm\n${FILLED}Q\n`;
    const document = await reader.read(tinyPdf([{ content: turned, entries: '/MediaBox [0 0 400 400]' }]));
    expect(tables(document)).toEqual(EXPECTED);
    const table = document.blocks.find((block) => block.kind === 'table');
    expect(table?.cells[0]?.box).toEqual([200, 250, 220, 350]);
  });

  it('reads a turned label in an upright table', async () => {
    const label = showTurned('0 -1 1 0 96 199', '办理结果', 9);
    const document = await reader.read(
      tinyPdf([{ content: `${GRID}${label}${show(60, 166, '规章说明')}${show(190, 186, '6')}` }]),
    );
    expect(tables(document)[0]?.slice(0, 2)).toEqual(['0,0x1 办\n理', '0,1x2 6']);
  });

  it('reads what is drawn under a matrix at its place', async () => {
    const document = await reader.read(tinyPdf([{ content: `q 1 0 0 1 20 -10 cm\n${FILLED}Q\n` }]));
    const table = document.blocks.find((block) => block.kind === 'table');
    expect(table?.cells[0]?.box).toEqual([70, 110, 170, 130]);
  });

  it('joins a table over the page and leaves page numbers out', async () => {
    const upper = { content: FILLED + show(190, 20, '- 1 -') };
    const lower = { content: FILLED + show(190, 20, '- 2 -') + show(60, 100, '完') };
    const document = await reader.read(tinyPdf([upper, lower]));
    expect(document.blocks.map(({ kind }) => kind)).toEqual(['table', 'paragraph']);
    const [table] = document.blocks;
    expect(table?.kind === 'table' && table.cells.map(({ page }) => page)).toEqual([
      1, 1, 1, 1, 1, 2, 2, 2, 2, 2,
    ]);
  });

  it('gives the same document for the same bytes', async () => {
    const bytes = tinyPdf([{ content: FILLED }]);
    const kept = Uint8Array.from(bytes);
    expect(await reader.read(bytes)).toEqual(await reader.read(bytes));
    expect(bytes).toEqual(kept);
  });

  it('tells the title of the file', async () => {
    const bytes = tinyPdf([{ content: FILLED }], '', 'Report');
    expect((await reader.read(bytes)).metadata).toEqual([{ name: 'pdf:title', value: 'Report' }]);
  });

  it('says why a file cannot be read', async () => {
    const key = `<${'00'.repeat(32)}>`;
    const locked = `/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /O ${key} /U ${key} /P -4 >>`;
    expect(await codes(tinyPdf([{ content: FILLED }], locked))).toEqual(['pdf.encrypted']);
    expect(await codes(tinyPdf([]))).toEqual(['pdf.no-pages']);
    expect(await codes(tinyPdf([{ content: GRID }]))).toEqual(['pdf.no-text-layer']);
    const garbage = show(60, 250, '\ue000\ue001\ue002\ue003\ue004规章');
    expect(await codes(tinyPdf([{ content: garbage }]))).toEqual(['pdf.garbled-text']);
  });

  it('never throws on what is no PDF', async () => {
    const whole = tinyPdf([{ content: FILLED }]);
    const random = Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919 + (i >> 3) * 104729) & 255);
    expect(await codes(new Uint8Array())).toEqual(['pdf.damaged']);
    expect(await codes(random)).toEqual(['pdf.damaged']);
    for (const share of [0.1, 0.4, 0.7, 0.95]) {
      const document = await reader.read(whole.slice(0, whole.length * share));
      expect(document.blocks.length + document.diagnostics.length).toBeGreaterThan(0);
    }
  });

  it('warns of text that is drawn invisibly and of pages without text', async () => {
    expect(
      await codes(tinyPdf([{ content: `3 Tr\n${show(60, 250, '规章制度')}` }, { content: GRID }])),
    ).toEqual(['pdf.invisible-text', 'pdf.page-without-text']);
  });
});
