/**
 * Takes a document's pages and tells whether their text can be relied upon: a scan has none, a broken font
 * gives code points that mean nothing. Text that means nothing is never passed on.
 */
import type { Diagnostic } from '../../document/diagnostic.ts';
import type { PageModel } from './page.ts';

/** Share of a document's characters that may be without meaning (bullets of symbol fonts are). */
const GARBLED_SHARE = 0.1;
/** Share of a page's characters without meaning from which the page is named. */
const DOUBTFUL_SHARE = 0.02;
/** Private use, unassigned, replacement and control characters. */
const MEANINGLESS = /^[\p{Co}\p{Cn}\p{Cs}\p{Cc}\ufffd]$/u;
/** Scripts that have no place in a Chinese report; a wrong character map scatters over them. */
const IMPLAUSIBLE =
  /^[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Devanagari}\p{Script=Thai}\p{Script=Ethiopic}\p{Script=Hangul}\p{Script=Canadian_Aboriginal}\p{Script=Yi}\p{Script=Cherokee}\p{Script=Tamil}\p{Script=Khmer}]$/u;

export interface TextLayer {
  /** Why the text must not be read; null if it may. */
  readonly fault: { readonly code: string; readonly message: string } | null;
  /** Pages whose text may be incomplete or was never seen by a reader's eye. */
  readonly doubts: readonly Diagnostic[];
}

export function judgeTextLayer(pages: readonly PageModel[], damagedPages: readonly number[]): TextLayer {
  const counts = pages.map((page) => ({ page, ...countMeaningless(page) }));
  const damaged = damagedPages.map((page): Diagnostic => {
    const message = `Page ${page} is damaged and could not be read.`;
    return { code: 'pdf.page-damaged', severity: 'error', message, place: { page } };
  });
  return {
    fault: documentFault(counts, damagedPages.length),
    doubts: [...damaged, ...counts.flatMap(pageDoubts)],
  };
}

interface Count {
  readonly page: PageModel;
  readonly all: number;
  readonly bad: number;
}

function documentFault(counts: readonly Count[], damaged: number): TextLayer['fault'] {
  if (counts.length === 0 && damaged > 0) return { code: 'pdf.damaged', message: 'No page can be read.' };
  if (counts.length === 0) return { code: 'pdf.no-pages', message: 'The file has no pages.' };
  const all = sum(counts.map((count) => count.all));
  const bad = sum(counts.map((count) => count.bad));
  if (all === 0) {
    const message = `No text on any of the ${counts.length} pages: a scan, it needs character recognition.`;
    return { code: 'pdf.no-text-layer', message };
  }
  if (bad > GARBLED_SHARE * all) {
    const message = `${bad} of ${all} characters mean nothing: the fonts do not say which characters they draw.`;
    return { code: 'pdf.garbled-text', message };
  }
  return null;
}

function pageDoubts({ page, all, bad }: Count): Diagnostic[] {
  const place = { page: page.number };
  const warn = (code: string, message: string): Diagnostic => ({ code, severity: 'warning', message, place });
  if (all === 0) return [warn('pdf.page-without-text', `Page ${page.number} has no text.`)];
  const doubts: Diagnostic[] = [];
  if (bad > DOUBTFUL_SHARE * all) {
    const message = `${bad} of ${all} characters on page ${page.number} mean nothing.`;
    doubts.push(warn('pdf.garbled-characters', message));
  }
  if (page.invisible * 2 > all) {
    const message = `The text of page ${page.number} is invisible, as under a scan: it may differ from what is seen.`;
    doubts.push(warn('pdf.invisible-text', message));
  }
  return doubts;
}

function countMeaningless(page: PageModel): { all: number; bad: number } {
  let [all, bad] = [0, 0];
  for (const { char } of page.glyphs) {
    // Most characters are plain ideographs and ASCII; the tables of scripts are asked about the rest only.
    if ((char >= '\u4e00' && char <= '\u9fff') || (char > ' ' && char < '\u007f')) {
      all += 1;
      continue;
    }
    if (char.trim() === '') continue;
    all += 1;
    if (MEANINGLESS.test(char) || IMPLAUSIBLE.test(char)) bad += 1;
  }
  return { all, bad };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
