import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Document } from '../../../src/document/document.ts';
import { textReader } from '../../../src/ingest/text/text-reader.ts';

const read = (text: string): Promise<Document> => textReader.read(Buffer.from(text));
/** Paragraphs as text, tables as rows of cell texts. */
const shape = ({ blocks }: Document): (string | string[][])[] =>
  blocks.map((block) => {
    if (block.kind === 'paragraph') return block.text;
    const rows: string[][] = Array.from({ length: block.rows }, () => []);
    for (const cell of block.cells) rows[cell.row]!.push(cell.text);
    return rows;
  });

describe('paragraphs', () => {
  it('stand one a line, blank lines and page numbers are left out', async () => {
    const text = '标题\r\n\r\n  一、总体情况  \n- 4 -\n— 5 —\n第 6 页 共 9 页\n-4\n0\f规章';
    expect(shape(await read(text))).toEqual(['标题', '一、总体情况', '-4', '0', '规章']);
  });

  it('stay paragraphs when the whole report stands in one line, bars and tabs in it or not', async () => {
    const text = `${'公开信息一百条，办理申请十件。'.repeat(30)} | 首页\t二、主动公开。`;
    expect(shape(await read(text))).toEqual([text]);
  });

  it('stay paragraphs when they are longer than any row, figures and gaps in them or not', async () => {
    const text = '规章  1  2 '.repeat(100_000).trim();
    expect(shape(await read(text))).toEqual([text]);
  });

  it('stay paragraphs when they are indented with tabs', async () => {
    const line = `\t${'公开信息一百条，办理申请十件。'.repeat(6)}`;
    expect(shape(await read(`\t一、总体情况\n${line}\n${line}\n${line}`))[0]).toBe('一、总体情况');
  });

  it('take the level of a Markdown heading', async () => {
    expect((await read('## 一、总体情况')).blocks).toEqual([
      { kind: 'paragraph', text: '一、总体情况', heading: 2 },
    ]);
  });
});

describe('cells led by tabs', () => {
  it('form rows that end with a blank line, blank cells included', async () => {
    const text = '表\n\t\n\t自然人\n\t总计\n\n\t规章\n\t0\n\t\n\n\n五、问题';
    expect(shape(await read(text))).toEqual([
      '表',
      [
        ['', '自然人', '总计'],
        ['规章', '0', ''],
      ],
      '五、问题',
    ]);
  });

  it('may hold a figure and its note', async () => {
    const text = '\t文件\n\t6\n\n（其中2件为修订）\n\t0\n\n\t规章\n\t3\n（含失效1件）\n\n\n（单位：件）\n';
    expect(shape(await read(text))).toEqual([
      [
        ['文件', '6\n（其中2件为修订）', '0'],
        ['规章', '3\n（含失效1件）'],
      ],
      '（单位：件）',
    ]);
  });

  it('may hold several paragraphs', async () => {
    const text =
      '\t一\n\t0\n\n\t\n\t不\n\n予\n\n公\n\n开\n\t1.属于\n\t0\n\n\t其他\n\n\n\t2.逾期\n\t3\n\n四、复议\n';
    expect(shape(await read(text))).toEqual([
      [
        ['一', '0'],
        ['', '不\n予\n公\n开', '1.属于', '0'],
        ['其他', '2.逾期', '3'],
      ],
      '四、复议',
    ]);
  });
});

describe('rows with tabs in the line', () => {
  it('keep blank cells', async () => {
    expect(shape(await read('规章\t0\t\t1\n\t文件\t2\t\n完'))).toEqual([
      [
        ['规章', '0', '', '1'],
        ['', '文件', '2', ''],
      ],
      '完',
    ]);
  });

  it('are not seen in numbered headings', async () => {
    expect(shape(await read('1.\t主动公开'))).toEqual(['1.\t主动公开']);
  });
});

describe('rows with bars', () => {
  it.each<[string, string, string[][]]>([
    [
      'without borders',
      '指标 | 单位 | 数\n一 | —— | \n二 | 条 | 1',
      [
        ['指标', '单位', '数'],
        ['一', '——', ''],
        ['二', '条', '1'],
      ],
    ],
    [
      'with borders',
      '| 规章 | 0 |  |\n| 文件 |  | 1 |',
      [
        ['规章', '0', ''],
        ['文件', '', '1'],
      ],
    ],
    [
      'of Markdown',
      '| a | b |\n|---|:-:|\n| 1<br>2 | - |',
      [
        ['a', 'b'],
        ['1\n2', '-'],
      ],
    ],
    [
      'with the empty cells of a merged one',
      '第一项 | |||\n规章 | 1 | 2 | 3',
      [
        ['第一项', '', '', '', ''],
        ['规章', '1', '2', '3'],
      ],
    ],
    ['squeezed to the end', '自然人 | 3 | 3 | |||', [['自然人', '3', '3', '', '', '']]],
    [
      'one cell a line, the bar behind',
      '规章 |\n0 |\n|\n2 |\n文件 |\n1 |',
      [
        ['规章', '0', '', '2'],
        ['文件', '1'],
      ],
    ],
    [
      'one cell a line, the bar before',
      '| 规章\n| 0\n| 1\n| 文件\n| 2',
      [
        ['规章', '0', '1'],
        ['文件', '2'],
      ],
    ],
    [
      'one cell a line, bars on lines of their own',
      '规章\n|\n0\n|\n1\n文件\n|\n2\n|\n3',
      [
        ['规章', '0', '1'],
        ['文件', '2', '3'],
      ],
    ],
    [
      'drawn as a box',
      '┌──┬──┐\n│规章│ 0│\n├──┼──┤\n│文件│ 1│\n└──┴──┘',
      [
        ['规章', '0'],
        ['文件', '1'],
      ],
    ],
  ])('are read %s', async (_, text, rows) => {
    expect(shape(await read(`前\n${text}\n\n五、存在的问题及改进情况`))).toEqual([
      '前',
      rows,
      '五、存在的问题及改进情况',
    ]);
  });
});

describe('columns aligned with spaces', () => {
  it('give blank cells where a column has none', async () => {
    const text =
      '内容    制发  废止  有效\n规章       0           3\n文件       1     2     4\n单位负责人：        审核人：';
    expect(shape(await read(text.split('\n').slice(0, 3).join('\n')))).toEqual([
      [
        ['内容', '制发', '废止', '有效'],
        ['规章', '0', '', '3'],
        ['文件', '1', '2', '4'],
      ],
    ]);
  });

  it('are not seen in a single line or in text without figures', async () => {
    const text = '单位负责人：        审核人：\n完\n甲  乙\n丙  丁';
    expect(shape(await read(text))).toEqual(['单位负责人：        审核人：', '完', '甲  乙', '丙  丁']);
  });
});

describe('files that are no text', () => {
  it('give a diagnostic', async () => {
    expect((await read(' \n\t ')).diagnostics.map(({ code }) => code)).toEqual(['text.empty']);
    const noise = Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919 + (i >> 3) * 31) % 256);
    expect((await textReader.read(noise)).diagnostics.map(({ code }) => code)).toEqual(['text.not-text']);
    const damaged = Buffer.concat([Buffer.from('总体情况'.repeat(20)), Buffer.from([0xff])]);
    expect((await textReader.read(damaged)).diagnostics.map(({ code }) => code)).toEqual([
      'text.damaged-text',
    ]);
  });

  it('never make it throw, and no character of a word is lost', async () => {
    const piece = fc.constantFrom('规章', '0', '|', '\t', '\n', ' ', '  ', '---', '。', '，', '一、');
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async (pieces) => {
        const document = await read(pieces.join(''));
        const all = JSON.stringify(document.blocks);
        expect(all.split('规章').length).toBe(pieces.join('').split('规章').length);
      }),
      { numRuns: 300 },
    );
  });
});
