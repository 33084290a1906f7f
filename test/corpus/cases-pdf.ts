/** Reports as PDF with a text layer: rules as lines or rectangles, tables that go over pages. */
import { type CorpusCase, reportCase } from './corpus-case.ts';
import { SCALES } from './figures.ts';
import { ISSUERS } from './issuers.ts';
import { layoutPages, type PageStyle } from './page-layout.ts';
import { thousands } from './printing.ts';
import type { ReportPlan } from './report-source.ts';
import { APPLICATION_HEADER_ROWS } from './tables.ts';
import { type PdfHabits, writePdf } from './write-pdf.ts';

const APPLICATION_COLUMNS = 10;

function pdf(
  name: string,
  plan: Omit<ReportPlan, 'seed'>,
  habits: PdfHabits,
  style: PageStyle,
  hazards: readonly string[],
  mayFlag: readonly string[] = [],
): CorpusCase {
  const write = (blocks: Parameters<typeof layoutPages>[0]): Uint8Array =>
    writePdf(layoutPages(blocks, style), habits);
  return reportCase(name, plan, 'pdf', (source) => write(source.blocks), { format: 'pdf', hazards, mayFlag });
}

export const PDF_CASES: readonly CorpusCase[] = [
  pdf(
    'pdf-lines-2022',
    {
      form: 'g2021',
      year: 2022,
      issuer: ISSUERS.province,
      scale: SCALES.large,
      print: () => thousands,
      signed: '2023-03-20',
    },
    { rules: 'lines' },
    { repeatHeader: { [APPLICATION_COLUMNS]: APPLICATION_HEADER_ROWS } },
    ['page-break-in-table', 'header-repeated', 'thousands-separators'],
  ),
  pdf(
    'pdf-rectangles-2023',
    {
      form: 'g2021',
      year: 2023,
      issuer: ISSUERS.district,
      scale: SCALES.middle,
      tables: { vertical: true, singleOther: true },
      title: 'two-lines',
    },
    { rules: 'rectangles', compressed: true },
    { pageNumbers: true },
    ['thin-rectangles', 'page-break-in-table', 'vertical-labels', 'single-row-other', 'page-numbers'],
    ['applications.complete'],
  ),
  pdf(
    'pdf-repeated-header-2021',
    { form: 'g2021', year: 2021, issuer: ISSUERS.fund, scale: SCALES.small, fault: 'wrong-total' },
    { rules: 'rectangles' },
    { repeatHeader: { [APPLICATION_COLUMNS]: APPLICATION_HEADER_ROWS }, pageNumbers: true },
    ['thin-rectangles', 'page-break-in-table', 'header-repeated', 'page-numbers'],
  ),
  pdf(
    'pdf-no-repeated-header-2024',
    {
      form: 'g2021',
      year: 2024,
      issuer: ISSUERS.realProvince,
      scale: SCALES.middle,
      fault: 'stock-bound',
      title: 'year-issuer',
    },
    { rules: 'lines', compressed: true },
    {},
    ['page-break-in-table'],
  ),
  pdf(
    'pdf-form-2019-2020',
    {
      form: 'g2019',
      year: 2020,
      issuer: ISSUERS.tradeBureau,
      scale: SCALES.small,
      tables: { vertical: true },
      signed: '2021-01-18',
    },
    { rules: 'lines', compressed: true },
    { pageNumbers: true },
    ['page-break-in-table', 'vertical-labels', 'page-numbers'],
  ),
];
