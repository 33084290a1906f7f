import { describe, expect, it } from 'vitest';
import { formatNumber } from '../../../src/ingest/docx/number-formats.ts';
import { codes, p, read, texts } from './docx-builder.ts';

const level = (index: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/><w:suff w:val="nothing"/></w:lvl>`;
const abstract = (id: number, ...levels: string[]) =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`;
const num = (id: number, abstractId: number, more = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstractId}"/>${more}</w:num>`;
const item = (numId: number, at = 0) =>
  p('x', `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${numId}"/></w:numPr>`);

const labels = async (body: string, numbering: string, styles = '') =>
  (await texts(body, { numbering, styles })).map((text) => text.slice(0, -1));

describe('automatic numbers', () => {
  it('stand before the text, in the form of their level', async () => {
    const numbering =
      abstract(1, level(0, 'chineseCountingThousand', '%1、'), level(1, 'chineseCounting', '（%2）')) +
      num(1, 1);
    expect(await labels(item(1) + item(1, 1) + item(1, 1) + item(1) + item(1, 1), numbering)).toEqual([
      '一、',
      '（一）',
      '（二）',
      '二、',
      '（一）',
    ]);
  });

  it('name the numbers of the levels above', async () => {
    const numbering =
      abstract(
        1,
        level(0, 'upperRoman', '%1'),
        level(1, 'decimal', '%1.%2'),
        level(2, 'decimal', '%1.%2.%3', '<w:isLgl/>'),
      ) + num(1, 1);
    expect(await labels(item(1) + item(1, 1) + item(1, 2), numbering)).toEqual(['I', 'I.1', '1.1.1']);
  });

  it('count on where their level does not begin anew', async () => {
    const numbering =
      abstract(1, level(0, 'decimal', '%1'), level(1, 'decimal', '%2', '<w:lvlRestart w:val="0"/>')) +
      num(1, 1);
    expect(await labels(item(1) + item(1, 1) + item(1) + item(1, 1), numbering)).toEqual([
      '1',
      '1',
      '2',
      '2',
    ]);
  });

  it('count on in another list of the same definition, unless it starts anew', async () => {
    const numbering =
      abstract(1, level(0, 'decimal', '%1')) +
      num(1, 1) +
      num(2, 1) +
      num(3, 1, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>');
    expect(await labels(item(1) + item(2) + item(3) + item(3) + item(1), numbering)).toEqual([
      '1',
      '2',
      '5',
      '6',
      '7',
    ]);
  });

  it('take a level that the list overrides', async () => {
    const numbering =
      abstract(1, level(0, 'decimal', '%1')) +
      num(1, 1, `<w:lvlOverride w:ilvl="0">${level(0, 'upperLetter', '%1)')}</w:lvlOverride>`);
    expect(await labels(item(1), numbering)).toEqual(['A)']);
  });

  it('come from the style of the paragraph, at the level that is linked to it', async () => {
    const numbering =
      abstract(
        1,
        level(0, 'chineseCounting', '%1、', '<w:pStyle w:val="A"/>'),
        level(1, 'decimal', '%2.', '<w:pStyle w:val="B"/>'),
      ) + num(1, 1);
    const style = (id: string) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`;
    const styles = `${style('A')}${style('B')}<w:style w:type="paragraph" w:styleId="C"><w:basedOn w:val="B"/></w:style>`;
    const styled = (id: string, more = '') => p('x', `<w:pStyle w:val="${id}"/>${more}`);
    expect(await labels(styled('A') + styled('B') + styled('C'), numbering, styles)).toEqual([
      '一、',
      '1.',
      '2.',
    ]);
    expect(await labels(styled('A', '<w:numPr><w:numId w:val="0"/></w:numPr>'), numbering, styles)).toEqual([
      '',
    ]);
  });

  it('come from a list style', async () => {
    const numbering =
      `<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="S"/></w:abstractNum>` +
      abstract(2, level(0, 'decimal', '%1)')) +
      num(1, 1) +
      num(2, 2);
    const styles =
      '<w:style w:type="numbering" w:styleId="S"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>';
    expect(await labels(item(1), numbering, styles)).toEqual(['1)']);
  });

  it('are parted from the text by a tab unless the level says otherwise', async () => {
    const bare = '<w:lvl w:ilvl="0"><w:start w:val="3"/><w:lvlText w:val="%1."/></w:lvl>';
    expect(await labels(item(1), abstract(1, bare) + num(1, 1))).toEqual(['3.\t']);
  });

  it('are not given to bullets, unknown lists and deleted paragraphs', async () => {
    const numbering =
      abstract(1, level(0, 'bullet', '\uf0b7')) +
      num(1, 1) +
      abstract(2, level(0, 'decimal', '%1')) +
      num(2, 2);
    const deleted = p('y', '<w:numPr><w:numId w:val="2"/></w:numPr><w:rPr><w:del/></w:rPr>');
    expect(await texts(item(1) + item(9) + deleted + item(2), { numbering })).toEqual(['x', 'x', '1yx']);
  });

  it('in an unknown format are decimal, and the format is named', async () => {
    const document = await read(item(1), { numbering: abstract(1, level(0, 'klingon', '%1')) + num(1, 1) });
    expect(document.blocks).toMatchObject([{ text: '1x' }]);
    expect(codes(document)).toEqual(['docx.number-format']);
  });
});

describe('a list number', () => {
  it.each([
    ['chineseCounting', 10, '十'],
    ['chineseCounting', 11, '十一'],
    ['chineseCounting', 20, '二十'],
    ['chineseCountingThousand', 105, '一百零五'],
    ['chineseCountingThousand', 1010, '一千零一十'],
    ['japaneseCounting', 21, '二十一'],
    ['chineseLegalSimplified', 12, '壹拾贰'],
    ['ideographDigital', 12, '一二'],
    ['ideographTraditional', 3, '丙'],
    ['ideographTraditional', 11, '11'],
    ['decimalEnclosedCircle', 10, '⑩'],
    ['decimalEnclosedCircleChinese', 21, '㉑'],
    ['decimalEnclosedParen', 2, '⑵'],
    ['decimalFullWidth', 10, '１０'],
    ['decimalZero', 7, '07'],
    ['lowerRoman', 14, 'xiv'],
    ['upperLetter', 28, 'BB'],
    ['lowerLetter', 26, 'z'],
    ['ordinal', 112, '112th'],
  ])('in the format %s: %i is %s', (format, value, written) => {
    expect(formatNumber(value, format)).toBe(written);
  });
});
