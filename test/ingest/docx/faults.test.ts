import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { mammothReader } from '../../../src/ingest/docx/mammoth-reader.ts';
import { ooxmlReader } from '../../../src/ingest/docx/ooxml-reader.ts';
import { docx, entries, p, tbl, tc, tr, W } from './docx-builder.ts';

const sample = docx(p('总体情况') + tbl(tr([tc('1'), tc('2')]), tr([tc('3'), tc('4')])));
const withDocument = (xml: string, level: 0 | 6 = 6) =>
  zipSync({ ...entries(''), 'word/document.xml': strToU8(xml) }, { level });
const body = (content: string) => `<w:document xmlns:w="${W}"><w:body>${content}</w:body></w:document>`;

/** Where the central directory has its record of the part. */
function directoryRecord(bytes: Uint8Array, name: string): number {
  const at = Buffer.from(bytes).lastIndexOf(name);
  return at - 46;
}

function patched(bytes: Uint8Array, at: number, value: number): Uint8Array {
  const copy = bytes.slice();
  new DataView(copy.buffer).setUint32(at, value, true);
  return copy;
}

describe.each([ooxmlReader, mammothReader])('the $name reader on a bad file', (reader) => {
  const fault = async (bytes: Uint8Array) => {
    const { blocks, diagnostics } = await reader.read(bytes);
    expect(blocks).toEqual([]);
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]?.severity).toBe('error');
    return `${diagnostics[0]?.code}: ${diagnostics[0]?.message}`;
  };

  it('calls an empty file, noise and a cut archive damaged', async () => {
    expect(await fault(new Uint8Array())).toMatch(/^docx.damaged/);
    expect(await fault(strToU8('no zip at all'))).toMatch(/^docx.damaged/);
    expect(await fault(sample.subarray(0, sample.length - 40))).toMatch(/^docx.damaged/);
  });

  it('calls broken XML damaged', async () => {
    expect(await fault(withDocument(body('<w:p>')))).toMatch(
      /^docx.damaged: word\/document.xml is not well-formed/,
    );
    expect(await fault(withDocument(body(p('&nbsp;'))))).toMatch(/^docx.damaged/);
    expect(await fault(withDocument(''))).toMatch(/^docx.damaged/);
  });

  it('calls bytes that are no text damaged', async () => {
    const bytes = strToU8(body(p('x')));
    bytes[bytes.indexOf(0x78, 120)] = 0xff;
    expect(await fault(zipSync({ ...entries(''), 'word/document.xml': bytes }))).toMatch(/not valid UTF-8/);
  });

  it('calls a part damaged that differs from its checksum', async () => {
    const stored = withDocument(body(p('总数12')), 0);
    const at = Buffer.from(stored).indexOf('12<');
    const flipped = stored.slice();
    flipped[at] = 0x37;
    expect(await fault(flipped)).toMatch(/^docx.damaged: word\/document.xml differs from its checksum/);
  });

  it('refuses document types and with them entities', async () => {
    const xml = `<!DOCTYPE w [<!ENTITY a "x">]>${body(p('&a;'))}`;
    expect(await fault(withDocument(xml))).toMatch(/^docx.unsafe-xml/);
  });

  it('refuses absurd nesting', async () => {
    const xml = body('<w:sdt>'.repeat(5000) + '</w:sdt>'.repeat(5000));
    expect(await fault(withDocument(xml))).toMatch(/^docx.unsafe-xml/);
  });

  it('refuses what inflates without measure, before inflating it', async () => {
    expect(await fault(withDocument(body(p('A'.repeat(4_000_000)))))).toMatch(/^docx.too-large/);
    const record = directoryRecord(sample, 'word/document.xml');
    expect(await fault(patched(sample, record + 24, 0x7fffffff))).toMatch(/^docx.too-large/);
  });

  it('does not believe a size that is too small', async () => {
    const record = directoryRecord(sample, 'word/document.xml');
    expect(await fault(patched(sample, record + 24, 100))).toMatch(/^docx.damaged/);
  });

  it('names a part that is encrypted in the archive', async () => {
    const record = directoryRecord(sample, 'word/document.xml');
    const copy = sample.slice();
    copy[record + 8] = (copy[record + 8] ?? 0) | 1;
    expect(await fault(copy)).toMatch(/^docx.encrypted/);
  });

  it.each([
    ['xl/workbook.xml', 'an Excel workbook'],
    ['ppt/presentation.xml', 'a PowerPoint presentation'],
    ['OFD.xml', 'an OFD document'],
    ['content.xml', 'an OpenDocument file'],
    ['年报.doc', 'an archive of documents'],
    ['a.bin', 'it holds 1 entries, the first a.bin'],
  ])('tells by %s that the archive is %s', async (name, what) => {
    expect(await fault(zipSync({ [name]: strToU8('<a/>') }))).toMatch(
      new RegExp(`^docx.no-document: .*${what}`),
    );
  });

  it('never throws, whatever bytes are changed, and gives no figure that the file does not have', async () => {
    const whole = await reader.read(sample);
    const change = fc.tuple(fc.nat(sample.length - 1), fc.integer({ min: 1, max: 255 }));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
        const bytes = sample.slice();
        for (const [at, by] of changes) bytes[at] = (bytes[at] ?? 0) ^ by;
        const { blocks, diagnostics } = await reader.read(bytes);
        if (blocks.length > 0) expect(blocks).toEqual(whole.blocks);
        else expect(diagnostics[0]?.severity).toBe('error');
      }),
      { numRuns: 150 },
    );
  });
});
