/** Reports that satisfy the form, and how to spoil them. Facts of a form in which every sum holds. */
import { factsOf } from '../../parsers/forms/form.ts';
import { formOf } from '../../parsers/forms/forms.ts';
import type { Fact, Generation, ReadReport } from '../../parsers/report.ts';

export type Values = Readonly<Record<string, number | null>>;

/** A figure, or null for an empty cell. */
export function fact(value: number | null): Fact {
  const state = value === null ? 'blank' : 'number';
  return { value, state, raw: value === null ? '' : String(value), place: { block: 0, row: 0, col: 0 } };
}

export function factsWith(values: Values): Record<string, Fact> {
  return Object.fromEntries(Object.entries(values).map(([id, value]) => [id, fact(value)]));
}

const KINDS = [
  'natural_person',
  'enterprise',
  'research_institute',
  'public_interest_org',
  'legal_service',
  'other_org',
];

/** All facts of a form, with sums that hold: no total is zero, no two rows of table 三 are alike. */
export function soundValues(generation: 'g2019' | 'g2021'): Record<string, number> {
  const definitions = factsOf(formOf(generation)!);
  const values: Record<string, number> = {};
  const put = (row: string, figures: readonly number[]) => {
    for (const [i, kind] of KINDS.entries()) values[`applications.${row}.${kind}`] = figures[i]!;
    values[`applications.${row}.total`] = figures.reduce((sum, figure) => sum + figure, 0);
  };
  const rows = [
    ...new Set(definitions.filter((one) => one.table === 'applications').map((one) => one.row.id)),
  ];
  const results = rows.filter(
    (row) => !['new_received', 'carried_over', 'processed_total', 'carried_forward'].includes(row),
  );
  for (const [i, row] of results.entries())
    put(
      row,
      KINDS.map((_, k) => ((i * 7 + k * 3) % 11) + 1),
    );
  const processed = KINDS.map((kind) =>
    results.reduce((sum, row) => sum + values[`applications.${row}.${kind}`]!, 0),
  );
  put('processed_total', processed);
  put(
    'carried_forward',
    KINDS.map((_, k) => k + 1),
  );
  put(
    'carried_over',
    KINDS.map((_, k) => 6 - k),
  );
  put(
    'new_received',
    processed.map((figure, k) => figure + k + 1 - (6 - k)),
  );
  for (const block of ['review', 'suit_direct', 'suit_after_review']) {
    for (const [i, outcome] of ['upheld', 'corrected', 'other', 'pending'].entries())
      values[`remedies.${block}.${outcome}`] = i + 2;
    values[`remedies.${block}.total`] = 14;
  }
  for (const { id } of definitions.filter((one) => one.table === 'proactive'))
    values[id] = PROACTIVE[id.split('.')[2]!] ?? 5;
  return values;
}

/** Columns of table 二 that other columns bound. */
const PROACTIVE: Readonly<Record<string, number>> = {
  in_force: 40,
  made: 3,
  repealed: 1,
  disclosed_total: 60,
  newly_disclosed: 4,
};

/** All facts of the table of 2014, with sums that hold. */
export function soundStatistics(): Record<string, number> {
  const values = Object.fromEntries(factsOf(formOf('g2014')!).map(({ id }) => [id, 2]));
  const application = {
    received: 26,
    recv_online: 20,
    concluded: 26,
    concluded_on_time: 24,
    replied: 26,
    reply_refused: 12,
  };
  for (const [line, figure] of Object.entries(application)) values[`statistics.application.${line}`] = figure;
  values['statistics.review.total'] = 6;
  values['statistics.suit.total'] = 6;
  values['statistics.resources.staff'] = 4;
  values['statistics.disclosure.disclosed'] = 9;
  return values;
}

/** A year that each form is for. */
const YEARS: Readonly<Record<Generation, number>> = { g2008: 2010, g2014: 2016, g2019: 2020, g2021: 2023 };

/** A report read without any doubt, changed as told. */
export function readWith(
  generation: Generation,
  values: Values,
  changes: Partial<Omit<ReadReport, 'report'>> & { readonly report?: Partial<ReadReport['report']> } = {},
): ReadReport {
  const { report, ...rest } = changes;
  return {
    report: {
      title: '松山市教育局政府信息公开工作年度报告',
      year: YEARS[generation],
      issuer: { name: '松山市教育局', kind: 'dept_local', level: 'prefecture', division: null },
      period: { from: null, to: null },
      published: null,
      generation,
      ...report,
    },
    sections: [],
    facts: factsWith(values),
    extras: [],
    claims: [],
    alteredLabels: [],
    diagnostics: [],
    ...rest,
  };
}
