import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { displayWidth, padEnd, padStart, printable, wrap } from '../../src/cli/display-width.ts';

describe('the width of a text', () => {
  test.each([
    ['abc', 3],
    ['年报', 4],
    ['（一）', 6],
    ['１２', 4],
    ['a年1', 4],
    ['𠮷', 2],
    ['e\u0301', 1],
    ['年\u200b报', 4],
    ['¹—“', 3],
    ['', 0],
  ])('%j takes %i columns', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });

  test('is filled up by padding on either side', () => {
    expect(padEnd('年报', 6)).toBe('年报  ');
    expect(padStart('12', 4)).toBe('  12');
    expect(padStart('太长了', 2)).toBe('太长了');
  });
});

describe('wrapping', () => {
  test('breaks at spaces, and anywhere between Chinese characters', () => {
    expect(wrap('scientific research institutions', 13)).toEqual(['scientific', 'research', 'institutions']);
    expect(wrap('社会公益组织', 8)).toEqual(['社会公益', '组织']);
    expect(wrap('abcdefgh', 3)).toEqual(['abc', 'def', 'gh']);
    expect(wrap('年度（单位：万元）', 8)).toEqual(['年度（单', '位：万', '元）']);
    expect(wrap('', 5)).toEqual(['']);
  });

  test('keeps to the width and loses no character', () => {
    const text = fc.array(fc.constantFrom('a', 'bc', ' ', '年', '（', '1.', 'e\u0301'), { maxLength: 30 });
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 12 }), (parts, width) => {
        const lines = wrap(parts.join(''), width);
        for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width);
        expect(lines.join('').replaceAll(' ', '')).toBe(parts.join('').replaceAll(' ', ''));
      }),
    );
  });
});

test('control characters of a file never reach the terminal', () => {
  expect(printable(' a\u001b[31mb\nc\u202ed\u0007 ')).toBe('a [31mb c d');
});
