import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  codes,
  docx,
  hContinue,
  hRestart,
  p,
  r,
  read,
  sketch,
  span,
  tableOf,
  tbl,
  tc,
  tr,
  vContinue,
  vRestart,
} from './docx-builder.ts';

const sketchOf = async (...rows: string[]) => sketch(tableOf(await read(tbl(...rows))));

describe('a docx table', () => {
  it('keeps the columns of gridSpan', async () => {
    expect(await sketchOf(tr([tc('a', span(2)), tc('b')]), tr([tc('c'), tc('d'), tc('e')]))).toEqual([
      'a < b',
      'c d e',
    ]);
  });

  it('joins the cells of a vertical merge', async () => {
    expect(
      await sketchOf(
        tr([tc('a', vRestart), tc('b')]),
        tr([tc('', vContinue), tc('c')]),
        tr([tc('d'), tc('e')]),
      ),
    ).toEqual(['a b', '^ c', 'd e']);
  });

  it('joins the cells of a horizontal merge', async () => {
    expect(await sketchOf(tr([tc('a', hRestart), tc('', hContinue), tc('b')]))).toEqual(['a < b']);
  });

  it('joins a merge in both directions, each written cell by cell', async () => {
    const top = tr([tc('a', hRestart + vRestart), tc('', hContinue + vRestart), tc('b')]);
    const below = tr([tc('', hRestart + vContinue), tc('', hContinue + vContinue), tc('c')]);
    expect(await sketchOf(top, below)).toEqual(['a < b', '^ < c']);
  });

  it('leaves the grid free before and after a row', async () => {
    const short = tr([tc('d')], '<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>');
    expect(await sketchOf(tr([tc('a'), tc('b'), tc('c')]), short)).toEqual(['a b c', '. d .']);
  });

  it('merges below a free column at the true column', async () => {
    const shifted = (cells: string[]) => tr(cells, '<w:gridBefore w:val="1"/>');
    expect(
      await sketchOf(tr([tc('a'), tc('b', vRestart), tc('c')]), shifted([tc('', vContinue), tc('d')])),
    ).toEqual(['a b c', '. ^ d']);
  });

  it('begins a new cell at a second restart', async () => {
    expect(await sketchOf(tr([tc('a', vRestart)]), tr([tc('b', vRestart)]), tr([tc('', vContinue)]))).toEqual(
      ['a', 'b', '^'],
    );
  });

  it('reads a continuation without a merge above as a cell and says so', async () => {
    const document = await read(tbl(tr([tc('a'), tc('b')]), tr([tc('1', vContinue), tc('2')])));
    expect(sketch(tableOf(document))).toEqual(['a b', '1 2']);
    expect(document.diagnostics).toMatchObject([
      { code: 'docx.orphan-merge', severity: 'warning', place: { block: 0, row: 1, col: 0 } },
    ]);
  });

  it('does not continue a merge at another width, and says so', async () => {
    const rows = [tr([tc('a', span(2) + vRestart), tc('b')]), tr([tc('', vContinue), tc('1'), tc('2')])];
    const document = await read(tbl(...rows));
    expect(sketch(tableOf(document))).toEqual(['a < b', ' 1 2']);
    expect(codes(document)).toEqual(['docx.orphan-merge']);
  });

  it('names text that a merge hides', async () => {
    const document = await read(p('x') + tbl(tr([tc('a', vRestart)]), tr([tc('7', vContinue)])));
    expect(sketch(tableOf(document))).toEqual(['a', '^']);
    expect(document.diagnostics).toMatchObject([
      {
        code: 'docx.merged-text',
        place: { block: 1, row: 1, col: 0 },
        message: expect.stringContaining('7'),
      },
    ]);
  });

  it('leaves deleted rows out', async () => {
    const deleted = tr([tc('gone')], '<w:del w:id="1" w:author="a"/>');
    expect(await sketchOf(tr([tc('a')]), deleted, tr([tc('b')]))).toEqual(['a', 'b']);
  });

  it('leaves a row out whose mark and text are hidden, and keeps one whose text is not', async () => {
    const hidden = (text: string, properties: string) =>
      tr([`<w:tc><w:p>${r(text, properties)}</w:p></w:tc>`], '<w:hidden/>');
    expect(await sketchOf(tr([tc('a')]), hidden('b', '<w:vanish/>'), hidden('c', ''))).toEqual(['a', 'c']);
  });

  it('puts a nested table after the one that holds it, not into the text of its cell', async () => {
    const inner = tbl(tr([tc('1'), tc('2')]));
    const document = await read(tbl(tr([`<w:tc>${p('a')}${inner}${p('b')}</w:tc>`, tc('c')])) + p('end'));
    expect(document.blocks.map((block) => (block.kind === 'table' ? sketch(block) : block.text))).toEqual([
      ['a\nb c'],
      ['1 2'],
      'end',
    ]);
  });

  it('parts paragraphs and line breaks in a cell by line ends', async () => {
    const cell = `<w:tc>${p('a')}<w:p><w:r><w:t>b</w:t><w:br/><w:t>c</w:t></w:r></w:p></w:tc>`;
    expect(tableOf(await read(tbl(tr([cell])))).cells[0]?.text).toBe('a\nb\nc');
  });

  it('reads rows and cells inside content controls', async () => {
    const wrap = (content: string) => `<w:sdt><w:sdtPr/><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
    expect(await sketchOf(wrap(tr([tc('a'), wrap(tc('b'))])))).toEqual(['a b']);
  });

  it('says where rows end at different columns and where the declared grid differs', async () => {
    const grid = '<w:tblGrid><w:gridCol/><w:gridCol/><w:gridCol/></w:tblGrid>';
    const document = await read(`<w:tbl>${grid}${tr([tc('a'), tc('b')])}${tr([tc('c')])}</w:tbl>`);
    expect(codes(document)).toEqual(['docx.uneven-rows', 'docx.grid-columns']);
    expect(sketch(tableOf(document))).toEqual(['a b', 'c .']);
  });

  it('refuses a span that no table has, and names it', async () => {
    const document = await read(tbl(tr([tc('a', span(999_999_999)), tc('b')])));
    expect(sketch(tableOf(document))).toEqual(['a b']);
    expect(codes(document)).toEqual(['docx.bad-span']);
  });

  it('calls a cell outside of a row damage', async () => {
    expect(codes(await read(`<w:tbl>${tc('a')}</w:tbl>`))).toEqual(['docx.damaged']);
  });

  it('reads back every grid of rectangles as it was written', async () => {
    await fc.assert(
      fc.asyncProperty(rectangles, async ({ rows, cols, owner }) => {
        const document = await read(tbl(...writeRows(owner)));
        expect(document.diagnostics).toEqual([]);
        const table = tableOf(document);
        expect([table.rows, table.cols]).toEqual([rows, cols]);
        const seen = owner.map((line) => line.map(() => -1));
        for (const cell of table.cells) {
          for (let y = 0; y < cell.rowSpan; y += 1) {
            for (let x = 0; x < cell.colSpan; x += 1)
              seen[cell.row + y]?.splice(cell.col + x, 1, Number(cell.text));
          }
        }
        expect(seen).toEqual(owner);
      }),
      { numRuns: 60 },
    );
  });

  it('gives the same document for the same bytes', async () => {
    const bytes = docx(tbl(tr([tc('a', span(2)), tc('b')])));
    const { ooxmlReader } = await import('../../../src/ingest/docx/ooxml-reader.ts');
    expect(await ooxmlReader.read(bytes)).toEqual(await ooxmlReader.read(bytes));
  });
});

/** A grid cut into rectangles; each place holds the number of its rectangle. */
const rectangles = fc
  .record({
    rows: fc.integer({ min: 1, max: 6 }),
    cols: fc.integer({ min: 1, max: 7 }),
    sizes: fc.infiniteStream(
      fc.record({ height: fc.integer({ min: 1, max: 3 }), width: fc.integer({ min: 1, max: 3 }) }),
    ),
  })
  .map(({ rows, cols, sizes }) => {
    const owner = Array.from({ length: rows }, () => new Array<number>(cols).fill(-1));
    let next = 0;
    for (let row = 0; row < rows; row += 1) {
      for (let col = 0; col < cols; col += 1) {
        if (owner[row]?.[col] !== -1) continue;
        const { height, width } = sizes.next().value ?? { height: 1, width: 1 };
        let right = col;
        while (right < Math.min(col + width, cols) && owner[row]?.[right] === -1) right += 1;
        const bottom = Math.min(row + height, rows);
        for (let y = row; y < bottom; y += 1) owner[y]?.fill(next, col, right);
        next += 1;
      }
    }
    return { rows, cols, owner };
  });

/** The rectangles as `gridSpan` and `vMerge`, every other one across as `hMerge`. */
function writeRows(owner: readonly (readonly number[])[]): string[] {
  return owner.map((line, row) => {
    const cells: string[] = [];
    for (let col = 0; col < line.length; ) {
      const number = line[col] ?? -1;
      const isTop = owner[row - 1]?.[col] !== number;
      const isTall = !isTop || owner[row + 1]?.[col] === number;
      const width = line.filter((other) => other === number).length;
      const vertical = isTall ? (isTop ? vRestart : vContinue) : '';
      const text = isTop ? String(number) : '';
      if (number % 2 === 0) {
        cells.push(tc(text, (width > 1 ? span(width) : '') + vertical));
      } else {
        for (let x = 0; x < width; x += 1) {
          const horizontal = width === 1 ? '' : x === 0 ? hRestart : hContinue;
          cells.push(tc(x === 0 ? text : '', horizontal + vertical));
        }
      }
      col += width;
    }
    return tr(cells);
  });
}
