import { describe, expect, it } from 'vitest';
import { codes, readBody, row, shown } from './rtf-builder.ts';

describe('a table of an RTF file', () => {
  it('has the columns of all rows’ edges', async () => {
    const document = await readBody(
      `a\\par${row(['1000', 'x'], ['3000', 'y'])}${row(['1000', '1'], ['2000', '2'], ['3000', '3'])}\\pard b\\par`,
    );
    expect(shown(document)).toEqual([
      'a',
      ['0,0 1×1 x', '0,1 1×2 y', '1,0 1×1 1', '1,1 1×1 2', '1,2 1×1 3'],
      'b',
    ]);
    expect(codes(document)).toEqual([]);
  });

  it('takes edges that differ by a hair for one, but never two of the same row', async () => {
    const hair = await readBody(`${row(['1000', 'x'], ['2000', 'y'])}${row(['1040', '1'], ['1990', '2'])}`);
    expect(shown(hair)).toEqual([['0,0 1×1 x', '0,1 1×1 y', '1,0 1×1 1', '1,1 1×1 2']]);
    const narrow = await readBody(row(['1000', 'x'], ['1010', ''], ['2000', 'y']));
    expect(shown(narrow)).toEqual([['0,0 1×1 x', '0,1 1×1 ', '0,2 1×1 y']]);
  });

  it('joins merged cells', async () => {
    const document = await readBody(
      row(['\\clvmgf1000', 'x'], ['\\clmgf2000', 'y'], ['\\clmrg3000', '']) +
        row(['\\clvmrg1000', ''], ['2000', '1'], ['3000', '2']) +
        row(['1000', 'z'], ['2000', '3'], ['3000', '4']),
    );
    expect(shown(document)).toEqual([
      ['0,0 2×1 x', '0,1 1×2 y', '1,1 1×1 1', '1,2 1×1 2', '2,0 1×1 z', '2,1 1×1 3', '2,2 1×1 4'],
    ]);
  });

  it('starts a row where its left edge stands', async () => {
    const indented = row(['2000', '1']).replace('\\trleft0', '\\trleft1000');
    expect(shown(await readBody(row(['1000', 'x'], ['2000', 'y']) + indented))).toEqual([
      ['0,0 1×1 x', '0,1 1×1 y', '1,1 1×1 1'],
    ]);
  });

  it('keeps empty cells, and the paragraphs of a cell as lines', async () => {
    expect(shown(await readBody(row(['1000', ''], ['2000', 'a\\par b\\line c'])))).toEqual([
      ['0,0 1×1 ', '0,1 1×1 a\nb\nc'],
    ]);
  });

  it('may say how its row is made behind the cells, as Word repeats it', async () => {
    const source =
      '{\\trowd\\cellx500\\pard\\intbl a\\cell b\\cell{\\trowd\\cellx1000\\cellx2000\\row}}\\pard c\\par';
    expect(shown(await readBody(source))).toEqual([['0,0 1×1 a', '0,1 1×1 b'], 'c']);
  });

  it('ends at a paragraph outside, be it empty', async () => {
    const one = row(['1000', '1']);
    expect(shown(await readBody(`${one}${one}\\pard\\par${one}`))).toEqual([
      ['0,0 1×1 1', '1,0 1×1 1'],
      ['0,0 1×1 1'],
    ]);
  });

  it('within a cell follows the table that holds it, with spans of its own', async () => {
    const inner =
      '\\pard\\intbl\\itap2 1\\nestcell 2\\nestcell{\\*\\nesttableprops\\trowd\\cellx300\\cellx600\\nestrow}{\\nonesttables\\par}' +
      '3\\nestcell{\\*\\nesttableprops\\trowd\\cellx600\\nestrow}';
    const outer = `\\trowd\\cellx1000\\cellx2000\\pard\\intbl x\\cell\\pard\\intbl y\\par${inner}\\pard\\intbl z\\cell\\row`;
    expect(shown(await readBody(`${outer}\\pard end\\par`))).toEqual([
      ['0,0 1×1 x', '0,1 1×1 y\nz'],
      ['0,0 1×1 1', '0,1 1×1 2', '1,0 1×2 3'],
      'end',
    ]);
  });

  it('keeps a row together whose paragraph does not say that it is in a table', async () => {
    const source = '\\trowd\\cellx1000\\cellx2000\\pard\\intbl a\\cell\\pard b\\par c\\cell\\row';
    expect(shown(await readBody(source))).toEqual([['0,0 1×1 a', '0,1 1×1 b\nc']]);
  });

  it.each([
    ['more cells than edges', '\\trowd\\cellx1000\\intbl 1\\cell 2\\cell\\row', 'rtf.uneven-row'],
    ['fewer cells than edges', '\\trowd\\cellx1000\\cellx2000\\intbl 1\\cell\\row', 'rtf.uneven-row'],
    ['a merge without a start', row(['\\clvmrg1000', '1']), 'rtf.orphan-merge'],
    ['text in a merged cell', row(['\\clmgf1000', '1'], ['\\clmrg2000', '2']), 'rtf.merged-text'],
  ])('with %s is named, with its place', async (_, source, code) => {
    const { diagnostics } = await readBody(`a\\par${source}`);
    expect(diagnostics).toMatchObject([{ code, severity: 'warning', place: { block: 1, row: 0 } }]);
  });
});
