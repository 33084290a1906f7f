import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countDamaged, decodeText } from '../../src/ingest/decode-text.ts';

const GBK = Uint8Array.from([0xd7, 0xdc, 0xcc, 0xe5, 0xc7, 0xe9, 0xbf, 0xf6]);

describe('decodeText', () => {
  it('believes a byte order mark and leaves it out', () => {
    expect(decodeText(Buffer.from('\uFEFF总', 'utf8'))).toEqual({ text: '总', encoding: 'utf-8' });
    expect(decodeText(Buffer.from('\uFEFF总', 'utf16le'))).toEqual({ text: '总', encoding: 'utf-16le' });
    expect(decodeText(Buffer.from('\uFEFF总', 'utf16le').swap16())).toEqual({
      text: '总',
      encoding: 'utf-16be',
    });
  });

  it('tells UTF-16 by its zero bytes', () => {
    const text = '总体情况 2023\r\n';
    expect(decodeText(Buffer.from(text, 'utf16le'))).toEqual({ text, encoding: 'utf-16le' });
    expect(decodeText(Buffer.from(text, 'utf16le').swap16())).toEqual({ text, encoding: 'utf-16be' });
  });

  it('lets no declaration win over valid UTF-8', () => {
    expect(decodeText(Buffer.from('总体情况'), 'gb2312')).toEqual({ text: '总体情况', encoding: 'utf-8' });
  });

  it('reads GBK without a declaration and under a wrong or an unknown one', () => {
    for (const declared of [undefined, 'gb2312', 'utf-8', 'iso-8859-1', 'no-such']) {
      expect(decodeText(GBK, declared)).toEqual({ text: '总体情况', encoding: 'gb18030' });
    }
  });

  it('reads Big5 where it is declared', () => {
    expect(decodeText(Uint8Array.from([0xc1, 0x60, 0xc5, 0xe9]), 'big5')).toEqual({
      text: '總體',
      encoding: 'big5',
    });
  });

  it('keeps UTF-8 with a damaged place, and counts the damage', () => {
    const { text, encoding } = decodeText(
      Buffer.concat([Buffer.from('总体情况'.repeat(10)), Buffer.from([0xff]), Buffer.from('完')]),
    );
    expect(encoding).toBe('utf-8');
    expect(countDamaged(text)).toBe(1);
  });

  it('gives any text back that was written as UTF-8', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('总', '体', '1', ' ', '\n', '，', 'ａ', '𠀀') }),
        (text) => {
          expect(decodeText(Buffer.from(text)).text).toBe(text);
        },
      ),
    );
  });
});
