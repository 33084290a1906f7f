import { describe, expect, it } from 'vitest';
import { joinTables } from '../../../src/ingest/pdf/join-tables.ts';
import type { PdfCell, PdfTable } from '../../../src/ingest/pdf/page-tables.ts';

const XS = [0, 100, 150, 200];

/** A row of cells from its texts; `^` and `_` mark cells without a rule above or below. */
function table(page: number, rows: readonly (readonly string[])[], xs = XS): PdfTable {
  const cells = rows.flatMap((texts, row) =>
    texts.map((marked, col): PdfCell => {
      const openTop = marked.startsWith('^');
      const openBottom = marked.endsWith('_');
      const text = marked.replace(/^\^|_$/g, '');
      return { row, col, rowSpan: 1, colSpan: 1, text, page, box: [0, 0, 1, 1], openTop, openBottom };
    }),
  );
  return { page, box: [0, 0, 200, 100], xs, rows: rows.length, cells, doubts: [] };
}

function withSpan(from: PdfTable, row: number, col: number, rowSpan: number): PdfTable {
  const cells = from.cells
    .filter((cell) => cell.col !== col || cell.row <= row || cell.row >= row + rowSpan)
    .map((cell) => (cell.row === row && cell.col === col ? { ...cell, rowSpan } : cell));
  return { ...from, cells };
}

function texts(joined: PdfTable | null): string[] {
  const rows = Array.from({ length: joined?.rows ?? 0 }, (_, row) =>
    joined!.cells.filter((cell) => cell.row === row),
  );
  return rows.map((cells) => cells.map((cell) => cell.text).join('|'));
}

describe('joinTables', () => {
  it('joins parts with the same columns, each cell keeping its page', () => {
    const joined = joinTables(table(1, [['规章', '0', '1']]), table(2, [['许可', '2', '3']]));
    expect(texts(joined)).toEqual(['规章|0|1', '许可|2|3']);
    expect(joined?.cells.map((cell) => cell.page)).toEqual([1, 1, 1, 2, 2, 2]);
  });

  it('unites columns of which one part draws only some', () => {
    const joined = joinTables(table(1, [['规章', '0', '1']]), table(2, [['许可', '2']], [0, 100, 200]));
    expect(joined?.xs).toEqual(XS);
    expect(joined?.cells.at(-1)).toMatchObject({ col: 1, colSpan: 2, text: '2' });
  });

  it('joins parts whose margins are mirrored', () => {
    expect(
      joinTables(
        table(1, [['a', '0', '1']]),
        table(
          2,
          [['b', '2', '3']],
          XS.map((x) => x + 30),
        ),
      )?.rows,
    ).toBe(2);
  });

  it('leaves tables of other widths and other columns alone', () => {
    expect(
      joinTables(table(1, [['a', '0', '1']]), table(2, [['b', '2', '3']], [0, 100, 150, 260])),
    ).toBeNull();
    expect(
      joinTables(table(1, [['a', '0', '1']]), table(2, [['b', '2', '3', '4']], [0, 40, 70, 180, 200])),
    ).toBeNull();
  });

  it('removes a repeated header and only an identical one', () => {
    const first = table(1, [
      ['项目', '本年', '总计'],
      ['规章', '0', '1'],
    ]);
    expect(
      texts(
        joinTables(
          first,
          table(2, [
            ['项 目', '本年', '总计'],
            ['许可', '2', '3'],
          ]),
        ),
      ),
    ).toEqual(['项目|本年|总计', '规章|0|1', '许可|2|3']);
    expect(
      joinTables(
        first,
        table(2, [
          ['项目', '上年', '总计'],
          ['许可', '2', '3'],
        ]),
      )?.rows,
    ).toBe(4);
  });

  it('keeps a row of figures that repeats the first', () => {
    expect(joinTables(table(1, [['规章', '0', '0']]), table(2, [['规章', '0', '0']]))?.rows).toBe(2);
  });

  it('heals a row that the page cut: the label goes on, the figures stand once', () => {
    const joined = joinTables(
      table(1, [['申请人逾_', '8_', '1_']]),
      table(2, [
        ['^期不补正', '^', '^'],
        ['其他', '2', '3'],
      ]),
    );
    expect(texts(joined)).toEqual(['申请人逾\n期不补正|8|1', '其他|2|3']);
    expect(joined?.doubts).toEqual([{ code: 'pdf.row-cut', row: 0 }]);
  });

  it('leaves two rows where both have figures, a new item begins, or rules close them', () => {
    expect(joinTables(table(1, [['规章_', '0_', '1_']]), table(2, [['^许可', '^2', '^3']]))?.rows).toBe(2);
    expect(joinTables(table(1, [['1.规章_', '0_', '1_']]), table(2, [['^2.许可', '^', '^']]))?.rows).toBe(2);
    expect(joinTables(table(1, [['规章', '0', '1']]), table(2, [['许可', '', '']]))?.rows).toBe(2);
  });

  it('goes on with a merged label whose lower part is empty, and never with an empty figure', () => {
    const first = withSpan(
      table(1, [
        ['办理结果', '0', '1'],
        ['', '2', '3'],
      ]),
      0,
      0,
      2,
    );
    const second = withSpan(
      table(2, [
        ['', '', '5'],
        ['', '6', '7'],
      ]),
      0,
      0,
      2,
    );
    const joined = joinTables(first, second);
    expect(joined?.cells[0]).toMatchObject({ text: '办理结果', rowSpan: 4 });
    expect(joined?.cells.filter((cell) => cell.row === 2).map((cell) => cell.text)).toEqual(['', '5']);
  });
});
