import { describe, expect, it } from 'vitest';
import type { Box } from '../../../src/document/document.ts';
import type { Rule } from '../../../src/ingest/pdf/page.ts';
import { addPath, type PaintedPath } from '../../../src/ingest/pdf/paths-to-rules.ts';
import { h, v } from './page-builders.ts';

function rectangle([x0, y0, x1, y1]: Box): PaintedPath['subpaths'][number] {
  return {
    points: [
      [x0, y0],
      [x1, y0],
      [x1, y1],
      [x0, y1],
    ],
    closed: true,
    curved: false,
  };
}

function drawn(path: Partial<PaintedPath>): { rules: Rule[]; fills: Box[] } {
  const rules: Rule[] = [];
  const fills: Box[] = [];
  addPath({ subpaths: [], fill: false, stroke: false, lineWidth: 0.5, ...path }, rules, fills);
  return { rules, fills };
}

describe('addPath', () => {
  it('takes a thin filled rectangle as the rule through its middle', () => {
    expect(drawn({ fill: true, subpaths: [rectangle([10, 20, 200, 20.5])] }).rules).toEqual([
      h(20.25, 10, 200),
    ]);
    expect(drawn({ fill: true, subpaths: [rectangle([10, 20, 11, 90])] }).rules).toEqual([v(10.5, 20, 90)]);
  });

  it('takes the four sides of a stroked rectangle as rules', () => {
    const { rules } = drawn({ stroke: true, subpaths: [rectangle([0, 0, 100, 50])] });
    expect(rules.map(({ axis, at }) => `${axis}${at}`).sort()).toEqual(['h0', 'h50', 'v0', 'v100']);
  });

  it('takes a ring of two rectangles as a border and not as two backgrounds', () => {
    const { rules, fills } = drawn({
      fill: true,
      subpaths: [rectangle([0, 0, 100, 50]), rectangle([1, 1, 99, 49])],
    });
    expect(fills).toEqual([]);
    expect(rules).toContainEqual(h(0.5, 0.5, 99.5));
    expect(rules).toHaveLength(4);
  });

  it('keeps a larger filled rectangle as a background', () => {
    expect(drawn({ fill: true, subpaths: [rectangle([0, 0, 100, 50])] })).toEqual({
      rules: [],
      fills: [[0, 0, 100, 50]],
    });
  });

  it('takes a stroke as thick as a row as a background', () => {
    const subpath = {
      points: [
        [0, 20],
        [100, 20],
      ] as [number, number][],
      closed: false,
      curved: false,
    };
    expect(drawn({ stroke: true, lineWidth: 20, subpaths: [subpath] }).fills).toEqual([[0, 10, 100, 30]]);
  });

  it('draws nothing from oblique lines, curves and paths that only clip', () => {
    const oblique = {
      points: [
        [0, 0],
        [50, 40],
      ] as [number, number][],
      closed: false,
      curved: false,
    };
    const curve = {
      points: [
        [0, 0],
        [50, 0],
      ] as [number, number][],
      closed: false,
      curved: true,
    };
    expect(drawn({ stroke: true, subpaths: [oblique, curve] }).rules).toEqual([]);
    expect(drawn({ subpaths: [rectangle([0, 0, 100, 50])] })).toEqual({ rules: [], fills: [] });
  });
});
