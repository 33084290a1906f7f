/** The forms as they are officially printed: every fact, no doubt. */
import { describe, expect, it } from 'vitest';
import { codesOf, FIGURES_2019, FIGURES_2021, officialReport, read, readFigures } from './printed-form.ts';

describe.each([
  ['g2019', FIGURES_2019, 198],
  ['g2021', FIGURES_2021, 200],
] as const)('the official form %s', (generation, figures, count) => {
  const report = read(officialReport(generation));

  it('gives all its facts, each the figure printed, and nothing else', () => {
    expect(Object.keys(figures)).toHaveLength(count);
    expect(readFigures(report)).toEqual(figures);
    expect(report.extras).toEqual([]);
    expect(report.report.generation).toBe(generation);
  });

  it('leaves no doubt', () => {
    expect(codesOf(report).filter((code) => !code.startsWith('division'))).toEqual([]);
    expect(report.alteredLabels).toEqual([]);
  });

  it('gives the place of every cell', () => {
    for (const { raw, place } of Object.values(report.facts)) {
      const block = officialReport(generation).blocks[place.block!]!;
      const cell =
        block.kind === 'table' && block.cells.find(({ row, col }) => row === place.row && col === place.col);
      expect(cell ? cell.text : null).toBe(raw);
    }
  });
});
