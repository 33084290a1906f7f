import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { sniff } from '../../src/ingest/sniff.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const zip = (...names: string[]): Uint8Array =>
  zipSync(Object.fromEntries(names.map((name) => [name, strToU8('x'.repeat(300))])));
const OLE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';
/** A damaged compound file: only signature and a stream's name are left. */
const compound = (name: string): Uint8Array =>
  Buffer.concat([Buffer.from(OLE, 'latin1'), Buffer.alloc(600), Buffer.from(`${name}\0`, 'utf16le')]);

describe('sniff', () => {
  it.each<[string, Uint8Array, string, RegExp]>([
    ['nothing', new Uint8Array(), 'unknown', /^empty$/],
    ['white space', bytes(' \r\n\t'), 'unknown', /^empty/],
    ['a docx', zip('[Content_Types].xml', 'word/document.xml'), 'docx', /docx/],
    ['a workbook', zip('[Content_Types].xml', 'xl/workbook.xml'), 'unknown', /Excel workbook/],
    ['a presentation', zip('[Content_Types].xml', 'ppt/presentation.xml'), 'unknown', /PowerPoint/],
    ['an OFD', zip('OFD.xml', 'Doc_0/Document.xml'), 'ofd', /OFD/],
    ['another zip', zip('a.txt'), 'unknown', /zip archive/],
    [
      'a docx cut in the middle',
      zip('[Content_Types].xml', 'word/document.xml').subarray(0, 200),
      'docx',
      /docx/,
    ],
    ['a Word document', compound('WordDocument'), 'doc', /Word/],
    ['an old workbook', compound('Workbook'), 'unknown', /Excel/],
    ['an encrypted package', compound('EncryptedPackage'), 'unknown', /encrypted Office document/],
    ['an RTF', bytes('{\\rtf1\\ansi x}'), 'rtf', /RTF/],
    ['a PDF behind other bytes', bytes(`${'x'.repeat(900)}%PDF-1.4`), 'pdf', /PDF/],
    ['a PNG', bytes('\x89PNG\r\n\x1a\n....'), 'image', /PNG/],
    ['a JPEG', bytes('\xff\xd8\xff\xe0'), 'image', /JPEG/],
    ['a gzip', bytes('\x1f\x8b\x08'), 'unknown', /gzip/],
    [
      'a web archive',
      bytes('From: <x>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n'),
      'mht',
      /MHT/,
    ],
    [
      'a page behind mark, prologue and comment',
      Buffer.from('\uFEFF <?xml version="1.0"?>\n<!-- x --><html>'),
      'html',
      /HTML/,
    ],
    ['a fragment', Buffer.from('正文<p>一</p><p>二</p>'), 'html', /fragment/],
    ['a page in GBK', Buffer.concat([bytes('<p>'), bytes('\xd7\xdc\xcc\xe5')]), 'html', /HTML/],
    ['text', Buffer.from('总体情况 a < b'), 'txt', /text/],
    ['text in GBK', bytes('\xd7\xdc\xcc\xe5\xc7\xe9\xbf\xf6'), 'txt', /text/],
    ['text in UTF-16', Buffer.from('总体 2023 情况\n', 'utf16le'), 'txt', /text/],
  ])('tells %s', (_, file, format, detail) => {
    const sniffed = sniff(file);
    expect(sniffed.format).toBe(format);
    expect(sniffed.detail).toMatch(detail);
  });

  it('takes noise for no document', () => {
    const noise = Uint8Array.from(
      { length: 20_000 },
      (_, i) => (i * 7919 + (i >> 3) * 31 + (i >> 7) * 17) % 256,
    );
    expect(sniff(noise).format).toBe('unknown');
  });

  it('never throws', () => {
    const start = fc.constantFrom('', 'PK\x03\x04', 'PK\x05\x06', OLE, '%PDF-', '<html>', 'II*\0');
    fc.assert(
      fc.property(start, fc.uint8Array({ maxLength: 2000 }), (head, tail) => {
        expect(sniff(Buffer.concat([bytes(head), tail])).detail).not.toBe('');
      }),
    );
  });
});
