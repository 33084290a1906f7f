import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/document/document.ts';
import { labelRows } from '../../../src/ingest/pdf/label-rows.ts';
import type { Glyph, PageModel } from '../../../src/ingest/pdf/page.ts';
import { pagesToDocument } from '../../../src/ingest/pdf/pages-to-document.ts';
import { page, text } from './page-builders.ts';

function blocks(...pages: readonly (readonly Glyph[])[]): readonly Block[] {
  const models: PageModel[] = pages.map((glyphs, i) => page({ number: i + 1, glyphs }));
  return pagesToDocument({ title: '', pages: models, damagedPages: [] }).blocks;
}

function paragraphs(...pages: readonly (readonly Glyph[])[]): string[] {
  return blocks(...pages).map((block) => (block.kind === 'paragraph' ? block.text : '[table]'));
}

/** A full line of 40 characters, 400 pt wide. */
const FULL = '一二三四五六七八九十'.repeat(4);

describe('paragraphs', () => {
  it('join lines without a space until an indent begins the next', () => {
    const glyphs = [
      ...text(120, 100, FULL.slice(2)),
      ...text(100, 118, FULL),
      ...text(100, 136, '完。'),
      ...text(120, 154, FULL.slice(2)),
      ...text(100, 172, FULL),
    ];
    expect(paragraphs(glyphs)).toEqual([`${FULL.slice(2)}${FULL}完。`, `${FULL.slice(2)}${FULL}`]);
  });

  it('go on over the page', () => {
    const first = [...text(120, 700, FULL.slice(2)), ...text(100, 718, FULL)];
    const second = [...text(100, 100, FULL), ...text(100, 118, FULL), ...text(100, 136, '完。')];
    expect(paragraphs(first, second)).toEqual([`${FULL.slice(2)}${FULL}${FULL}${FULL}完。`]);
  });

  it('part at a wider gap where nothing is indented', () => {
    const glyphs = [
      ...text(100, 100, FULL),
      ...text(100, 114, FULL),
      ...text(100, 140, FULL),
      ...text(100, 154, FULL),
    ];
    expect(paragraphs(glyphs)).toEqual([FULL + FULL, FULL + FULL]);
  });

  it('do not end where a figure was moved to the next line whole', () => {
    const glyphs = [
      ...text(120, 100, FULL.slice(2, -3)),
      ...text(100, 118, `123456789${FULL.slice(5)}`),
      ...text(100, 136, FULL),
      ...text(100, 154, FULL),
    ];
    expect(paragraphs(glyphs)).toHaveLength(1);
  });

  it('keep the lines of a centred title apart and mark them', () => {
    const title = [
      ...text(190, 60, '某县人民政府二〇二三年', 20),
      ...text(200, 90, '信息公开年度报告书写', 20),
    ];
    const body = [100, 118, 136].flatMap((y) => text(100, y + 50, FULL));
    const [first, second, third] = blocks([...title, ...body]);
    expect([first, second].map((block) => block?.kind === 'paragraph' && block.centered)).toEqual([
      true,
      true,
    ]);
    expect(third?.kind === 'paragraph' && third.centered).toBe(undefined);
  });
});

describe('page furniture', () => {
  const body = (y: number) => [
    ...text(100, y, FULL),
    ...text(100, y + 18, FULL),
    ...text(100, y + 36, `${FULL.slice(0, 30)}。`),
  ];

  it.each([
    [['- 1 -', '- 2 -', '- 3 -']],
    [['— 7 —', '— 8 —', '— 9 —']],
    [['1', '2', '3']],
    [['第1页 共3页', '第2页 共3页', '第3页 共3页']],
    [['1/3', '2/3', '3/3']],
  ])('leaves out the page numbers %j', (numbers) => {
    const pages = numbers.map((number) => [...body(300), ...text(290, 770, number)]);
    expect(paragraphs(...pages).join('')).toBe(`${FULL}${FULL}${FULL.slice(0, 30)}。`.repeat(3));
  });

  it('leaves out running heads and keeps what stands at a page’s end once', () => {
    const pages = [1, 2, 3].map((number) => [...text(100, 40, `某县年报 ${number}`), ...body(300)]);
    const last = [...pages[2]!, ...text(100, 760, '某县人民政府')];
    const found = paragraphs(pages[0]!, pages[1]!, last).join('');
    expect(found).not.toContain('年报');
    expect(found).toContain('某县人民政府');
  });

  it('keeps a lone number that does not count with the pages', () => {
    expect(paragraphs([...body(300), ...text(290, 770, '57')]).at(-1)).toBe('57');
  });
});

describe('tables without rules', () => {
  const header = [...text(250, 200, '制发'), ...text(330, 200, '废止'), ...text(410, 200, '有效')];
  const row = (y: number, label: string, ...values: string[]) => [
    ...text(100, y, label),
    ...values.flatMap((value, i) => text(255 + 80 * i, y, value)),
  ];

  function table(...pages: readonly (readonly Glyph[])[]): string[] {
    const found = blocks(...pages).find((block) => block.kind === 'table');
    const rows = Array.from({ length: found?.rows ?? 0 }, (_, i) =>
      found!.cells.filter((cell) => cell.row === i),
    );
    return rows.map((cells) => cells.map(({ col, text: cellText }) => `${col}:${cellText}`).join(' '));
  }

  it('are read by the figures that stand under one another, an empty place being an empty cell', () => {
    const glyphs = [...header, ...row(220, '规章', '0', '12', '7'), ...row(240, '规范性文件', '3', '', '8')];
    expect(table(glyphs)).toEqual(['1:制发 2:废止 3:有效', '0:规章 1:0 2:12 3:7', '0:规范性文件 1:3 2: 3:8']);
  });

  it('take a wrapped label to the row that its middle stands at', () => {
    const wrapped = [...text(100, 234, '其他法律行政'), ...text(100, 246, '法规禁止公开')];
    const glyphs = [
      ...header,
      ...row(220, '属于国家秘密', '0', '1', '7'),
      ...wrapped,
      ...row(240, '', '3', '4', '8'),
      ...row(260, '总计', '3', '5', '15'),
    ];
    expect(table(glyphs)[2]).toBe('0:其他法律行政\n法规禁止公开 1:3 2:4 3:8');
  });

  it('go on over the page where a single line of figures stands under the columns', () => {
    const first = [...header, ...row(220, '规章', '0', '1', '7'), ...row(240, '备案文件', '0', '1', '7')];
    const below = row(60, '规范性文件', '3', '', '8');
    expect(table(first, below).at(-1)).toBe('0:规范性文件 1:3 2: 3:8');
    const elsewhere = row(60, '规范', '3').map((glyph) => ({
      ...glyph,
      x0: glyph.x0 - 60,
      x1: glyph.x1 - 60,
    }));
    expect(table(first, elsewhere)).toHaveLength(3);
  });

  it('are not made of prose with figures', () => {
    const glyphs = [
      ...text(100, 100, `全年公开信息123条，${FULL.slice(0, 28)}`),
      ...text(100, 118, `其中网站45条，${FULL.slice(0, 30)}`),
    ];
    expect(table(glyphs)).toEqual([]);
  });
});

describe('damaged pages', () => {
  it('are named', () => {
    const read = pagesToDocument({
      title: '',
      pages: [page({ glyphs: text(100, 100, FULL) })],
      damagedPages: [2],
    });
    expect(read.diagnostics).toMatchObject([
      { code: 'pdf.page-damaged', severity: 'error', place: { page: 2 } },
    ]);
    const none = pagesToDocument({ title: '', pages: [], damagedPages: [1] });
    expect(none.diagnostics).toMatchObject([{ code: 'pdf.damaged' }]);
  });
});

describe('labelRows', () => {
  it('gives the lines above and below a row’s height to that row', () => {
    const lines = [10, 20, 34, 44, 58].map((y) => ({ y, beginsItem: false }));
    expect(labelRows(lines, [15, 39, 58], 10)).toEqual([0, 0, 1, 1, 2]);
  });

  it('begins a label where an item begins', () => {
    const lines = [
      { y: 10, beginsItem: true },
      { y: 22, beginsItem: false },
      { y: 34, beginsItem: true },
    ];
    expect(labelRows(lines, [16, 34], 10)).toEqual([0, 0, 1]);
  });

  it('leaves a row without a label where none stands near', () => {
    expect(labelRows([{ y: 50, beginsItem: false }], [10, 50], 10)).toEqual([1]);
  });
});
