import { describe, expect, it } from 'vitest';
import { mammothReader } from '../../../src/ingest/docx/mammoth-reader.ts';
import {
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

const witness = (body: string, parts: { styles?: string; numbering?: string } = {}) =>
  mammothReader.read(docx(body, parts));
const grids = async (...rows: string[]) => ({
  own: sketch(tableOf(await read(tbl(...rows)))),
  mammoth: sketch(tableOf(await witness(tbl(...rows)))),
});

describe('the mammoth reader', () => {
  it('reads paragraphs, headings and line breaks', async () => {
    const styles = '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>';
    const broken = '<w:p><w:r><w:t>a &lt; b</w:t><w:br/><w:t>c</w:t></w:r></w:p>';
    const { blocks } = await witness(p('一、总体情况', '<w:pStyle w:val="1"/>') + broken, { styles });
    expect(blocks).toEqual([
      { kind: 'paragraph', text: '一、总体情况', heading: 1 },
      { kind: 'paragraph', text: 'a < b\nc' },
    ]);
  });

  it('agrees with our own on spans and vertical merges', async () => {
    const { own, mammoth } = await grids(
      tr([tc('a', span(2)), tc('b', vRestart)]),
      tr([tc('c'), tc('d'), tc('', vContinue)]),
      tr([tc('e', span(3))]),
    );
    expect(own).toEqual(['a < b', 'c d ^', 'e < <']);
    expect(mammoth).toEqual(own);
  });

  it('puts nested tables after the one that holds them', async () => {
    const inner = tbl(tr([tc('1')]));
    const { blocks } = await witness(tbl(tr([`<w:tc>${p('a')}${inner}${p('b')}</w:tc>`])));
    expect(blocks.map((block) => (block.kind === 'table' ? sketch(block) : block.text))).toEqual([
      ['a\nb'],
      ['1'],
    ]);
  });

  it('leaves tracked deletions out', async () => {
    expect((await witness(`<w:p>${r('a')}<w:del>${r('b')}</w:del></w:p>`)).blocks).toMatchObject([
      { text: 'a' },
    ]);
  });
});

describe('mammoth 1.13, which is why it is the second witness only,', () => {
  it('ignores gridBefore, and gives a merge below it the wrong column without a word', async () => {
    const shifted = tr([tc('', vContinue), tc('d')], '<w:gridBefore w:val="1"/>');
    const rows = [tr([tc('a'), tc('b', vRestart), tc('c')]), shifted];
    const { own, mammoth } = await grids(...rows);
    expect(own).toEqual(['a b c', '. ^ d']);
    expect(mammoth).not.toEqual(own);
    expect((await witness(tbl(...rows))).diagnostics).toEqual([]);
  });

  it('ignores hMerge', async () => {
    const { own, mammoth } = await grids(tr([tc('a', hRestart), tc('', hContinue), tc('b')]));
    expect(own).toEqual(['a < b']);
    expect(mammoth).toEqual(['a  b']);
  });

  it('keeps a row where all cells are merged away', async () => {
    const { own, mammoth } = await grids(tr([tc('a', vRestart)]), tr([tc('', vContinue)]), tr([tc('b')]));
    expect(mammoth).toEqual(['a', '^', 'b']);
    expect(mammoth).toEqual(own);
  });

  it('drops automatic numbers', async () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:suff w:val="nothing"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>';
    const body = p('总体情况', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>');
    expect((await read(body, { numbering })).blocks).toMatchObject([{ text: '一、总体情况' }]);
    expect((await witness(body, { numbering })).blocks).toMatchObject([{ text: '总体情况' }]);
  });
});
