/** Reports as plain text, as extraction tools, editors and mail programs leave them. */
import { strToU8 } from 'fflate';
import { ALTERED_LABELS, inWords } from './cases-docx.ts';
import { type CorpusCase, reportCase } from './corpus-case.ts';
import { encodeGb18030 } from './encode-gb18030.ts';
import { SCALES } from './figures.ts';
import { ISSUERS } from './issuers.ts';
import { dashes, fullWidth } from './printing.ts';
import type { ReportPlan } from './report-source.ts';
import { blocksToText, type TextLayout } from './write-text.ts';

function txt(
  name: string,
  plan: Omit<ReportPlan, 'seed'>,
  layout: TextLayout,
  hazards: readonly string[],
  encode: (text: string) => Uint8Array = strToU8,
): CorpusCase {
  return reportCase(name, plan, 'txt', (source) => encode(blocksToText(source.blocks, layout)), {
    format: 'txt',
    hazards,
  });
}

export const TEXT_CASES: readonly CorpusCase[] = [
  txt(
    'txt-tab-led-2021',
    {
      form: 'g2021',
      year: 2021,
      issuer: ISSUERS.civilBureau,
      scale: SCALES.small,
      tables: { labels: ALTERED_LABELS },
      title: 'two-lines',
    },
    'tab-led',
    ['tab-led-cells', 'altered-labels'],
  ),
  txt(
    'txt-cell-a-line-2022',
    { form: 'g2021', year: 2022, issuer: ISSUERS.subdistrict, scale: SCALES.small, print: () => fullWidth },
    'cell-a-line',
    ['cell-a-line', 'full-width-digits'],
  ),
  txt(
    'txt-pipes-2023',
    {
      form: 'g2021',
      year: 2023,
      issuer: ISSUERS.town,
      scale: SCALES.small,
      print: () => dashes(['/']),
      signed: '2024-01-12',
    },
    'pipes',
    ['pipes', 'gb18030', 'dashes'],
    encodeGb18030,
  ),
  txt(
    'txt-markdown-2024',
    { form: 'g2021', year: 2024, issuer: ISSUERS.county, scale: SCALES.middle, fault: 'wrong-leaf' },
    'markdown',
    ['markdown', 'first-row-as-header'],
  ),
  txt(
    'txt-spaces-2020',
    { form: 'g2019', year: 2020, issuer: ISSUERS.healthBureau, scale: SCALES.middle },
    'spaces',
    ['space-aligned', 'bom'],
    (text) => strToU8(`\ufeff${text}`),
  ),
  txt(
    'txt-zero-2019',
    { form: 'g2019', year: 2019, issuer: ISSUERS.township, scale: SCALES.zero, print: inWords },
    'tab-led',
    ['tab-led-cells', 'all-zero', 'amount-with-unit'],
  ),
];
