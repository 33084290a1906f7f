import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rule } from '../../../src/ingest/pdf/page.ts';
import { type Grid, rulesToGrids } from '../../../src/ingest/pdf/rules-to-grids.ts';
import { h, v } from './page-builders.ts';

/** A cell as `row,col` with its spans behind, unless it is one box. */
function cells(grid: Grid | undefined): string[] {
  return (grid?.cells ?? []).map(({ row, col, rowSpan, colSpan }) =>
    rowSpan * colSpan === 1 ? `${row},${col}` : `${row},${col} ${rowSpan}x${colSpan}`,
  );
}

const FRAME = [h(0, 0, 200), h(60, 0, 200), v(0, 0, 60), v(200, 0, 60)];

describe('rulesToGrids', () => {
  it('gives merged cells once, with their spans', () => {
    // One header over two columns; a label over two rows.
    const [grid] = rulesToGrids([...FRAME, h(20, 0, 200), h(40, 100, 200), v(100, 20, 60)]);
    expect(cells(grid)).toEqual(['0,0 1x2', '1,0 2x1', '1,1', '2,1']);
  });

  it('keeps an empty column between rules', () => {
    const [grid] = rulesToGrids([...FRAME, v(100, 0, 60), v(110, 0, 60)]);
    expect(cells(grid)).toEqual(['0,0', '0,1', '0,2']);
  });

  it('closes a table that the page cut off, and marks the open cells', () => {
    const [grid] = rulesToGrids([h(0, 0, 200), h(20, 0, 200), v(0, 0, 45), v(100, 0, 45), v(200, 0, 45)]);
    expect(cells(grid)).toEqual(['0,0', '0,1', '1,0', '1,1']);
    expect(grid?.cells.map(({ openTop, openBottom }) => [openTop, openBottom])).toEqual([
      [false, false],
      [false, false],
      [false, true],
      [false, true],
    ]);
  });

  it('closes a table without rules at its sides', () => {
    const [grid] = rulesToGrids([h(0, 0, 200), h(20, 0, 200), h(40, 0, 200), v(80, 0, 40)]);
    expect(cells(grid)).toEqual(['0,0', '0,1', '1,0', '1,1']);
  });

  it('parts tables that do not touch, and takes a single box for none', () => {
    const below = FRAME.map((rule) =>
      rule.axis === 'h' ? { ...rule, at: rule.at + 100 } : { ...rule, from: 100, to: 160 },
    );
    expect(rulesToGrids([...FRAME, v(50, 0, 60), ...below])).toHaveLength(1);
    expect(rulesToGrids([...FRAME, v(50, 0, 60), ...below, v(50, 100, 160)])).toHaveLength(2);
  });

  it('cuts a cell that is no rectangle and says so', () => {
    const [grid] = rulesToGrids([...FRAME, h(30, 0, 100), v(100, 0, 30)]);
    expect(grid?.irregular).toBe(true);
    const area = grid?.cells.reduce((sum, { rowSpan, colSpan }) => sum + rowSpan * colSpan, 0);
    expect(area).toBe(4);
  });

  it('finds every grid again from its drawing, whatever cells are merged', () => {
    const merge = fc.record({
      row: fc.nat(7),
      col: fc.nat(7),
      rowSpan: fc.integer({ min: 1, max: 4 }),
      colSpan: fc.integer({ min: 1, max: 4 }),
    });
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 8 }),
        fc.integer({ min: 2, max: 8 }),
        fc.array(merge, { maxLength: 6 }),
        (rows, cols, merges) => {
          const drawing = drawTable(rows, cols, merges);
          const grids = rulesToGrids(drawing.rules);
          if (drawing.boxes.length < 2) return;
          const boxes = grids.flatMap(({ xs, ys, cells }) =>
            cells.map((cell) =>
              [xs[cell.col], ys[cell.row], xs[cell.col + cell.colSpan], ys[cell.row + cell.rowSpan]].join(
                ' ',
              ),
            ),
          );
          expect(boxes.sort()).toEqual(drawing.boxes);
        },
      ),
    );
  });
});

/** The rules of a table with the merges that do not overlap earlier ones, and the boxes of its cells. */
function drawTable(
  rows: number,
  cols: number,
  merges: readonly { row: number; col: number; rowSpan: number; colSpan: number }[],
) {
  const owner = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: cols }, (_, col) => `${row} ${col}`),
  );
  const merged = new Set<string>();
  for (const { row, col, rowSpan, colSpan } of merges) {
    if (row + rowSpan > rows || col + colSpan > cols) continue;
    const places = owner.slice(row, row + rowSpan).flatMap((line) => line.slice(col, col + colSpan));
    if (places.some((place) => merged.has(place))) continue;
    merged.add(`${row} ${col}`);
    for (let r = row; r < row + rowSpan; r += 1) owner[r]!.fill(`${row} ${col}`, col, col + colSpan);
  }
  const [x, y] = [(col: number) => col * 40, (row: number) => row * 20];
  const rules: Rule[] = [];
  const extents = new Map<string, [number, number, number, number]>();
  for (let row = 0; row <= rows; row += 1) {
    for (let col = 0; col <= cols; col += 1) {
      const here = owner[row]?.[col];
      if (col < cols && here !== owner[row - 1]?.[col]) rules.push(h(y(row), x(col), x(col + 1)));
      if (row < rows && here !== owner[row]?.[col - 1]) rules.push(v(x(col), y(row), y(row + 1)));
      if (here === undefined) continue;
      const [x0, y0] = extents.get(here) ?? [x(col), y(row)];
      extents.set(here, [x0, y0, x(col + 1), y(row + 1)]);
    }
  }
  return { rules: joinedPieces(rules), boxes: [...extents.values()].map((box) => box.join(' ')).sort() };
}

/** Whole rules, as the step before gives them. */
function joinedPieces(rules: readonly Rule[]): Rule[] {
  const joined: Rule[] = [];
  for (const rule of [...rules].sort(
    (a, b) => a.axis.localeCompare(b.axis) || a.at - b.at || a.from - b.from,
  )) {
    const last = joined.at(-1);
    if (last !== undefined && last.axis === rule.axis && last.at === rule.at && last.to === rule.from) {
      joined[joined.length - 1] = { ...last, to: rule.to };
    } else joined.push(rule);
  }
  return joined;
}
