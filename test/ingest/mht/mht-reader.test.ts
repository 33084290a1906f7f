import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Document } from '../../../src/document/document.ts';
import { htmlReader } from '../../../src/ingest/html/html-reader.ts';
import { mhtReader } from '../../../src/ingest/mht/mht-reader.ts';

const reader = mhtReader(htmlReader);
const GBK_政府 = '\xd5\xfe\xb8\xae';

interface Part {
  readonly headers: readonly string[];
  readonly body: string;
}

/** An archive; strings are Latin-1, a character a byte. */
function archive(parts: readonly Part[], parameters = '', end = '\r\n--B--\r\n'): string {
  const inside = parts
    .map(({ headers, body }) => `--B\r\n${headers.join('\r\n')}\r\n\r\n${body}`)
    .join('\r\n');
  return `MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="B"${parameters}\r\n\r\npreamble\r\n${inside}${end}`;
}

function html(body: string, ...headers: readonly string[]): Part {
  return { headers: ['Content-Type: text/html', ...headers], body };
}

function read(source: string): Promise<Document> {
  return reader.read(Buffer.from(source, 'latin1'));
}

function texts({ blocks }: Document): string[] {
  return blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [block.text] : block.cells.map(({ text }) => text),
  );
}

describe('a web archive', () => {
  it.each([
    ['as it is', html(`<p>${GBK_政府}</p>`)],
    ['in base64', html('PHA+1f64rjw\r\nvcD4=', 'Content-Transfer-Encoding: base64')],
    [
      'in quoted-printable',
      html('<p>=D5=FE=\r\n=b8=AE</p>  \r\n', 'content-transfer-encoding: Quoted-Printable'),
    ],
  ])('gives the page that it holds %s', async (_, part) => {
    const document = await read(archive([part]));
    expect(texts(document)).toEqual(['政府']);
    expect(document.diagnostics).toEqual([]);
  });

  it('believes the charset of the part before that of the page', async () => {
    const big5 = '<meta charset="gb2312"><p>\xac\x46\xa9\xb2</p>';
    const part = { headers: ['Content-Type: text/html;', ' charset="big5"'], body: big5 };
    expect(texts(await read(archive([part])))).toEqual(['政府']);
  });

  it('leaves out pictures, and pages beside the first', async () => {
    const picture = {
      headers: ['Content-Type: image/png', 'Content-Transfer-Encoding: base64'],
      body: 'iVBORw',
    };
    expect(texts(await read(archive([picture, html('<p>a</p>'), html('<p>header</p>')])))).toEqual(['a']);
  });

  it('reads the part that it names as its root, in multiparts within too', async () => {
    const root = html('<p>root</p>', 'Content-ID: <x@y>');
    expect(texts(await read(archive([html('<p>a</p>'), root], '; start="<x@y>"')))).toEqual(['root']);
    const inner = {
      headers: ['Content-Type: multipart/alternative; boundary=C'],
      body: '--C\r\nContent-Type: text/plain\r\n\r\nt\r\n--C\r\nContent-Type: text/html\r\n\r\n<p>h</p>\r\n--C--',
    };
    expect(texts(await read(archive([inner])))).toEqual(['h']);
  });

  it('reads the first page with text where the root has none', async () => {
    expect(texts(await read(archive([html('<frameset></frameset>'), html('<p>frame</p>')])))).toEqual([
      'frame',
    ]);
  });

  it('may have lone line feeds, or be a single part', async () => {
    expect(texts(await read(archive([html('<p>a</p>')]).replaceAll('\r\n', '\n')))).toEqual(['a']);
    expect(texts(await read('MIME-Version: 1.0\nContent-Type: text/html\n\n<p>b</p>'))).toEqual(['b']);
  });

  it('that is cut off or damaged is read, and it is said', async () => {
    const cut = await read(archive([html('<p>a</p><p>b')], '', ''));
    expect(texts(cut)).toEqual(['a', 'b']);
    expect(cut.diagnostics[0]).toMatchObject({ code: 'mht.damaged', severity: 'warning' });
    const sign = await read(archive([html('<p>a=zz</p>', 'Content-Transfer-Encoding: quoted-printable')]));
    expect(sign.diagnostics[0]).toMatchObject({ code: 'mht.damaged', severity: 'warning' });
  });

  it('without a page has no blocks and an error', async () => {
    const { blocks, diagnostics } = await read(
      archive([{ headers: ['Content-Type: text/css'], body: 'p{}' }]),
    );
    expect(blocks).toEqual([]);
    expect(diagnostics[0]).toMatchObject({ code: 'mht.empty', severity: 'error' });
  });

  it('of any bytes never makes the reader throw', async () => {
    const whole = Buffer.from(
      archive([html('PHA+YTwvcD4=', 'Content-Transfer-Encoding: base64'), html('<p>b</p>')]),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.nat(whole.length),
        fc.nat(40),
        fc.uint8Array({ maxLength: 20 }),
        async (at, drop, insert) => {
          const bytes = Buffer.concat([whole.subarray(0, at), insert, whole.subarray(at + drop)]);
          const document = await reader.read(bytes);
          if (document.blocks.length === 0) {
            expect(document.diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});
