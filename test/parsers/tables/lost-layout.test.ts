/** The same tables without their grid: ragged rows, squeezed blanks, plain text one cell or one row a line. */
import { describe, expect, it } from 'vitest';
import { factsOf } from '../../../parsers/forms/form.ts';
import { G2019, G2021 } from '../../../parsers/forms/forms.ts';
import { type Drawn, ragged } from './drawn.ts';
import {
  codesOf,
  drawApplications,
  drawProactive,
  drawRemedies,
  FIGURES_2019,
  FIGURES_2021,
  namedFacts,
  officialReport,
  type Parts,
  read,
  readFigures,
  remediesFigures,
  silentFaults,
} from './printed-form.ts';

const FORMS = [
  ['g2019', G2019, FIGURES_2019],
  ['g2021', G2021, FIGURES_2021],
] as const;

const printed = (drawn: Drawn) => drawn.map((row) => row.filter((text) => text !== '←' && text !== '↑'));
const cellALine = (drawn: Drawn) =>
  printed(drawn)
    .flat()
    .filter((text) => text !== '');
const rowALine = (drawn: Drawn) => printed(drawn).map((row) => row.join('  '));

describe.each(FORMS)('%s', (generation, form, figures) => {
  const drawings = {
    proactive: drawProactive(form, figures),
    applications: drawApplications(form, figures),
    remedies: drawRemedies(figures),
  };
  const laidOut = (layout: (drawn: Drawn) => Parts['proactive']) =>
    read(
      officialReport(generation, {
        proactive: layout(drawings.proactive),
        applications: layout(drawings.applications),
        remedies: layout(drawings.remedies),
      }),
    );

  it('is read from ragged rows', () => {
    const report = laidOut((drawn) => [ragged(drawn)]);
    expect(silentFaults(report, figures)).toEqual([]);
    expect(readFigures(report)).toEqual(figures);
  });

  it('is read from plain text, one cell a line', () => {
    const report = laidOut(cellALine);
    expect(silentFaults(report, figures)).toEqual([]);
    expect(readFigures(report)).toEqual(figures);
  });

  it('is read from plain text, one row a line', () => {
    const report = laidOut(rowALine);
    expect(silentFaults(report, figures)).toEqual([]);
    expect(readFigures(report)).toEqual(figures);
  });

  it('is read from plain text in one paragraph of many lines', () => {
    const report = laidOut((drawn) => [rowALine(drawn).join('\n')]);
    expect(silentFaults(report, figures)).toEqual([]);
    expect(readFigures(report)).toEqual(figures);
  });
});

describe('plain text', () => {
  it('gives the place of each figure by its characters', () => {
    const document = officialReport('g2021', {
      applications: rowALine(drawApplications(G2021, FIGURES_2021)),
    });
    const { place, raw } = read(document).facts['applications.granted.enterprise']!;
    const block = document.blocks[place.block!]!;
    expect(block.kind === 'paragraph' && block.text.slice(place.from, place.to)).toBe(raw);
  });

  it('gives the fifteen figures of table 四 from one line', () => {
    const report = read(
      officialReport('g2021', {
        remedies: [
          '结果 结果 其他 尚未 总',
          '维持 纠正 结果 审结 计',
          remediesFigures(FIGURES_2021).join(' '),
        ],
      }),
    );
    expect(silentFaults(report, FIGURES_2021)).toEqual([]);
    expect(readFigures(report)).toEqual(FIGURES_2021);
  });

  it('with a figure lost from a line names the facts of that line and shifts no other', () => {
    const lines = rowALine(drawApplications(G2021, FIGURES_2021));
    const at = lines.findIndex((line) => line.includes('2.重复申请'));
    const [label, ...values] = lines[at]!.split(/\s+/);
    const cut = [...lines.slice(0, at), [label, ...values.slice(1)].join('  '), ...lines.slice(at + 1)];
    const report = read(officialReport('g2021', { applications: cut }));
    expect(silentFaults(report, FIGURES_2021)).toEqual([]);
    const lost = factsOf(G2021).filter(({ id }) => id.includes('not_handled_repeat'));
    const others = Object.entries(FIGURES_2021).filter(([id]) => !lost.some((fact) => fact.id === id));
    expect(readFigures(report)).toEqual(Object.fromEntries(others));
  });
});

describe('rows whose blanks moved to their end', () => {
  it('are named, since the figures may belong to other columns', () => {
    const drawn = drawApplications(G2021, FIGURES_2021);
    const at = drawn.findIndex((row) => row.includes('（一）予以公开'));
    const squeezed = drawn.map((row, i) =>
      i === at ? [...row.slice(0, 3), '3', '3', '', '', '', '', ''] : row,
    );
    const report = read(officialReport('g2021', { applications: [ragged(squeezed)] }));
    expect(codesOf(report)).toContain('row.squeezed');
    expect(namedFacts(report).has('applications.granted.enterprise')).toBe(true);
    expect(namedFacts(report).has('applications.granted.total')).toBe(true);
  });
});
