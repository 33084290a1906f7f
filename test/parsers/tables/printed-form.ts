/**
 * The three tables of a form as they are printed, drawn, with a figure of its own in each cell (100, 101, …
 * in the order of the form), so that a figure in the wrong place is always seen. Tests alter the drawings.
 */
import { type Form, factId, factsOf, type Row } from '../../../parsers/forms/form.ts';
import { G2019, G2021 } from '../../../parsers/forms/forms.ts';
import { readReport } from '../../../parsers/read-report.ts';
import type { ReadReport } from '../../../parsers/report.ts';
import type { Block, Document } from '../../../src/document/document.ts';
import { type Drawn, documentOf } from './drawn.ts';

/** What each fact prints. */
export type Figures = Readonly<Record<string, string>>;

const YEARS = { g2019: 2020, g2021: 2023 } as const;

/** Distinct figures for all facts of a form. */
function figuresOf(form: Form): Figures {
  return Object.fromEntries(factsOf(form).map(({ id }, i) => [id, String(100 + i)]));
}

export const FIGURES_2019 = figuresOf(G2019);
export const FIGURES_2021 = figuresOf(G2021);

export function drawProactive(form: Form, figures: Figures): string[][] {
  return form.tables[0]!.blocks.flatMap(({ heading, rows, columns }) => [
    [heading!.zh, '←', '←', '←'],
    ['信息内容', ...spread(columns.map((column) => column.zh))],
    ...rows.map((row) => [
      row.zh,
      ...spread(columns.map((column) => figures[factId('proactive', row.id, column.id)] ?? '')),
    ]),
  ]);
}

/** One, two or three cells over the three columns of figures; the last one spans. */
function spread(cells: readonly string[]): string[] {
  return [...cells, ...new Array<string>(3 - cells.length).fill('←')];
}

const CORNER = '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）';

export const APPLICATIONS_HEADER: Drawn = [
  [CORNER, '←', '←', '申请人情况', '←', '←', '←', '←', '←', '←'],
  ['↑', '←', '←', '自然人', '法人或其他组织', '←', '←', '←', '←', '总计'],
  ['↑', '←', '←', '↑', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '↑'],
];

export const APPLICANTS = [
  'natural_person',
  'enterprise',
  'research_institute',
  'public_interest_org',
  'legal_service',
  'other_org',
  'total',
] as const;

/** The rows below the header: three columns of labels, seven of figures. */
export function drawOutcomes(form: Form, figures: Figures): string[][] {
  const rows = form.tables[1]!.blocks[0]!.rows;
  const seen = new Set<string>();
  const group = (label: string) => {
    if (seen.has(label)) return '↑';
    seen.add(label);
    return label;
  };
  return rows
    .filter((row) => !row.isGroup)
    .map((row) => [
      ...labels(row, group),
      ...APPLICANTS.map((c) => figures[factId('applications', row.id, c)] ?? ''),
    ]);
}

function labels({ zh, groups = [] }: Row, group: (label: string) => string): string[] {
  const [outer, inner] = groups;
  if (outer === undefined) return [zh, '←', '←'];
  return inner === undefined ? [group(outer), zh, '←'] : [group(outer), group(inner), zh];
}

export function drawApplications(form: Form, figures: Figures): string[][] {
  return [...APPLICATIONS_HEADER.map((row) => [...row]), ...drawOutcomes(form, figures)];
}

const OUTCOMES = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
const MERGED = ['←', '←', '←', '←'];

export const REMEDIES_HEADER: Drawn = [
  ['行政复议', ...MERGED, '行政诉讼', '←', ...MERGED, ...MERGED],
  [...OUTCOMES, '未经复议直接起诉', ...MERGED, '复议后起诉', ...MERGED],
  [...OUTCOMES.map(() => '↑'), ...OUTCOMES, ...OUTCOMES],
];

export function remediesFigures(figures: Figures): string[] {
  return Object.keys(FIGURES_2021)
    .filter((id) => id.startsWith('remedies.'))
    .map((id) => figures[id] ?? '');
}

export function drawRemedies(figures: Figures): string[][] {
  return [...REMEDIES_HEADER.map((row) => [...row]), remediesFigures(figures)];
}

type Blocks = readonly (string | Drawn | Block)[];

export interface Parts {
  readonly year: number;
  readonly proactive: Blocks;
  readonly applications: Blocks;
  readonly remedies: Blocks;
}

/** The whole report around the tables, which stand under their headings. */
function reportOf({ year, proactive, applications, remedies }: Parts): Document {
  return documentOf(
    `松山市教育局${year}年政府信息公开工作年度报告`,
    '一、总体情况',
    '我局认真贯彻条例。',
    '二、主动公开政府信息情况',
    ...proactive,
    '三、收到和处理政府信息公开申请情况',
    ...applications,
    '四、政府信息公开行政复议、行政诉讼情况',
    ...remedies,
    '五、存在的主要问题及改进情况',
    '无。',
    '六、其他需要报告的事项',
    '无。',
  );
}

/** The official report of a generation; parts may be replaced. */
export function officialReport(
  generation: 'g2019' | 'g2021',
  replaced: Partial<Parts> = {},
  figures: Figures = generation === 'g2019' ? FIGURES_2019 : FIGURES_2021,
): Document {
  const form = generation === 'g2019' ? G2019 : G2021;
  return reportOf({
    year: YEARS[generation],
    proactive: [drawProactive(form, figures)],
    applications: [drawApplications(form, figures)],
    remedies: [drawRemedies(figures)],
    ...replaced,
  });
}

export function read(document: Document): ReadReport {
  const report = readReport(document);
  if (!report) throw new Error('the document was not taken for a report');
  return report;
}

/** The figures read, as they would be printed; facts without a figure are left out. */
export function readFigures({ facts }: ReadReport): Figures {
  return Object.fromEntries(
    Object.entries(facts).flatMap(([id, { value }]) => (value === null ? [] : [[id, String(value)]])),
  );
}

/** Facts that some diagnostic names. */
export function namedFacts({ diagnostics }: ReadReport): Set<string> {
  return new Set(diagnostics.flatMap((one) => one.facts ?? []));
}

export function codesOf({ diagnostics }: ReadReport): string[] {
  return [...new Set(diagnostics.map((one) => one.code))];
}

/** Facts that differ from what is printed though nothing names them: the worst fault there is. */
export function silentFaults(report: ReadReport, printed: Figures): string[] {
  const named = namedFacts(report);
  const got = readFigures(report);
  const ids = new Set([...Object.keys(printed), ...Object.keys(got)]);
  return [...ids]
    .filter((id) => got[id] !== printed[id] && !named.has(id) && report.facts[id]?.state !== 'unreadable')
    .map((id) => `${id}: ${printed[id] ?? 'nothing'} printed, ${got[id] ?? 'nothing'} read`);
}
