import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/document/document.ts';
import { rtfReader } from '../../../src/ingest/rtf/rtf-reader.ts';
import { codes, read, readBody, row, rtf, shown } from './rtf-builder.ts';

describe('a damaged RTF file', () => {
  it('that is cut off is read as far as it goes; the text that the cut ends is marked', async () => {
    const source = rtf(`a\\par${row(['1000', '12'], ['2000', '345'])}`);
    const cut = await read(source.slice(0, source.indexOf('345') + 2));
    expect(shown(cut)).toEqual(['a', ['0,0 1×1 12', '0,1 1×1 34\ufffd']]);
    expect(codes(cut)).toEqual(['rtf.damaged', 'rtf.damaged-text']);
  });

  it('says that bytes behind the end are not read, unless they are blank', async () => {
    expect(codes(await read(`${rtf('a\\par')}\r\n\0\0`))).toEqual([]);
    expect(codes(await read(`${rtf('a\\par')}b\\par}`))).toEqual(['rtf.damaged']);
  });

  it.each([
    ['no header', 'rtf1 a', 'rtf.damaged'],
    ['no text', '{\\rtf1\\ansi {\\fonttbl{\\f0 x;}}\\par}', 'rtf.empty'],
    ['groups without end', `{\\rtf1 ${'{'.repeat(5000)}`, 'rtf.damaged'],
    ['tables without end', '{\\rtf1\\intbl\\itap99999 x\\nestcell}', 'rtf.damaged'],
    ['columns without end', `{\\rtf1\\trowd${cellEdges(5000)}\\intbl 1\\cell\\row}`, 'rtf.too-large'],
  ])('with %s has no blocks and an error that says why', async (_, source, code) => {
    const { blocks, diagnostics } = await read(source);
    expect(blocks).toEqual([]);
    expect(diagnostics[0]).toMatchObject({ code, severity: 'error' });
  });

  it('reads on behind nonsense', async () => {
    const nonsense =
      "a\\'zz\\bin-5 b\\u c\\cellx\\clmrg\\nestrow\\cellx-1\\trleft\\*\\f\\uc-3\\ansicpg d\\par";
    expect(shown(await readBody(nonsense))).toEqual(['azzbd']);
  });

  it('never makes the reader throw, and the same bytes give the same document', async () => {
    const whole = Buffer.from(
      rtf(
        `{\\info{\\title t}}\\qc a\\'d5\\'fe\\u25919?{\\v h}\\par${row(['\\clvmgf1000', 'x'], ['2000', '1'])}` +
          `${row(['\\clvmrg1000', ''], ['2000', '{\\shp{\\*\\shpinst{\\shptxt b\\par}}}2'])}\\pard\\intbl\\itap2 n\\nestcell` +
          '{\\*\\nesttableprops\\trowd\\cellx5\\nestrow}\\pard\\intbl y\\cell\\row\\pard z\\par',
      ),
      'latin1',
    );
    const change = fc.record({
      at: fc.nat(whole.length - 1),
      drop: fc.nat(12),
      insert: fc.constantFrom(
        '',
        '{',
        '}',
        '\\',
        '\\par',
        '\\row',
        '\\cell',
        '\\itap3',
        '\\cellx9',
        "\\'",
        '\xff',
        '\\*',
      ),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
        let bytes = whole;
        for (const { at, drop, insert } of changes) {
          bytes = Buffer.concat([
            bytes.subarray(0, at),
            Buffer.from(insert, 'latin1'),
            bytes.subarray(at + drop),
          ]);
        }
        const document = await rtfReader.read(bytes);
        expect(JSON.parse(JSON.stringify(document))).toEqual(document);
        expect(await rtfReader.read(bytes)).toEqual(document);
        if (document.blocks.length === 0) expect(document.diagnostics[0]?.severity).toBe('error');
        for (const block of document.blocks) if (block.kind === 'table') expectWithoutOverlap(block);
      }),
      { numRuns: 300 },
    );
  });
});

function cellEdges(count: number): string {
  return Array.from({ length: count }, (_, index) => `\\cellx${(index + 1) * 100}`).join('');
}

function expectWithoutOverlap({ rows, cols, cells }: Extract<Block, { kind: 'table' }>): void {
  const taken = new Set<string>();
  for (const { row: top, col: left, rowSpan, colSpan } of cells) {
    expect(rowSpan > 0 && colSpan > 0 && top + rowSpan <= rows && left + colSpan <= cols).toBe(true);
    for (let r = top; r < top + rowSpan; r += 1) {
      for (let c = left; c < left + colSpan; c += 1) {
        expect(taken.has(`${r},${c}`)).toBe(false);
        taken.add(`${r},${c}`);
      }
    }
  }
}
