/** Reports as web pages: portals, pastes from word processors, old layouts, hand-typed cells. */
import { strToU8 } from 'fflate';
import { ALTERED_LABELS } from './cases-docx.ts';
import { type CorpusCase, reportCase } from './corpus-case.ts';
import { encodeGb18030 } from './encode-gb18030.ts';
import { SCALES } from './figures.ts';
import { ISSUERS } from './issuers.ts';
import {
  annotated,
  blankLegalPersons,
  changeSigned,
  dashes,
  emptied,
  inYuan,
  type Printer,
  plain,
  typedAs,
} from './printing.ts';
import type { ReportPlan, ReportSource } from './report-source.ts';
import type { TruthOptions } from './truth.ts';
import {
  barePage,
  blocksToHtml,
  type PortalFrame,
  portalPage,
  type TableStyle,
  tableLayoutPage,
  wordPage,
} from './write-html.ts';

type Plan = Omit<ReportPlan, 'seed'>;

function html(
  name: string,
  plan: Plan,
  page: (source: ReportSource) => string,
  options: Partial<TruthOptions> = {},
): CorpusCase {
  return reportCase(name, plan, 'html', (source) => strToU8(page(source)), { format: 'html', ...options });
}

/** The date of the metadata stands in the truth: give it in `options` too where nothing is signed. */
function portal(
  published: string,
  container: PortalFrame['container'],
  style: TableStyle = {},
): (source: ReportSource) => string {
  return (source) => {
    const { issuer, year } = source.plan;
    return portalPage(blocksToHtml(source.blocks, style), {
      site: `${issuer.name}门户网站`,
      title: source.title,
      issuer: issuer.name,
      published,
      others: [1, 2, 3].map((back) => `${issuer.name}${year - back}年政府信息公开工作年度报告`),
      container,
      ...(issuer.division ? { division: issuer.division } : {}),
    });
  };
}

function signedChanges(): Printer {
  const rows = ['licensing', 'other_services', 'penalty', 'compulsion', 'admin_fees'];
  return typedAs(Object.fromEntries(rows.map((row) => [`proactive.${row}.change`, changeSigned])), plain);
}

function yuan(): Printer {
  return typedAs({ 'proactive.central_procurement.procurement_amount': inYuan }, plain);
}

function annotatedCells(): Printer {
  return typedAs(
    {
      'proactive.normative_docs.made': annotated('其中修订3件'),
      'proactive.normative_docs.repealed': annotated('含自然失效2件'),
      'proactive.admin_fees.fee_amount': emptied,
    },
    dashes(['/', '-', '无']),
  );
}

export const HTML_CASES: readonly CorpusCase[] = [
  html(
    'html-portal-2023',
    {
      form: 'g2021',
      year: 2023,
      issuer: ISSUERS.city,
      scale: SCALES.large,
      title: 'year-issuer',
      fault: 'balance',
    },
    portal('2024-03-15', 'zoom'),
    { published: '2024-03-15', hazards: ['page-furniture', 'metadata-table', 'other-years-listed'] },
  ),
  html(
    'html-word-paste-2022',
    { form: 'g2021', year: 2022, issuer: ISSUERS.waterBureau, scale: SCALES.middle, signed: '2023-01-20' },
    (source) => wordPage(blocksToHtml(source.blocks, { wordPaste: true })),
    { hazards: ['digits-in-spans'] },
  ),
  reportCase(
    'html-gbk-2021',
    { form: 'g2021', year: 2021, issuer: ISSUERS.taxBureau, scale: SCALES.small, fault: 'blank-totals' },
    'html',
    (source) => encodeGb18030(barePage(blocksToHtml(source.blocks), source.title)),
    { format: 'html', hazards: ['gb18030', 'no-charset', 'blank-totals'] },
  ),
  html(
    'html-thead-hidden-2024',
    { form: 'g2021', year: 2024, issuer: ISSUERS.healthBureau, scale: SCALES.middle },
    portal('2025-01-22', 'TRS_Editor', { thead: true, hiddenRows: true }),
    { published: '2025-01-22', hazards: ['thead', 'hidden-rows'] },
  ),
  html(
    'html-layout-tables-2020',
    {
      form: 'g2019',
      year: 2020,
      issuer: ISSUERS.civilBureau,
      scale: SCALES.small,
      print: signedChanges,
      tables: { labels: { newly_made: '本年新', newly_disclosed: '本年新' } },
    },
    (source) => tableLayoutPage(blocksToHtml(source.blocks), '民政之窗'),
    { hazards: ['layout-tables', 'header-cut', 'signed-changes'] },
  ),
  html(
    'html-misaligned-2019',
    {
      form: 'g2019',
      year: 2019,
      issuer: ISSUERS.county,
      scale: SCALES.middle,
      print: yuan,
      tables: { misaligned: true },
      fault: 'negative-items',
    },
    portal('2020-03-09', 'ucap'),
    { published: '2020-03-09', hazards: ['misaligned-spans', 'amount-with-unit'] },
  ),
  html(
    'html-annotated-2025',
    {
      form: 'g2021',
      year: 2025,
      issuer: ISSUERS.office,
      scale: SCALES.small,
      print: annotatedCells,
      tables: { labels: { fee_amount: '本年收费金额（单位：0万元）' } },
    },
    portal('2026-01-28', 'zoom'),
    { published: '2026-01-28', hazards: ['annotated-cells', 'dashes', 'value-in-header'] },
  ),
  html(
    'html-blank-legal-2022',
    {
      form: 'g2021',
      year: 2022,
      issuer: ISSUERS.township,
      scale: SCALES.small,
      print: () => blankLegalPersons,
      tables: { labels: ALTERED_LABELS, vertical: true },
    },
    (source) => barePage(blocksToHtml(source.blocks), source.title),
    { hazards: ['blank-for-zero', 'altered-labels', 'vertical-labels'] },
  ),
  html(
    'html-real-county-2024',
    { form: 'g2021', year: 2024, issuer: ISSUERS.realCountyShort, scale: SCALES.small, title: 'no-issuer' },
    portal('2025-01-14', 'ucap'),
    { published: '2025-01-14', hazards: ['title-without-issuer'] },
  ),
];
