import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { boilDivisions, divisionsToJson } from '../../data/build-divisions.ts';

const committed = new URL('../../../parsers/divisions/divisions.data.json', import.meta.url);
const rows = boilDivisions();

describe('the division table', () => {
  it('is what the published lists boil down to', () => {
    expect(readFileSync(committed, 'utf8')).toBe(divisionsToJson(rows));
  });

  it('holds six-digit codes, names and ordered years, sorted by code', () => {
    for (const [code, name, from, to] of rows) {
      expect(code).toMatch(/^\d{6}$/);
      expect(name).toMatch(/^[一-鿿]{2,}$/);
      expect(from).toBeLessThanOrEqual(to);
    }
    expect(rows.map(([code]) => code)).toEqual([...rows.map(([code]) => code)].sort());
  });

  it('gives every county a province, and leaves out rows that only group others', () => {
    const codes = new Set(rows.map(([code]) => code));
    for (const [code] of rows) expect(codes).toContain(`${code.slice(0, 2)}0000`);
    expect(rows.filter(([, name]) => /市辖区|直辖/.test(name))).toEqual([]);
  });
});
