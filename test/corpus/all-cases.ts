/** Every case of the corpus, in the order in which they are written by default. */
import { DOCX_CASES } from './cases-docx.ts';
import { FAILING_CASES } from './cases-failing.ts';
import { HTML_CASES } from './cases-html.ts';
import { PDF_CASES } from './cases-pdf.ts';
import { TEXT_CASES } from './cases-text.ts';
import type { CorpusCase } from './corpus-case.ts';

export const ALL_CASES: readonly CorpusCase[] = [
  ...DOCX_CASES,
  ...HTML_CASES,
  ...PDF_CASES,
  ...TEXT_CASES,
  ...FAILING_CASES,
];
