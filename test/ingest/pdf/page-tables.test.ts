import { describe, expect, it } from 'vitest';
import type { Box } from '../../../src/document/document.ts';
import { pageTables } from '../../../src/ingest/pdf/page-tables.ts';
import { h, page, text, v } from './page-builders.ts';

const TWO_BY_TWO = [
  h(100, 100, 300),
  h(120, 100, 300),
  h(140, 100, 300),
  v(100, 100, 140),
  v(200, 100, 140),
  v(300, 100, 140),
];

describe('pageTables', () => {
  it('gives each cell the characters whose middles lie in it, and the rest to the page', () => {
    const glyphs = [
      ...text(110, 110, '行政许可'),
      ...text(240, 110, '6,165'),
      ...text(110, 130, '行政处罚'),
      ...text(110, 60, '标题'),
    ];
    const { tables, outside } = pageTables(page({ rules: TWO_BY_TWO, glyphs }));
    expect(tables[0]?.cells.map((cell) => cell.text)).toEqual(['行政许可', '6,165', '行政处罚', '']);
    expect(tables[0]?.cells[1]).toMatchObject({ page: 1, box: [200, 100, 300, 120] });
    expect(outside.map(({ char }) => char)).toEqual(['标', '题']);
  });

  it('finds a table in coloured cells with gaps between them', () => {
    const cell = (col: number, row: number): Box => [
      100 + col * 80,
      100 + row * 22,
      178 + col * 80,
      120 + row * 22,
    ];
    const fills = [cell(0, 0), cell(1, 0), cell(0, 1), cell(1, 1)];
    const glyphs = [...text(110, 110, '规章'), ...text(200, 132, '7')];
    const { tables } = pageTables(page({ fills, glyphs }));
    expect(tables[0]?.cells.map(({ row, col, text: cellText }) => [row, col, cellText])).toEqual([
      [0, 0, '规章'],
      [0, 1, ''],
      [1, 0, ''],
      [1, 1, '7'],
    ]);
  });

  it('takes shaded lines of prose and drawings without text for no tables', () => {
    const fills: Box[] = [0, 1, 2].map((i) => [50, 100 + i * 20, 500, 120 + i * 20]);
    expect(pageTables(page({ fills, glyphs: text(60, 110, '我区政府') })).tables).toEqual([]);
    expect(pageTables(page({ rules: TWO_BY_TWO, glyphs: text(60, 60, '图') })).tables).toEqual([]);
  });

  it('takes a table within a cell as a table of its own', () => {
    const outer = [h(0, 0, 400), h(300, 0, 400), v(0, 0, 300), v(350, 0, 300), v(400, 0, 300)];
    const glyphs = [...text(110, 110, '内'), ...text(10, 20, '外'), ...text(360, 20, '右')];
    const { tables } = pageTables(page({ rules: [...outer, ...TWO_BY_TWO], glyphs }));
    expect(tables.map((table) => table.cells.map((cell) => cell.text).join('|'))).toEqual(['外|右', '内|||']);
  });

  it('keeps a number that a rule cuts in one cell and names the cells', () => {
    const { tables } = pageTables(page({ rules: TWO_BY_TWO, glyphs: text(183, 110, '12345') }));
    expect(tables[0]?.cells.map((cell) => cell.text)).toEqual(['12345', '', '', '']);
    expect(tables[0]?.doubts).toEqual([
      { code: 'pdf.text-over-rule', row: 0, col: 0 },
      { code: 'pdf.text-over-rule', row: 0, col: 1 },
    ]);
  });

  it('leaves two numbers that touch at a rule in their cells and names them', () => {
    const { tables } = pageTables(page({ rules: TWO_BY_TWO, glyphs: text(190, 110, '1234') }));
    expect(tables[0]?.cells.map((cell) => cell.text)).toEqual(['12', '34', '', '']);
    expect(tables[0]?.doubts).toHaveLength(2);
  });

  it('leaves out the corner outside a table that is no rectangle', () => {
    const stairs = [
      h(100, 100, 200),
      h(120, 100, 300),
      h(140, 100, 300),
      v(100, 100, 140),
      v(200, 100, 140),
      v(300, 120, 140),
    ];
    const { tables } = pageTables(page({ rules: stairs, glyphs: text(110, 110, '规章') }));
    expect(tables[0]?.cells.map(({ row, col }) => [row, col])).toEqual([
      [0, 0],
      [1, 0],
      [1, 1],
    ]);
  });
});
