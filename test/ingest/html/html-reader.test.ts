import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Document, Table } from '../../../src/document/document.ts';
import { htmlReader } from '../../../src/ingest/html/html-reader.ts';

const read = (html: string): Promise<Document> => htmlReader.read(Buffer.from(html));
const texts = ({ blocks }: Document): string[] =>
  blocks.map((block) => (block.kind === 'paragraph' ? block.text : '[table]'));
const tables = ({ blocks }: Document): Table[] => blocks.filter((block) => block.kind === 'table');
const grid = (table: Table | undefined): string[] =>
  (table?.cells ?? []).map(
    ({ row, col, rowSpan, colSpan, text }) =>
      `${row},${col}${rowSpan * colSpan > 1 ? `(${rowSpan}x${colSpan})` : ''} ${text}`,
  );
const codes = ({ diagnostics }: Document): string[] => diagnostics.map(({ code }) => code);

const SENTENCE = '本年度共公开信息一百条，其中门户网站八十条，微博微信二十条，均已按时办结。';
const DATA = '<table><tr><td>规章</td><td>1</td></tr><tr><td>文件</td><td>2</td></tr></table>';

describe('text', () => {
  it('glues a number that is split over elements', async () => {
    const page = '<p>自20<span>23</span><font face="x">年</font>1<b>月</b><o:p></o:p></p>';
    expect(texts(await read(page))).toEqual(['自2023年1月']);
  });

  it('collapses white space of the source but keeps no-break and ideographic spaces', async () => {
    expect(texts(await read('<p>a \n  b&nbsp;&nbsp;c\u3000d</p>'))).toEqual(['a b\u00a0\u00a0c\u3000d']);
  });

  it('joins Han characters that a line of the source parts', async () => {
    expect(texts(await read('<p>政府信\n  息公开 工作</p>'))).toEqual(['政府信息公开 工作']);
  });

  it('breaks lines at <br> and parts paragraphs at an empty line', async () => {
    expect(texts(await read('<div>一<br>二<br><br>三</div>'))).toEqual(['一\n二', '三']);
  });

  it('breaks lines at blocks within a cell', async () => {
    const [table] = tables(await read('<table><tr><td><p>商业</p><p>企业</p></td><td>1</td></tr></table>'));
    expect(grid(table)).toEqual(['0,0 商业\n企业', '0,1 1']);
  });

  it('leaves out what a page does not show', async () => {
    const page = `<style>.off{display:none} .on{display:none} .on{display:block} @media print{.p{display:none}}</style>
      <script>1</script><template>2</template><!-- 3 --><!--[if mso]><p>4</p><![endif]--><p hidden>5</p>
      <p style="color:red; display: none">6</p><p class="x off">7</p><p class="on">甲</p><p class="p">乙</p>
      <table><tr><td>丙</td><td>丁</td></tr><tr style="display:none"><td>8</td><td>9</td></tr></table>`;
    const document = await read(page);
    expect(texts(document)).toEqual(['甲', '乙', '[table]']);
    expect(grid(tables(document)[0])).toEqual(['0,0 丙', '0,1 丁']);
  });

  it('marks headings and centred paragraphs', async () => {
    const { blocks } = await read(
      '<h2>题</h2><p align="center">中</p><div style="text-align:center"><p>下</p></div>',
    );
    expect(blocks).toEqual([
      { kind: 'paragraph', text: '题', heading: 2 },
      { kind: 'paragraph', text: '中', centered: true },
      { kind: 'paragraph', text: '下', centered: true },
    ]);
  });

  it('believes valid UTF-8 more than a declaration, and reads GBK without one', async () => {
    expect(texts(await read('<meta charset="gb2312"><p>总体情况</p>'))).toEqual(['总体情况']);
    const gbk = Uint8Array.from([0x3c, 0x70, 0x3e, 0xd7, 0xdc, 0xcc, 0xe5, 0xc7, 0xe9, 0xbf, 0xf6]);
    expect(texts(await htmlReader.read(gbk))).toEqual(['总体情况']);
  });
});

describe('tables', () => {
  it('resolves spans, and cuts row spans at the end of the row group', async () => {
    const rows = '<tr><td rowspan=9>a</td><td colspan=2>b</td></tr><tr><td>c</td><td rowspan=0>d</td></tr>';
    const [table] = tables(
      await read(`<table><tbody>${rows}</tbody><tbody><tr><td>e</td></tr></tbody></table>`),
    );
    expect(grid(table)).toEqual(['0,0(2x1) a', '0,1(1x2) b', '1,1 c', '1,2 d', '2,0 e']);
  });

  it('keeps the columns where spans overlap', async () => {
    const html =
      '<table><tr><td>a</td><td rowspan=2>b</td></tr><tr><td colspan=2>c</td><td>d</td></tr></table>';
    expect(grid(tables(await read(html))[0])).toEqual(['0,0 a', '0,1(2x1) b', '1,0 c', '1,2 d']);
  });

  it('cuts the span of a title over more columns than the table has', async () => {
    const title = '<tr><td colspan="100">表</td></tr>';
    const [table] = tables(await read(DATA.replace('<table>', `<table>${title}`)));
    expect(table?.cols).toBe(2);
    expect(grid(table)).toEqual(['0,0(1x2) 表', '1,0 规章', '1,1 1', '2,0 文件', '2,1 2']);
  });

  it('puts the head first and the foot last', async () => {
    const row = (text: string): string => `<tr><td>${text}</td><td>1</td></tr>`;
    const html = `<table><tfoot>${row('尾')}</tfoot><tbody>${row('身')}</tbody><thead>${row('头')}</thead></table>`;
    expect(grid(tables(await read(html))[0]).filter((cell) => !cell.endsWith(' 1'))).toEqual([
      '0,0 头',
      '1,0 身',
      '2,0 尾',
    ]);
  });

  it.each([
    ['unclosed cells and rows', '<table><tr><td>a<td>b<tr><td>c<td>d</table>'],
    [
      'cells closed by their row below an open inline element',
      '<table><tr><td><span>a<td>b</tr><tr><td>c<td>d</table>',
    ],
    [
      'an end tag of an element outside',
      '<div><table><tr><td>a</div></td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>',
    ],
    ['rows without a table', '<tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr>'],
    ['stray cells outside of a row', '<table><td>a</td><td>b</td><tr><td>c</td><td>d</td></tr></table>'],
  ])('reads %s as browsers do', async (_, html) => {
    const [table, ...rest] = tables(await read(html));
    expect(rest).toEqual([]);
    expect(grid(table)).toEqual(['0,0 a', '0,1 b', '1,0 c', '1,1 d']);
  });

  it('keeps empty cells and empty columns', async () => {
    const [table] = tables(
      await read('<table><tr><td>a</td><td></td><td><p>&nbsp;</p></td><td>1</td></tr></table>'),
    );
    expect(grid(table)).toEqual(['0,0 a', '0,1 ', '0,2 \u00a0', '0,3 1']);
  });

  it('yields the contents of layout tables as blocks in order', async () => {
    const html = `<table><tr><td>导</td><td><table><tr><td><p>前</p>${DATA}<p>后</p></td></tr></table></td></tr></table>`;
    expect(texts(await read(html))).toEqual(['导', '前', '[table]', '后']);
  });

  it('puts a small table within a cell of data behind the table', async () => {
    const rows = '<tr><td>行政许可办件总数量</td><td>12345</td></tr>'.repeat(3);
    const html = `<table>${rows}<tr><td><table><tr><td>内</td><td>1</td></tr></table></td><td>9</td></tr></table>`;
    expect(tables(await read(html)).map((table) => [table.rows, table.cols])).toEqual([
      [4, 2],
      [1, 2],
    ]);
  });

  it('reads any table of spans back as the same grid', async () => {
    const span = fc.integer({ min: 1, max: 3 });
    const group = fc.array(fc.array(fc.tuple(span, span), { minLength: 2, maxLength: 5 }), {
      minLength: 1,
      maxLength: 5,
    });
    await fc.assert(
      fc.asyncProperty(group, async (rows) => {
        let number = 0;
        const html = rows.map(
          (row) =>
            `<tr>${row.map(([r, c]) => `<td rowspan="${r}" colspan="${c}">${number++}</td>`).join('')}</tr>`,
        );
        const [table] = tables(await read(`<table>${html.join('')}</table>`));
        const covered = new Set<string>();
        for (const cell of table!.cells) {
          for (let r = cell.row; r < cell.row + cell.rowSpan; r++) {
            for (let c = cell.col; c < cell.col + cell.colSpan; c++) {
              expect(covered.has(`${r},${c}`)).toBe(false);
              covered.add(`${r},${c}`);
              expect(r < table!.rows && c < table!.cols).toBe(true);
            }
          }
        }
        expect(table!.cells.map((cell) => cell.text)).toEqual(
          Array.from({ length: number }, (_, i) => String(i)),
        );
        const wanted = rows.flatMap((row, r) => row.map(([rowSpan, colSpan]) => ({ r, rowSpan, colSpan })));
        table!.cells.forEach((cell, i) => {
          expect(cell.row).toBe(wanted[i]!.r);
          expect(cell.rowSpan).toBe(Math.min(wanted[i]!.rowSpan, rows.length - cell.row));
          expect(cell.colSpan).toBeLessThanOrEqual(wanted[i]!.colSpan);
        });
      }),
      { numRuns: 60 },
    );
  });
});

describe('the frame of a portal', () => {
  const portal = (article: string): string =>
    `<div class="top"><ul><li><a href="/">首页</a></li><li><a href="/a">政务公开</a></li></ul></div>
     <div>当前位置：<a href="/">首页</a> &gt; <a href="/n">年报</a></div>
     <div class="main">${article}</div>
     <div class="list"><h3>历年年报</h3><ul><li><a href="#">某局2021年年报</a> 2022-01-01</li><li><a href="#">某局2020年年报</a></li></ul></div>
     <div class="footer"><p>主办单位：某局</p><p>备案号：苏ICP备1号</p></div>`;

  it('is left out, title, signature and attachments are kept', async () => {
    const article = `<h1>年报</h1><div id="zoom"><p>${SENTENCE}</p>${DATA}</div><p>某局</p><p>2023年1月5日</p><p>附件：<a href="a.doc">附表</a></p>`;
    const document = await read(portal(article));
    expect(texts(document)).toEqual(['年报', SENTENCE, '[table]', '某局', '2023年1月5日', '附件：附表']);
    expect(document.metadata).toContainEqual({ name: 'html:h1', value: '年报' });
  });

  it('does not swallow a report whose holder is named like a part of it', async () => {
    const document = await read(`<div class="nav sidebar"><p>总体情况</p><p>${SENTENCE}</p>${DATA}</div>`);
    expect(texts(document)).toEqual(['总体情况', SENTENCE, '[table]']);
  });

  it('keeps everything where nothing shows what the report is', async () => {
    expect(
      texts(await read('<ul><li><a href="1">甲年报</a></li><li><a href="2">乙年报</a></li></ul>')),
    ).toHaveLength(2);
  });

  it('gives the record of the article as metadata, from a table and from lines', async () => {
    const record =
      '<table><tr><td>索 引 号</td><td>0143/2024</td><td>分 类：</td><td>年报</td></tr><tr><td>发布机构</td><td>某局</td><td>文号</td><td></td></tr></table>';
    const line =
      '<div>发布时间：2021年01月05日　来源：某局　浏览次数：<span>9</span> [打印] [关闭]</div><dl><dt>公开方式</dt><dd>主动</dd></dl>';
    const page = `<title>页</title><meta name="SiteIDCode" content="32"><body>${record}${line}<p>${SENTENCE}</p>${DATA}</body>`;
    const document = await read(page);
    expect(document.metadata.map(({ name, value }) => `${name}=${value}`)).toEqual([
      'html:title=页',
      'meta:SiteIDCode=32',
      '索引号=0143/2024',
      '分类=年报',
      '发布机构=某局',
      '发布时间=2021年01月05日',
      '来源=某局',
      '浏览次数=9',
      '公开方式=主动',
    ]);
    expect(texts(document)).toEqual([SENTENCE, '[table]']);
  });
});

describe('pages that are no report', () => {
  it('names an empty page, a shell of scripts, a page of attachments', async () => {
    expect(codes(await read('<html><body></body></html>'))).toEqual(['html.empty']);
    expect(codes(await read('<div id="app">加载中</div><script src="a.js"></script>'))).toEqual([
      'html.needs-script',
    ]);
    const document = await read('<h1>年报</h1><p><a href="x/y.pdf?1">年报.pdf</a></p><script>1</script>');
    expect(codes(document)).toEqual(['html.attachment-only']);
    expect(document.diagnostics[0]?.message).toContain('x/y.pdf?1');
  });

  it('names text that could not be decoded and text that is hidden', async () => {
    const bytes = Buffer.concat([
      Buffer.from(`<p>${SENTENCE}</p>`),
      Buffer.from([0xff]),
      Buffer.from(`<p>${SENTENCE}</p>`),
    ]);
    expect(codes(await htmlReader.read(bytes))).toEqual(['html.damaged-text']);
    const hidden = `<div hidden>${SENTENCE.repeat(30)}</div><p>${SENTENCE}</p>`;
    expect(codes(await read(hidden))).toEqual(['html.hidden-text']);
  });

  it('reads and names a report in a part of the page that only a script opens', async () => {
    const page = `<style>.tab{display:none}</style><h1>年报</h1><div class="tab"><p>${SENTENCE.repeat(30)}</p>${DATA}</div>`;
    const document = await read(page);
    expect(texts(document)).toEqual(['年报', SENTENCE.repeat(30), '[table]']);
    expect(document.diagnostics).toMatchObject([{ code: 'html.hidden-text', severity: 'warning' }]);
  });

  it('survives elements nested without end', async () => {
    const document = await read(`<p>前</p>${'<div>'.repeat(100_000)}深`);
    expect(codes(document)).toEqual(['html.too-deep']);
  });

  it('never throws on broken markup', async () => {
    const part = fc.constantFrom(
      '<table>',
      '</table>',
      '<tr>',
      '</tr>',
      '<td rowspan=3 colspan=2>',
      '</td>',
      '<div>',
      '</div>',
      '<p>',
      '<a href=x>',
      '</a>',
      '<!--',
      '-->',
      '<style>.a{display:none',
      '</style>',
      '文',
      '<',
      '&#',
      '\u0000',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 40 }), async (parts) => {
        const document = await read(parts.join(''));
        expect(document.blocks.length + document.diagnostics.length).toBeGreaterThan(0);
      }),
      { numRuns: 150 },
    );
  });
});
