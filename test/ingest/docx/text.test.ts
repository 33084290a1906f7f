import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { ooxmlReader } from '../../../src/ingest/docx/ooxml-reader.ts';
import { codes, entries, p, r, read, tbl, tc, texts, tr, W } from './docx-builder.ts';

describe('the text of a docx paragraph', () => {
  it('is joined from runs cut anywhere', async () => {
    expect(await texts(`<w:p>${r('20')}${r('24')}${r('年')}</w:p>`)).toEqual(['2024年']);
  });

  it('has tabs, line breaks and hyphens as characters', async () => {
    const run =
      '<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:cr/></w:r>';
    expect(await texts(`<w:p>${run}${r('e')}</w:p>`)).toEqual(['a\tb\nc-d\ne']);
  });

  it('does not begin with the page break before it', async () => {
    expect(await texts(`<w:p><w:r><w:br w:type="page"/><w:t>一、总体情况</w:t></w:r></w:p>`)).toEqual([
      '一、总体情况',
    ]);
  });

  it('takes a line end in the file for a space', async () => {
    expect(await texts('<w:p><w:r><w:t>a\n   b</w:t></w:r></w:p>')).toEqual(['a b']);
  });

  it('has symbols as the characters that they show, and names those that it does not know', async () => {
    const symbol = (font: string, char: string) => `<w:r><w:sym w:font="${font}" w:char="${char}"/></w:r>`;
    const document = await read(
      `<w:p>${symbol('Symbol', 'F032')}${symbol('Wingdings', 'F0FE')}${symbol('Odd', 'F041')}</w:p>`,
    );
    expect(document.blocks).toMatchObject([{ text: '2☑\ufffd' }]);
    expect(codes(document)).toEqual(['docx.symbol']);
  });

  it.each(['ins', 'moveTo', 'hyperlink', 'smartTag', 'fldSimple', 'customXml', 'dir'])(
    'goes through w:%s',
    async (name) => {
      expect(await texts(`<w:p>${r('a')}<w:${name}>${r('b')}</w:${name}></w:p>`)).toEqual(['ab']);
    },
  );

  it.each(['del', 'moveFrom'])('leaves w:%s out', async (name) => {
    expect(await texts(`<w:p>${r('a')}<w:${name}>${r('b')}</w:${name}></w:p>`)).toEqual(['a']);
  });

  it('names tracked changes', async () => {
    expect(codes(await read(`<w:p><w:ins>${r('b')}</w:ins></w:p>`))).toEqual(['docx.revisions']);
  });

  it('runs on into the next paragraph where its mark is deleted', async () => {
    expect(await texts(p('a', '<w:rPr><w:del w:id="1"/></w:rPr>') + p('b') + p('c'))).toEqual(['ab', 'c']);
  });

  it('is not lost where the last mark of a cell is deleted', async () => {
    const cell = `<w:tc>${p('12', '<w:rPr><w:del w:id="1"/></w:rPr>')}</w:tc>`;
    expect((await read(tbl(tr([cell])))).blocks).toMatchObject([{ cells: [{ text: '12' }] }]);
  });

  it('leaves hidden text out, by the run, its style or the style of the paragraph', async () => {
    const styles = `<w:style w:type="character" w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style>
      <w:style w:type="paragraph" w:styleId="P"><w:rPr><w:vanish/></w:rPr></w:style>
      <w:style w:type="paragraph" w:styleId="Q"><w:basedOn w:val="P"/></w:style>`;
    const runs = [
      r('a'),
      r('b', '<w:vanish/>'),
      r('c', '<w:vanish w:val="0"/>'),
      r('d', '<w:rStyle w:val="H"/>'),
      r('e', '<w:rStyle w:val="H"/><w:vanish w:val="false"/>'),
    ].join('');
    expect(await texts(`<w:p>${runs}</w:p>${p('f', '<w:pStyle w:val="Q"/>')}`, { styles })).toEqual(['ace']);
  });

  it('has the result of a field and not its instruction', async () => {
    const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const inner = `${field('begin')}${r('X')}${field('separate')}${r('Y')}${field('end')}`;
    const outer = `${field('begin')}<w:r><w:instrText>PAGE</w:instrText></w:r>${inner}${field('separate')}${r('3')}${field('end')}`;
    expect(await texts(`<w:p>${r('a')}${outer}${r('b')}</w:p>`)).toEqual(['a3b']);
  });

  it('does not vanish into a field that never ends', async () => {
    expect(await texts(`<w:p>${r('a')}<w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>${p('b')}`)).toEqual(
      ['a', 'b'],
    );
  });

  it('leaves former properties, notes and field codes aside', async () => {
    const former = '<w:pPrChange><w:pPr><w:jc w:val="center"/></w:pPr></w:pPrChange>';
    const { blocks } = await read(
      `<w:p><w:pPr>${former}</w:pPr>${r('a')}<w:r><w:footnoteReference w:id="1"/></w:r></w:p>`,
    );
    expect(blocks).toEqual([{ kind: 'paragraph', text: 'a' }]);
  });

  it('is read once from alternatives: the first choice, or the fallback where there is none', async () => {
    const choice = `<mc:Choice Requires="wps">${r('a')}</mc:Choice>`;
    const fallback = `<mc:Fallback>${r('b')}</mc:Fallback>`;
    const alternatives = (content: string) =>
      `<w:p><mc:AlternateContent>${content}</mc:AlternateContent></w:p>`;
    expect(await texts(alternatives(choice + choice + fallback) + alternatives(fallback))).toEqual([
      'a',
      'b',
    ]);
  });

  it('is followed by the text boxes that the paragraph holds, each read once', async () => {
    const content = `<w:txbxContent>${p('box')}${tbl(tr([tc('1')]))}</w:txbxContent>`;
    const shape = `<w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx>${content}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>`;
    const vml = `<w:pict><v:shape><v:textbox>${content}</v:textbox></v:shape></w:pict>`;
    const both = `<mc:AlternateContent><mc:Choice Requires="wps">${shape}</mc:Choice><mc:Fallback>${vml}</mc:Fallback></mc:AlternateContent>`;
    const kinds = async (inner: string) =>
      (await read(`<w:p>${r('a')}<w:r>${inner}</w:r>${r('b')}</w:p>${p('c')}`)).blocks.map((block) =>
        block.kind === 'table' ? 'table' : block.text,
      );
    expect(await kinds(both)).toEqual(['ab', 'box', 'table', 'c']);
    expect(await kinds(vml)).toEqual(['ab', 'box', 'table', 'c']);
  });

  it('has the text of an unknown element, which is named once', async () => {
    const document = await read(`<w:p><w:odd>${r('a')}</w:odd><w:odd>${r('b')}</w:odd></w:p>`);
    expect(document.blocks).toMatchObject([{ text: 'ab' }]);
    expect(document.diagnostics).toMatchObject([
      { code: 'docx.unknown-element', severity: 'info', message: 'unknown element w:odd' },
    ]);
  });

  it('has nothing of an extension in a foreign namespace, which is named', async () => {
    const document = await read(`<w:p>${r('a')}<x:y xmlns:x="urn:x">${r('b')}</x:y></w:p>`);
    expect(document.blocks).toMatchObject([{ text: 'a' }]);
    expect(codes(document)).toEqual(['docx.unknown-element']);
  });

  it('is accompanied by a word on pictures and embedded objects', async () => {
    const document = await read(
      `<w:p><w:r><w:drawing><pic:pic/></w:drawing><w:object>${p('x')}</w:object></w:r>${r('a')}</w:p>`,
    );
    expect(codes(document)).toEqual(['docx.picture', 'docx.embedded']);
    expect(document.blocks).toMatchObject([{ text: 'a' }]);
  });
});

describe('a docx paragraph', () => {
  const styles = `<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>
    <w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="N"/></w:style>
    <w:style w:type="paragraph" w:styleId="2"><w:name w:val="own"/><w:basedOn w:val="1"/><w:pPr><w:jc w:val="center"/></w:pPr></w:style>
    <w:style w:type="paragraph" w:styleId="3"><w:name w:val="x"/><w:basedOn w:val="2"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>
    <w:style w:type="paragraph" w:styleId="L"><w:name w:val="loop"/><w:basedOn w:val="L"/></w:style>`;

  it('is a heading by its outline level or by its style', async () => {
    const body = [
      '<w:outlineLvl w:val="2"/>',
      '<w:pStyle w:val="1"/>',
      '<w:pStyle w:val="2"/>',
      '<w:pStyle w:val="3"/>',
      '<w:pStyle w:val="L"/>',
    ];
    const { blocks } = await read(body.map((properties) => p('a', properties)).join(''), { styles });
    expect(blocks.map((block) => ('heading' in block ? block.heading : 0))).toEqual([3, 1, 1, 0, 0]);
  });

  it('is centred by itself or by its style', async () => {
    const body = [
      '<w:jc w:val="center"/>',
      '<w:pStyle w:val="2"/>',
      '<w:pStyle w:val="2"/><w:jc w:val="left"/>',
    ];
    const { blocks } = await read(body.map((properties) => p('a', properties)).join(''), { styles });
    expect(blocks.map((block) => 'centered' in block)).toEqual([true, true, false]);
  });

  it('is left out where it shows nothing', async () => {
    expect(await texts(`${p('')}${p('  ')}${p('a')}<w:p/>`)).toEqual(['a']);
  });
});

describe('the names in a docx', () => {
  const reading = (document: string) =>
    ooxmlReader.read(zipSync({ ...entries(''), 'word/document.xml': strToU8(document) }));

  it('may have any prefix', async () => {
    const document = await reading(
      `<x:document xmlns:x="${W}"><x:body><x:p><x:pPr><x:jc x:val="center"/></x:pPr><x:r><x:t>a</x:t></x:r></x:p></x:body></x:document>`,
    );
    expect(document.blocks).toEqual([{ kind: 'paragraph', text: 'a', centered: true }]);
  });

  it('may have the namespaces of strict OOXML', async () => {
    const document = await reading(
      '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body><w:p><w:r><w:t>a</w:t></w:r></w:p></w:body></w:document>',
    );
    expect(document.blocks).toMatchObject([{ text: 'a' }]);
    expect(document.diagnostics).toEqual([]);
  });

  it('may bind one prefix to different namespaces in different places', async () => {
    const document = await reading(
      `<w:document xmlns:w="${W}"><w:body><w:p><w:r><w:t>a</w:t></w:r><w:r xmlns:w="urn:other"><w:t>b</w:t></w:r>
       <y:r xmlns:y="${W}"><y:t>c</y:t></y:r></w:p></w:body></w:document>`,
    );
    expect(document.blocks).toMatchObject([{ text: 'ac' }]);
  });

  it('are not taken for those of Word where a foreign namespace has its prefix', async () => {
    const document = await reading(
      `<x:document xmlns:x="${W}" xmlns:w="urn:other"><x:body><x:p><w:t>b</w:t><x:r><x:t>a</x:t></x:r></x:p></x:body></x:document>`,
    );
    expect(document.blocks).toMatchObject([{ text: 'a' }]);
  });

  it('may stand in UTF-16', async () => {
    const text = `\ufeff<w:document xmlns:w="${W}"><w:body><w:p><w:r><w:t>数</w:t></w:r></w:p></w:body></w:document>`;
    const document = await ooxmlReader.read(
      zipSync({ ...entries(''), 'word/document.xml': new Uint8Array(Buffer.from(text, 'utf16le')) }),
    );
    expect(document.blocks).toMatchObject([{ text: '数' }]);
  });

  it('of the parts may be other than the usual ones', async () => {
    const { 'word/document.xml': main = new Uint8Array(), ...others } = entries(p('a'));
    const rels = new TextDecoder()
      .decode(others['_rels/.rels'])
      .replace('word/document.xml', '/Word/document2.xml');
    const title = strToU8('<c xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>题</dc:title></c>');
    const document = await ooxmlReader.read(
      zipSync({
        ...others,
        '_rels/.rels': strToU8(rels),
        'word\\document2.xml': main,
        'docProps/core.xml': title,
      }),
    );
    expect(document.blocks).toMatchObject([{ text: 'a' }]);
    expect(document.metadata).toEqual([{ name: 'docx:title', value: '题' }]);
  });
});
