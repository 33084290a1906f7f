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

/** Why the text must not be read; null if it may. */
export function textLayerFault(pages: readonly PageModel[]): { code: string; message: string } | null {
  if (pages.length === 0) return { code: 'pdf.no-pages', message: 'The file has no pages.' };
  const counts = pages.map(countMeaningless);
  const all = sum(counts.map(({ all }) => all));
  const bad = sum(counts.map(({ bad }) => bad));
  if (all === 0) {
    return {
      code: 'pdf.no-text-layer',
      message: `No text on any of the ${pages.length} pages: a scan, it needs character recognition.`,
    };
  }
  if (bad > GARBLED_SHARE * all) {
    return {
      code: 'pdf.garbled-text',
      message: `${bad} of ${all} characters mean nothing: the fonts do not say which characters they draw.`,
    };
  }
  return null;
}

/** Pages whose text may be incomplete or was never seen by a reader's eye. */
export function textLayerDoubts(pages: readonly PageModel[]): Diagnostic[] {
  const doubts: Diagnostic[] = [];
  for (const page of pages) {
    const { all, bad } = countMeaningless(page);
    const place = { page: page.number };
    if (all === 0) {
      doubts.push({
        code: 'pdf.page-without-text',
        severity: 'warning',
        message: `Page ${page.number} has no text.`,
        place,
      });
    } else if (bad > DOUBTFUL_SHARE * all) {
      const message = `${bad} of ${all} characters on page ${page.number} mean nothing.`;
      doubts.push({ code: 'pdf.garbled-characters', severity: 'warning', message, place });
    }
    if (page.invisible * 2 > all && all > 0) {
      const message = `The text of page ${page.number} is invisible, as under a scan: it may differ from what is seen.`;
      doubts.push({ code: 'pdf.invisible-text', severity: 'warning', message, place });
    }
  }
  return doubts;
}

function countMeaningless(page: PageModel): { all: number; bad: number } {
  let [all, bad] = [0, 0];
  for (const { char } of page.glyphs) {
    if (char.trim() === '') continue;
    all += 1;
    // Most characters are plain ideographs and ASCII; the tables of scripts are asked about the rest only.
    if ((char >= '\u4e00' && char <= '\u9fff') || (char > ' ' && char < '\u007f')) continue;
    if (MEANINGLESS.test(char) || IMPLAUSIBLE.test(char)) bad += 1;
  }
  return { all, bad };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
