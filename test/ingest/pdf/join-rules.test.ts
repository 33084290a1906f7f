import { describe, expect, it } from 'vitest';
import { joinRules } from '../../../src/ingest/pdf/join-rules.ts';
import { h, v } from './page-builders.ts';

describe('joinRules', () => {
  it('joins dashes and pieces drawn cell by cell', () => {
    const dashes = Array.from({ length: 30 }, (_, i) => h(50, i * 5, i * 5 + 2.5));
    expect(joinRules(dashes)).toEqual([h(50, 0, 147.5)]);
    expect(joinRules([v(7, 20, 40), v(7.4, 0, 20), v(7, 43, 60)])).toEqual([v(7.2, 0, 60)]);
  });

  it('makes one rule of a double rule', () => {
    expect(joinRules([h(50, 0, 100), h(52.25, 0, 100)])).toEqual([h(51.125, 0, 100)]);
  });

  it('keeps rules a row of text apart', () => {
    expect(joinRules([h(50, 0, 100), h(58, 0, 100), h(66, 0, 100)])).toHaveLength(3);
  });

  it('keeps two rules of one height with a gap as wide as a cell', () => {
    expect(joinRules([h(50, 0, 100), h(50, 112, 200)])).toEqual([h(50, 0, 100), h(50, 112, 200)]);
  });

  it('drops what is short after joining', () => {
    expect(joinRules([h(50, 0, 3), v(20, 0, 7.9)])).toEqual([]);
  });
});
