/**
 * The page model that both PDF adapters yield and every later step takes: what is printed where, in points
 * from the top left of the page as displayed, y down. Nothing here knows a PDF library.
 */
import type { Box } from '../../document/document.ts';

/** One printed character. Its box is the em box: advance wide, from 0.88 em above the baseline to 0.12 em below. */
export interface Glyph {
  readonly char: string;
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
  /** Font size as displayed. */
  readonly size: number;
}

/** A horizontal (`h`: y = `at`) or vertical (`v`: x = `at`) line segment. */
export interface Rule {
  readonly axis: 'h' | 'v';
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** Quarter turns, clockwise. */
export type Turn = 0 | 1 | 2 | 3;

export interface PageModel {
  /** From 1. */
  readonly number: number;
  /** Of the page as it is read: with most of its text upright. */
  readonly width: number;
  readonly height: number;
  /** How the page as displayed was turned to be read; 0 but for tables printed sideways. */
  readonly turn: Turn;
  readonly glyphs: readonly Glyph[];
  readonly rules: readonly Rule[];
  /** Filled boxes too thick to be rules: backgrounds of cells or of whole tables. */
  readonly fills: readonly Box[];
  /** Characters drawn invisibly, as the text layer of a scan is. */
  readonly invisible: number;
}

/** What an adapter makes of a file that could be opened. */
export interface PdfModel {
  readonly title: string;
  readonly pages: readonly PageModel[];
  /** Numbers of the pages that the library could not open. */
  readonly damagedPages: readonly number[];
}

const ASCENT_EM = 0.88;

/** The em box of a character that stands upright on a baseline. */
export function uprightGlyph(char: string, x0: number, x1: number, baseline: number, size: number): Glyph {
  const y0 = baseline - ASCENT_EM * size;
  return { char, x0, y0, x1, y1: y0 + size, size };
}

/** A box of the page as read, given as displayed and rounded to 0.01 pt, so that equal input gives equal output. */
export function displayedBox(page: PageModel, [x0, y0, x1, y1]: Box): Box {
  const [left, top, right, bottom] = TURN_BACK[page.turn](x0, y0, x1, y1, page.width, page.height);
  return [rounded(left), rounded(top), rounded(right), rounded(bottom)];
}

type TurnBack = (x0: number, y0: number, x1: number, y1: number, width: number, height: number) => Box;

const TURN_BACK: Readonly<Record<Turn, TurnBack>> = {
  0: (x0, y0, x1, y1) => [x0, y0, x1, y1],
  1: (x0, y0, x1, y1, width) => [y0, width - x1, y1, width - x0],
  2: (x0, y0, x1, y1, width, height) => [width - x1, height - y1, width - x0, height - y0],
  3: (x0, y0, x1, y1, _width, height) => [height - y1, x0, height - y0, x1],
};

/** By way of thousandths: single precision leaves 57.375 a hair below or above itself. */
function rounded(points: number): number {
  return Math.round(Math.round(points * 1000) / 10) / 100;
}
