import { describe, expect, it } from 'vitest';
import { glyphsToLines } from '../../../src/ingest/pdf/glyphs-to-lines.ts';
import type { Glyph } from '../../../src/ingest/pdf/page.ts';
import { text } from './page-builders.ts';

function lines(...glyphs: Glyph[][]): string[] {
  return glyphsToLines(glyphs.flat()).map((line) => line.text);
}

describe('glyphsToLines', () => {
  it('reads from top to bottom and from left to right, in whatever order characters come', () => {
    expect(lines(text(0, 30, '机构'), text(20, 10, '业'), text(0, 10, '商企'))).toEqual(['商企业', '机构']);
  });

  it('gives text set one character a line as one character a line', () => {
    expect(lines(text(0, 10, '三'), text(0, 22, '、'), text(0, 34, '本'))).toEqual(['三', '、', '本']);
  });

  it('reads bold feigned by printing twice once, and 11 twice', () => {
    expect(lines(text(0, 10, '总计'), text(0.4, 10, '总计'))).toEqual(['总计']);
    expect(lines(text(0, 10, '11'))).toEqual(['11']);
  });

  it('closes letter-spaced figures and keeps two figures apart', () => {
    expect(lines(text(0, 10, '2'), text(8, 10, '2'))).toEqual(['22']);
    expect(lines(text(0, 10, '2'), text(10, 10, '2'))).toEqual(['2 2']);
    expect(lines(text(0, 10, '12 5'))).toEqual(['12 5']);
  });

  it('shows a gap between Chinese characters as a space, with or without a space character', () => {
    expect(lines(text(0, 10, '总 计'))).toEqual(['总 计']);
    expect(lines(text(0, 10, '总'), text(13, 10, '计'))).toEqual(['总 计']);
    expect(lines(text(0, 10, '总'), text(10.8, 10, '计'))).toEqual(['总计']);
  });

  it('does not take the gap between Chinese and figures as a space', () => {
    expect(lines(text(0, 10, '2023'), text(22, 10, '年'))).toEqual(['2023年']);
  });

  it('folds radical code points to the characters they look like', () => {
    expect(lines(text(0, 10, '⼈⺠⽂⼾⻅'))).toEqual(['人民文户见']);
  });

  it('writes the dash of two ems drawn as one character as two', () => {
    expect(lines(text(0, 10, '⸺', 10).map((glyph) => ({ ...glyph, x1: glyph.x0 + 20 })))).toEqual(['——']);
  });
});
