/**
 * Any form, printed in any of the ways that issuers alter it: no fact is ever silently wrong. Each figure is
 * the one that was drawn, or a diagnostic names it, or it is unreadable.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factsOf } from '../../../parsers/forms/form.ts';
import { G2019, G2021 } from '../../../parsers/forms/forms.ts';
import type { Drawn } from './drawn.ts';
import {
  APPLICATIONS_HEADER,
  drawOutcomes,
  drawProactive,
  drawRemedies,
  type Figures,
  officialReport,
  read,
  readFigures,
  silentFaults,
} from './printed-form.ts';

/** Wrong characters that a typist or a recognizer puts in. */
const TYPOS = [...'机内件政办情理的申口日士未木'];

interface Alteration {
  /** Rows (by number) whose label has a wrong character, where in it, and which. */
  readonly typos: readonly { readonly row: number; readonly at: number; readonly typo: string }[];
  /** Order of the seven columns. */
  readonly order: readonly number[];
  /** Row before which the table is cut; null: not at all. */
  readonly cutAt: number | null;
  readonly repeatHeader: boolean;
  readonly groups: 'merged' | 'repeated' | 'lost';
}

const generation = fc.constantFrom('g2019' as const, 'g2021' as const);
const formOf = { g2019: G2019, g2021: G2021 } as const;

const alteration: fc.Arbitrary<Alteration> = fc.record({
  typos: fc.uniqueArray(
    fc.record({ row: fc.nat({ max: 24 }), at: fc.nat({ max: 30 }), typo: fc.constantFrom(...TYPOS) }),
    { maxLength: 5, selector: (one) => one.row },
  ),
  order: fc.oneof(
    fc.constant([0, 1, 2, 3, 4, 5, 6]),
    fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6], { minLength: 7, maxLength: 7 }),
  ),
  cutAt: fc.option(fc.integer({ min: 1, max: 22 })),
  repeatHeader: fc.boolean(),
  groups: fc.constantFrom('merged', 'repeated', 'lost'),
});

const sample = generation.chain((id) =>
  fc.record({
    id: fc.constant(id),
    figures: fc
      .array(fc.nat({ max: 99_999 }), { minLength: 200, maxLength: 200 })
      .map(
        (values): Figures =>
          Object.fromEntries(factsOf(formOf[id]).map((fact, i) => [fact.id, String(values[i] ?? 0)])),
      ),
    alteration,
  }),
);

/** Labels of five characters and more get a typo; the figure's column of labels is the last that is no span. */
function mistype(rows: Drawn, { typos }: Alteration): string[][] {
  return rows.map((row, i) => {
    const typo = typos.find((one) => one.row === i);
    const col = row.slice(0, 3).findLastIndex((text) => text !== '←' && text !== '↑');
    const label = [...row[col]!];
    if (!typo || label.length < 5) return [...row];
    const at = typo.at % label.length;
    return row.map((text, j) =>
      j === col ? [...label.slice(0, at), typo.typo, ...label.slice(at + 1)].join('') : text,
    );
  });
}

function regroup(rows: Drawn, { groups }: Alteration): string[][] {
  if (groups === 'merged') return rows.map((row) => [...row]);
  let above: readonly string[] = ['', '', ''];
  return rows.map((row) => {
    const [outer, inner] = [0, 1].map((col) => (row[col] === '↑' ? above[col]! : row[col]!)) as [
      string,
      string,
    ];
    above = [outer, inner, ''];
    if (inner === '←') return [...row];
    if (row[2] === '←') return [groups === 'lost' ? '' : outer, inner, ...row.slice(2)];
    return groups === 'lost' ? ['', '', ...row.slice(2)] : [outer, inner, ...row.slice(2)];
  });
}

/** The header over columns in the given order; the group above neighbouring kinds of legal persons is one cell. */
function headerOf(order: readonly number[]): string[][] {
  const [top, groups, leaves] = APPLICATIONS_HEADER as [
    readonly string[],
    readonly string[],
    readonly string[],
  ];
  const isLegal = (column: number) => column > 0 && column < 6;
  const middle = order.map((column, i) => {
    if (!isLegal(column)) return groups[3 + column]!;
    return i > 0 && isLegal(order[i - 1]!) ? '←' : '法人或其他组织';
  });
  const bottom = order.map((column) => (isLegal(column) ? leaves[3 + column]! : '↑'));
  return [[...top], ['↑', '←', '←', ...middle], ['↑', '←', '←', ...bottom]];
}

function drawAltered(id: 'g2019' | 'g2021', figures: Figures, altered: Alteration): string[][][] {
  const header = headerOf(altered.order);
  const rows = regroup(mistype(drawOutcomes(formOf[id], figures), altered), altered).map((row) => [
    ...row.slice(0, 3),
    ...altered.order.map((column) => row[3 + column]!),
  ]);
  if (altered.cutAt === null) return [[...header, ...rows]];
  const lower = rows
    .slice(altered.cutAt)
    .map((row, i) => (i === 0 ? row.map((text) => (text === '↑' ? '' : text)) : row));
  return [
    [...header, ...rows.slice(0, altered.cutAt)],
    [...(altered.repeatHeader ? header : []), ...lower],
  ];
}

describe('a form with any figures', () => {
  it('is never silently wrong, whatever is done to its labels, columns and pages', () => {
    fc.assert(
      fc.property(sample, ({ id, figures, alteration: altered }) => {
        const report = read(officialReport(id, { applications: drawAltered(id, figures, altered) }, figures));
        expect(silentFaults(report, figures)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('is read whole where only its columns are permuted and its groups merged or repeated', () => {
    fc.assert(
      fc.property(sample, ({ id, figures, alteration: altered }) => {
        const mild: Alteration = { ...altered, typos: [], cutAt: null };
        const report = read(officialReport(id, { applications: drawAltered(id, figures, mild) }, figures));
        expect(readFigures(report)).toEqual(figures);
        expect(Object.keys(report.facts)).toHaveLength(factsOf(formOf[id]).length);
      }),
      { numRuns: 100 },
    );
  });

  it('is never silently wrong where cells of a row are lost', () => {
    fc.assert(
      fc.property(
        sample,
        fc.nat({ max: 24 }),
        fc.integer({ min: 3, max: 9 }),
        ({ id, figures }, row, col) => {
          const rows = drawOutcomes(formOf[id], figures);
          const at = row % rows.length;
          const cut = rows.map((cells, i) =>
            i === at ? [...cells.slice(0, col), ...cells.slice(col + 1), '←'] : cells,
          );
          const report = read(
            officialReport(
              id,
              {
                applications: [[...APPLICATIONS_HEADER, ...cut]],
                proactive: [drawProactive(formOf[id], figures)],
                remedies: [drawRemedies(figures)],
              },
              figures,
            ),
          );
          expect(silentFaults(report, figures)).toEqual([]);
        },
      ),
      { numRuns: 100 },
    );
  });
});
