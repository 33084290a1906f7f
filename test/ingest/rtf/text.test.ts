import { describe, expect, it } from 'vitest';
import { codes, read, readBody, shown } from './rtf-builder.ts';

describe('characters of an RTF file', () => {
  it.each([
    ['two bytes of GBK in the document’s code page', "\\'d5\\'fe\\'b8\\'ae", '政府'],
    ['a second byte that is a plain character', "\\'81@\\'81A5", '丂丄5'],
    ['a second byte that is escaped', "\\'81\\\\", '乗'],
    ['bytes as they are, not in hexadecimal', '\xd5\xfe\xb8\xae', '政府'],
    ['the font’s charset before the document’s', "{\\f2 \\'ac\\'46\\'a9\\'b2}", '政府'],
    ['the font of double bytes', "{\\f0\\dbch\\af2 \\'ac\\'46}{\\loch\\f0 12}", '政12'],
    ['Western bytes in an ANSI font', "caf{\\f0 \\'e9}", 'café'],
    ['Unicode with one byte as stand-in', "\\u25919\\'3f\\u24220?8", '政府8'],
    ['Unicode with two bytes', "\\uc2\\u25919\\'d5\\'fe\\u24220\\'b8\\'ae9", '政府9'],
    ['Unicode without stand-ins', '\\uc0\\u25919\\u24220 10', '政府10'],
    ['negative Unicode, pairs of surrogates', '\\uc0\\u-244\\u-10174\\u-8192 ', '\uff0c\ud842\ue000'],
    ['the number of stand-ins ends with its group', '{\\uc0\\u25919 1}\\u24220?2', '政1府2'],
    ['named characters', '\\ldblquote a\\rdblquote\\~\\emdash\\_b\\-c', '“a”\u00a0—-bc'],
    ['tabs and line breaks', 'a\\tab b\\line c', 'a\tb\nc'],
    ['escaped braces', '\\{1\\}', '{1}'],
    ['line ends of the file, which mean nothing', '1\r\n2\n3', '123'],
  ])('%s', async (_, body, text) => {
    expect(shown(await readBody(`${body}\\par`))).toEqual([text]);
  });

  it('that a symbol font keeps are named as not read', async () => {
    const document = await readBody("{\\f3 \\'fe}1\\u-3843?2\\par");
    expect(shown(document)).toEqual(['\ufffd1\ufffd2']);
    expect(codes(document)).toEqual(['rtf.symbol']);
  });

  it('that cannot be decoded are named', async () => {
    const document = await readBody("\\f1 \\'d5\\'fe\\'ff!\\par");
    expect(shown(document)).toEqual(['政\ufffd!']);
    expect(codes(document)).toEqual(['rtf.damaged-text']);
  });

  it('that are damaged Chinese are not taken for Western ones', async () => {
    const document = await readBody("\\'81@\\'817!\\par");
    expect(shown(document)).toEqual(['丂\ufffd7!']);
    expect(codes(document)).toEqual(['rtf.damaged-text']);
  });

  it('are decoded by the code page where no font says another, and an unknown page is named', async () => {
    const big5 = "{\\rtf1\\ansi\\ansicpg950 \\'ac\\'46\\'a9\\'b2\\par}";
    expect(shown(await read(big5))).toEqual(['政府']);
    expect(codes(await read('{\\rtf1\\ansi\\ansicpg1 x\\par}'))).toEqual(['rtf.code-page']);
  });

  it('that are left out as a stand-in although they are digits of their own are named', async () => {
    expect(codes(await readBody('\\u25919 2025\\par'))).toEqual(['rtf.fallback']);
    expect(codes(await readBody('\\u-239 1\\par'))).toEqual([]);
  });
});

describe('the text of an RTF file', () => {
  it('leaves out what is no text of the body', async () => {
    const document = await readBody(
      '{\\colortbl;\\red0;}{\\stylesheet{\\s0 Normal;}}{\\*\\generator X;}{\\header h\\par}{\\footer f\\par}' +
        'a{\\footnote note}{\\*\\unknown u{\\b v}}{\\v hidden}\\v x\\v0{\\deleted gone} b\\bin3 }}} c\\par',
    );
    expect(shown(document)).toEqual(['a b c']);
    expect(codes(document)).toEqual(['rtf.revisions']);
  });

  it('has the result of a field, not its instruction', async () => {
    const field = '{\\field{\\*\\fldinst PAGE}{\\fldrslt 12}}';
    const link = '{\\field{\\fldinst HYPERLINK "x"}{\\fldrslt{\\ul here}}}';
    expect(shown(await readBody(`p ${field} ${link}\\par`))).toEqual(['p 12 here']);
  });

  it('keeps the number that stands before a paragraph, without its tab', async () => {
    const number = "{\\listtext\\pard\\plain\\f1 \\'d2\\'bb\\'a1\\'a2\\tab}";
    expect(shown(await readBody(`\\pard${number}x\\par{\\pntext 2.\\tab}{\\*\\pn\\pnlvl1}y\\par`))).toEqual([
      '一、x',
      '2.y',
    ]);
  });

  it('has pictures and objects named', async () => {
    const document = await readBody(
      'a{\\pict\\pngblip 89504e47}{\\object{\\*\\objdata 00}{\\result r}}\\par',
    );
    expect(shown(document)).toEqual(['a']);
    expect(codes(document)).toEqual(['rtf.picture', 'rtf.embedded']);
  });

  it('has text boxes behind the paragraph that holds them, once', async () => {
    const shape =
      '{\\shp{\\*\\shpinst\\shpleft0{\\sp{\\sn n}{\\sv 1}}{\\shptxt \\pard box\\par}}{\\shprslt{\\*\\do{\\dptxbxtext box\\par}}}}';
    expect(shown(await readBody(`a${shape}b\\par c\\par`))).toEqual(['ab', 'box', 'c']);
  });

  it('has the Unicode form of what stands twice', async () => {
    expect(shown(await readBody('{\\upr{ab}{\\*\\ud{\\uc0\\u25919 }}}c\\par'))).toEqual(['政c']);
    const listed = '{\\upr{{\\listtext 1.}{\\field{\\fldrslt a}}}{\\*\\ud{{\\listtext 2.}b}}}c\\par';
    expect(shown(await readBody(listed))).toEqual(['2.bc']);
    const { metadata } = await readBody('{\\info{\\upr{\\title x}{\\*\\ud{\\title\\u25919?}}}}c\\par');
    expect(metadata).toEqual([{ name: 'rtf:title', value: '政' }]);
  });

  it('marks headings and centred paragraphs, until the properties are reset', async () => {
    const { blocks } = await readBody(
      '\\pard\\qc\\outlinelevel0 a\\par\\pard\\outlinelevel9 b\\par{\\qc c\\par}d',
    );
    expect(blocks).toEqual([
      { kind: 'paragraph', text: 'a', heading: 1, centered: true },
      { kind: 'paragraph', text: 'b' },
      { kind: 'paragraph', text: 'c', centered: true },
      { kind: 'paragraph', text: 'd' },
    ]);
  });

  it('joins a paragraph whose mark is deleted to the next', async () => {
    expect(shown(await readBody('a{\\deleted\\par}b\\par'))).toEqual(['ab']);
  });

  it('has its title beside it', async () => {
    const { metadata } = await readBody("{\\info{\\title \\'d5\\'fe\\'b8\\'ae}{\\author x}}a\\par");
    expect(metadata).toEqual([{ name: 'rtf:title', value: '政府' }]);
  });
});
