import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Document, Table } from '../../../src/document/document.ts';
import { docReader } from '../../../src/ingest/doc/doc-reader.ts';
import {
  type DocOptions,
  depth,
  doc,
  elsewhere,
  IN_TABLE,
  MERGE,
  type ParagraphParts,
  p,
  row,
  short,
  sprm,
  tableDefinition,
} from './doc-builder.ts';

const read = (paragraphs: readonly ParagraphParts[], options?: DocOptions) =>
  docReader.read(doc(paragraphs, options));
const texts = ({ blocks }: Document) =>
  blocks.map((block) => (block.kind === 'paragraph' ? block.text : block.cells.map(({ text }) => text)));
const tables = ({ blocks }: Document) => blocks.filter((block): block is Table => block.kind === 'table');
/** `row,col rowSpan×colSpan text` */
const cells = ({ cells: all }: Table) =>
  all.map(({ row: r, col, rowSpan, colSpan, text }) => `${r},${col} ${rowSpan}×${colSpan} ${text}`);
const codes = ({ diagnostics }: Document) => diagnostics.map(({ code }) => code);

/** Running sums from 0, in steps of 50 twips. */
function toEdges(widths: readonly number[]): number[] {
  let edge = 0;
  const edges = [0];
  for (const width of widths) {
    edge += 50 * width;
    edges.push(edge);
  }
  return edges;
}

describe('paragraphs', () => {
  it('keep their order, blank ones are left out', async () => {
    expect(texts(await read([p('一、总体情况'), p(' '), p('正文')]))).toEqual(['一、总体情况', '正文']);
  });

  it('are headings by their style or their own outline level, and centred where they say so', async () => {
    const { blocks } = await read([
      { text: '甲\r', style: 2 },
      p('乙', sprm(0x2640, 0)),
      { text: '丙\r', style: 1, sprms: [sprm(0x2640, 9)] },
      p('丁', sprm(0x2403, 1)),
      p('戊', sprm(0x2461, 1), sprm(0x2461, 0)),
    ]);
    expect(blocks).toEqual([
      { kind: 'paragraph', text: '甲', heading: 2 },
      { kind: 'paragraph', text: '乙', heading: 1 },
      { kind: 'paragraph', text: '丙' },
      { kind: 'paragraph', text: '丁', centered: true },
      { kind: 'paragraph', text: '戊' },
    ]);
  });

  it('show the result of a field and not its instruction, even within another field', async () => {
    const nested = '\x13 IF \x13 PAGE \x141\x15 = 1 \x14共\x13 X \x149\x15件\x15。';
    expect(texts(await read([p(`前${nested}`)]))).toEqual(['前共9件。']);
    expect(texts(await read([p('前\x13 TOC'), p('后文')]))).toEqual(['前', '后文']);
  });

  it('take special characters for what they stand for', async () => {
    const document = await read([p('a\x0bb\x1ec\x1fd\x02e\x01\x08\tf')]);
    expect(texts(document)).toEqual(['a\nb-cde\tf']);
    expect(codes(document)).toEqual(['doc.picture']);
  });

  it('leave out deleted and hidden text, and join what a deleted mark parted', async () => {
    const document = await read([p('收到12件'), p('办结'), p('3件')], {
      runs: [
        { from: 2, to: 3, sprms: [sprm(0x0800, 1)] },
        { from: 8, to: 9, sprms: [sprm(0x0800, 1)] },
        { from: 9, to: 10, sprms: [sprm(0x083c, 1)] },
      ],
    });
    expect(texts(document)).toEqual(['收到2件', '办结件']);
    expect(codes(document)).toEqual(['doc.revisions']);
  });
});

describe('the piece table', () => {
  it('puts the pieces of a fast-saved file into their order, hidden text with them', async () => {
    const paragraphs = [p('一二三四五'), ...row(['甲', '乙'], tableDefinition([0, 900, 1800])), p('六七')];
    const whole = await read(paragraphs);
    for (const pieceLength of [1, 3, 4]) expect(await read(paragraphs, { pieceLength })).toEqual(whole);
    const hidden = await read([p('0123456789')], {
      pieceLength: 5,
      runs: [{ from: 6, to: 8, sprms: [sprm(0x083c, 1)] }],
    });
    expect(texts(hidden)).toEqual(['01234589']);
  });

  it('reads pieces of one byte a character as windows-1252', async () => {
    expect(texts(await read([p('\x93A\x94 caf\xe9 \xb7 \x97')], { isCompressed: true }))).toEqual([
      '“A” café · —',
    ]);
  });

  it('reads them as GBK where a Chinese file has nothing else there, and says so', async () => {
    const gbk = '\xd7\xdc\xcc\xe5\xc7\xe9\xbf\xf6 12';
    const document = await read([p(gbk), p('a')], { isCompressed: true });
    expect(texts(document)).toEqual(['总体情况 12', 'a']);
    expect(codes(document)).toEqual(['doc.code-page']);
    const western = await read([p(gbk)], { isCompressed: true, language: 0x0409 });
    expect(texts(western)).not.toEqual(['总体情况 12']);
  });
});

describe('tables', () => {
  it('have the union of all edges as their columns', async () => {
    const [table] = tables(
      await read([
        ...row(['a', 'b'], tableDefinition([0, 2000, 4000])),
        ...row(['c', 'd', 'e'], tableDefinition([8, 1000, 2010, 3995])),
        p('后'),
      ]),
    );
    expect(table).toMatchObject({ rows: 2, cols: 3, layout: 'grid' });
    expect(cells(table!)).toEqual(['0,0 1×2 a', '0,2 1×1 b', '1,0 1×1 c', '1,1 1×1 d', '1,2 1×1 e']);
  });

  it('keep a narrow cell as a column of its own', async () => {
    const [table] = tables(
      await read([...row(['a', 'b', 'c'], tableDefinition([0, 1000, 1020, 2000])), p('后')]),
    );
    expect(cells(table!)).toEqual(['0,0 1×1 a', '0,1 1×1 b', '0,2 1×1 c']);
  });

  it('join cells that are merged downwards', async () => {
    const edges = [0, 1000, 2000];
    const document = await read([
      ...row(['甲', '1'], tableDefinition(edges, [MERGE.down, MERGE.none])),
      ...row(['', '2'], tableDefinition(edges, [MERGE.goesOn, MERGE.none])),
      ...row(['乙', '3'], tableDefinition(edges, [MERGE.down, MERGE.none])),
      ...row(['x', '4'], tableDefinition(edges, [MERGE.goesOn, MERGE.none])),
      p('后'),
    ]);
    expect(cells(tables(document)[0]!)).toEqual([
      '0,0 2×1 甲',
      '0,1 1×1 1',
      '1,1 1×1 2',
      '2,0 2×1 乙',
      '2,1 1×1 3',
      '3,1 1×1 4',
    ]);
    expect(document.diagnostics).toMatchObject([{ code: 'doc.merged-text', place: { row: 3, col: 0 } }]);
  });

  it('keep a cell whose merge is not open above it, and say so', async () => {
    const document = await read([
      ...row(['1', '2'], tableDefinition([0, 1000, 2000])),
      ...row(['3', '4'], tableDefinition([0, 1000, 2000], [MERGE.goesOn])),
      p('后'),
    ]);
    expect(cells(tables(document)[0]!)).toContain('1,0 1×1 3');
    expect(codes(document)).toEqual(['doc.orphan-merge']);
  });

  it.each([
    ['of Word 97', [1, 2, 0, 1, 2]],
    ['of MS-DOC', [3, 1, 0, 2, 1]],
  ])('join cells merged sideways by the flags %s', async (_name, flags) => {
    const edges = [0, 100, 200, 300, 400, 500];
    const [table] = tables(
      await read([
        ...row(['a', '', 'b', 'c', ''], tableDefinition(edges, flags)),
        ...row([...'12345'], tableDefinition(edges)),
        p('后'),
      ]),
    );
    expect(cells(table!).slice(0, 3)).toEqual(['0,0 1×2 a', '0,2 1×1 b', '0,3 1×2 c']);
  });

  it('follow later changes of a row', async () => {
    const [table] = tables(
      await read([
        ...row(['a', 'b', 'c'], tableDefinition([0, 1000, 2000, 3000])),
        ...row(['d', '', 'e'], tableDefinition([0, 1000, 2000, 3000]), sprm(0x5624, 0, 2)),
        ...row(['f', 'g'], tableDefinition([0, 1000, 2000, 3000]), sprm(0x5622, 2, 3)),
        ...row(['h', 'i', 'j'], tableDefinition([0, 1000, 2000]), sprm(0x7621, 2, 1, ...short(1000))),
        ...row(['', 'k', 'l'], tableDefinition([0, 1000, 2000, 3000]), sprm(0xd62b, 2, 0, 1)),
        p('后'),
      ]),
    );
    expect(cells(table!)).toEqual([
      '0,0 1×1 a',
      '0,1 1×1 b',
      '0,2 1×1 c',
      '1,0 1×2 d',
      '1,2 1×1 e',
      '2,0 1×1 f',
      '2,1 1×1 g',
      '3,0 1×1 h',
      '3,1 1×1 i',
      '3,2 1×1 j',
      '4,0 1×1 ',
      '4,1 1×1 k',
      '4,2 1×1 l',
    ]);
  });

  it('find a row whose properties stand in the Data stream', async () => {
    const data = Buffer.concat([
      Buffer.alloc(7),
      elsewhere(IN_TABLE, sprm(0x2417, 1), tableDefinition([0, 500, 900])),
    ]);
    const paragraphs = [
      { text: 'a\x07', sprms: [IN_TABLE] },
      { text: 'b\x07', sprms: [IN_TABLE] },
      { text: '\x07', sprms: [sprm(0x6646, 7, 0, 0, 0)] },
      p('后'),
    ];
    const [table] = tables(await read(paragraphs, { data }));
    expect(table).toMatchObject({ rows: 1, cols: 2, layout: 'grid' });
  });

  it('are ragged where a row does not tell its columns, and say so', async () => {
    const document = await read([
      ...row(['a', 'b'], tableDefinition([0, 1000, 2000])),
      ...row(['c', 'd', 'e'], tableDefinition([0, 1000, 2000])),
      p('后'),
    ]);
    expect(tables(document)[0]).toMatchObject({ rows: 2, cols: 3, layout: 'ragged' });
    expect(document.diagnostics).toMatchObject([{ code: 'doc.no-columns', place: { block: 0, row: 1 } }]);
  });

  it('join the paragraphs of a cell by line breaks', async () => {
    const document = await read([p('一', IN_TABLE), ...row(['二'], tableDefinition([0, 1000])), p('后')]);
    expect(texts(document)).toEqual([['一\n二'], '后']);
  });

  it('within cells follow the table that holds them', async () => {
    const inner = [IN_TABLE, depth(2)];
    const document = await read([
      p('外', IN_TABLE),
      p('内一', ...inner, sprm(0x244b, 1)),
      p('内二', ...inner, sprm(0x244b, 1)),
      p('', ...inner, sprm(0x244c, 1), tableDefinition([0, 400, 800])),
      ...row(['', '右'], tableDefinition([0, 1000, 2000])),
      p('后'),
    ]);
    expect(texts(document)).toEqual([['外\n', '右'], ['内一', '内二'], '后']);
  });

  it('lose a row whose text is all deleted, not one whose end alone is marked', async () => {
    const edges = tableDefinition([0, 1000, 2000]);
    const document = await read([...row(['a', 'b'], edges), ...row(['c', 'd'], edges), p('后')], {
      // The end of the first row and both cells of the second: `a␇b␇␇c␇d␇␇`.
      runs: [{ from: 4, to: 8, sprms: [sprm(0x0800, 1)] }],
    });
    expect(texts(document)).toEqual([['a', 'b'], '后']);
  });

  it('read any row of cells back as it was written', async () => {
    const widths = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(fc.array(widths, { minLength: 1, maxLength: 4 }), async (rows) => {
        const written = rows.map((widthsOfRow) => toEdges(widthsOfRow));
        const all = written.map((edges, r) => edges.slice(1).map((_edge, i) => `${r}.${i}`));
        const [table] = tables(
          await read([...written.flatMap((edges, r) => row(all[r]!, tableDefinition(edges))), p('后')]),
        );
        const lines = [...new Set(written.flat())].sort((a, b) => a - b);
        expect(cells(table!)).toEqual(
          written.flatMap((edges, r) =>
            edges.slice(1).map((right, i) => {
              const col = lines.indexOf(edges[i]!);
              return `${r},${col} 1×${lines.indexOf(right) - col} ${r}.${i}`;
            }),
          ),
        );
      }),
      { numRuns: 40 },
    );
  });
});

describe('a bad file', () => {
  const fault = async (bytes: Uint8Array) => {
    const { blocks, diagnostics } = await docReader.read(bytes);
    expect(blocks).toEqual([]);
    expect(diagnostics).toMatchObject([{ severity: 'error' }]);
    return diagnostics[0]?.code;
  };

  it('is told by its fault', async () => {
    expect(await fault(doc([p('a')], { flags: 0x0100 }))).toBe('doc.encrypted');
    expect(await fault(doc([p('a')], { version: 0x0068 }))).toBe('doc.old-word');
    expect(await fault(doc([p('a')], { ident: 0xa5dc }))).toBe('doc.old-word');
    expect(await fault(doc([p('a')], { ident: 0x1234 }))).toBe('doc.damaged');
    expect(await fault(doc([p('')]))).toBe('doc.empty');
    expect(await fault(new Uint8Array())).toBe('doc.damaged');
    expect(await fault(doc([p('a')]).subarray(0, 600))).toBe('doc.damaged');
  });

  it('whose sectors lead backwards into one another is refused before they are followed', async () => {
    const sectors = 3000;
    const bytes = Buffer.from(doc([p('a')])).subarray(0, 512);
    const tables = Math.ceil(sectors / 128);
    const file = Buffer.concat([bytes, Buffer.alloc(512 * sectors)]);
    for (let i = 0; i < tables; i += 1) file.writeInt32LE(i, 76 + 4 * i);
    for (let i = 0; i < sectors; i += 1) file.writeInt32LE(i - 1, 512 + 4 * i);
    expect(await fault(file)).toBe('doc.too-large');
  });

  it('never makes the reader throw, whatever bytes are changed', async () => {
    const edges = tableDefinition([0, 1000, 2000]);
    const sample = doc([p('总体情况'), ...row(['1', '2'], edges), ...row(['3', '4'], edges), p('后')]);
    const change = fc.tuple(fc.nat(sample.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
        const bytes = sample.slice();
        for (const [at, to] of changes) bytes[at] = to;
        const { blocks, diagnostics } = await docReader.read(bytes);
        expect(blocks.length > 0 || diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
