/** Reports as .docx: clean, and with the habits of word processors that make tables hard to read. */
import { type CorpusCase, reportCase } from './corpus-case.ts';
import { SCALES } from './figures.ts';
import { splitGrid } from './grid.ts';
import { ISSUERS } from './issuers.ts';
import {
  changeInWords,
  dashes,
  inTenThousandYuan,
  type Printer,
  plain,
  thousands,
  typedAs,
} from './printing.ts';
import type { ReportPlan } from './report-source.ts';
import { APPLICATION_HEADER_ROWS } from './tables.ts';
import type { TruthOptions } from './truth.ts';
import { type DocxHabits, writeDocx } from './write-docx.ts';

type Plan = Omit<ReportPlan, 'seed'>;

function docx(
  name: string,
  plan: Plan,
  habits: DocxHabits = {},
  options: Partial<TruthOptions> = {},
  extension = 'docx',
): CorpusCase {
  return reportCase(name, plan, extension, (source) => writeDocx(source.blocks, habits), {
    format: 'docx',
    ...options,
  });
}

/** 增10, 减4 in every cell of 本年增/减, and the amount in 万元. */
export function inWords(): Printer {
  const rows = ['licensing', 'other_services', 'penalty', 'compulsion', 'admin_fees'];
  const changes = Object.fromEntries(rows.map((row) => [`proactive.${row}.change`, changeInWords]));
  return typedAs(
    { ...changes, 'proactive.central_procurement.procurement_amount': inTenThousandYuan },
    plain,
  );
}

/** Wordings met in published reports: VARIANTS of a form typed by hand. */
export const ALTERED_LABELS: Readonly<Record<string, string>> = {
  normative_docs: '规范性文件',
  in_force: '现行有效件',
  denied: '不予公开',
  unable: '无法提供',
  not_handled: '不予处理',
  other: '其其他处理',
  denied_state_secret: '1.属于国家机密',
  denied_prohibited_by_law: '2.其他法律行政止公开',
  denied_security_stability: '3.“三安全一稳定”',
  denied_internal_affairs: '5.属于三类内容事务信息',
  denied_enforcement_file: '7.属于行政执法案件',
  other_correction_overdue: '1.逾期不补正',
  other_fee_unpaid: '2.逾期不缴费',
  partially_granted: '（二）部分公开',
};

/** Groups without their labels: the rows must be told by their own. */
const LOST_GROUPS: Readonly<Record<string, string>> = {
  denied: '',
  unable: '',
  not_handled: '',
  other: '',
};

export const DOCX_CASES: readonly CorpusCase[] = [
  docx('docx-clean-2021', {
    form: 'g2021',
    year: 2021,
    issuer: ISSUERS.county,
    scale: SCALES.middle,
    signed: '2022-03-11',
  }),
  docx(
    'docx-wps-2022',
    {
      form: 'g2021',
      year: 2022,
      issuer: ISSUERS.healthBureau,
      scale: SCALES.middle,
      title: 'two-lines',
      tables: { vertical: true },
      fault: 'wrong-leaf',
    },
    { merging: 'wps' },
    { hazards: ['grid-before', 'grid-after', 'h-merge', 'vertical-labels'] },
  ),
  docx(
    'docx-pieces-no-header-2023',
    {
      form: 'g2021',
      year: 2023,
      issuer: ISSUERS.tradeBureau,
      scale: SCALES.small,
      cutApplications: (grid) => splitGrid(grid, [11, 20]),
      fault: 'remedies-total',
    },
    {},
    { hazards: ['table-in-pieces', 'header-missing-in-pieces'], mayFlag: ['applications.complete'] },
  ),
  docx(
    'docx-pieces-repeated-header-2024',
    {
      form: 'g2021',
      year: 2024,
      issuer: ISSUERS.district,
      scale: SCALES.large,
      print: () => thousands,
      cutApplications: (grid) => splitGrid(grid, [16], APPLICATION_HEADER_ROWS),
      tables: { noteRow: '注：办理结果含上年度结转的申请。' },
    },
    {},
    {
      hazards: ['table-in-pieces', 'header-repeated', 'note-row', 'thousands-separators'],
      mayFlag: ['applications.complete'],
    },
  ),
  docx(
    'docx-one-table-2020',
    {
      form: 'g2019',
      year: 2020,
      issuer: ISSUERS.city,
      scale: SCALES.large,
      oneTable: true,
      print: inWords,
      fault: 'transposed',
      title: 'year-issuer',
    },
    {},
    { hazards: ['one-table', 'heading-in-table', 'change-in-words', 'amount-with-unit'] },
  ),
  docx(
    'docx-auto-numbering-2024',
    { form: 'g2021', year: 2024, issuer: ISSUERS.civilBureau, scale: SCALES.small, title: 'doubled' },
    { autoNumbering: true },
    { hazards: ['automatic-numbering'] },
  ),
  docx(
    'docx-content-controls-2025',
    { form: 'g2021', year: 2025, issuer: ISSUERS.waterBureau, scale: SCALES.small, signed: '2026-01-19' },
    { contentControls: true },
    { hazards: ['content-controls'] },
  ),
  docx(
    'docx-revisions-2021',
    { form: 'g2021', year: 2021, issuer: ISSUERS.office, scale: SCALES.small, tables: { vertical: true } },
    { revisions: true },
    { hazards: ['deleted-figures', 'deleted-row', 'vertical-labels'] },
  ),
  docx(
    'docx-stale-form-2022',
    { form: 'g2019', year: 2022, issuer: ISSUERS.subdistrict, scale: SCALES.small, fault: 'stale-form' },
    {},
    { hazards: ['stale-form'] },
  ),
  docx(
    'docx-mixed-form-2021',
    { form: 'mixed', year: 2021, issuer: ISSUERS.fund, scale: SCALES.small },
    {},
    { hazards: ['mixed-form'], mayFlag: ['form.generation'] },
  ),
  docx(
    'docx-altered-labels-2021',
    {
      form: 'g2021',
      year: 2021,
      issuer: ISSUERS.town,
      scale: SCALES.small,
      tables: { labels: ALTERED_LABELS, vertical: true },
      title: 'two-lines',
    },
    {},
    { hazards: ['altered-labels', 'short-labels', 'misspelt-labels', 'vertical-labels'] },
  ),
  docx(
    'docx-swapped-columns-2025',
    {
      form: 'g2021',
      year: 2025,
      issuer: ISSUERS.provincialBureau,
      scale: SCALES.middle,
      tables: {
        totalFirst: true,
        legalOrder: ['research_institute', 'legal_service', 'enterprise', 'public_interest_org', 'other_org'],
        labels: LOST_GROUPS,
      },
    },
    {},
    { hazards: ['swapped-columns', 'lost-group-labels'] },
  ),
  docx(
    'docx-named-pdf-2023',
    { form: 'g2021', year: 2023, issuer: ISSUERS.zone, scale: SCALES.small, print: () => dashes(['—']) },
    {},
    { hazards: ['wrong-extension', 'dashes'] },
    'pdf',
  ),
  docx('docx-real-county-2023', {
    form: 'g2021',
    year: 2023,
    issuer: ISSUERS.realCounty,
    scale: SCALES.zero,
    title: 'two-lines',
    signed: '2024-01-23',
  }),
];
