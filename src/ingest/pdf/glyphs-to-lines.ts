/**
 * Takes characters in any order and gives lines of text from top to bottom, each from left to right. Spaces are
 * judged by the printed gap, not by the characters that stand for them; bold feigned by printing twice is read
 * once; radical code points that some fonts carry become the characters they look like.
 */
import type { Box } from '../../document/document.ts';
import type { Glyph } from './page.ts';

export interface Line {
  readonly text: string;
  readonly box: Box;
  /** The size that most of its characters have. */
  readonly size: number;
  /** In order, without spaces and repeated characters. */
  readonly glyphs: readonly Glyph[];
}

/** Em: characters whose middles are nearer than this stand on one line. */
const SAME_LINE = 0.5;
/** Em: the same character this near is the same character printed again for boldness. */
const FAKE_BOLD = 0.2;
/** Em: a gap this wide is a space even where no space character stands. */
const BARE_GAP = 0.5;
/** Em: full-width characters stand so close that a narrower gap is a space already. */
const WIDE_GAP = 0.2;
/** Em: a space character that leaves less than this is not seen. */
const SEEN_GAP = 0.12;
/** Em: figures of one number are set apart by less than a digit's width. */
const DIGIT_WIDTH = 0.5;

/** Em: a dash wider than this is the Chinese dash of two characters drawn as one. */
const LONG_DASH = 1.5;

const SPACE = /^[\s\u200b\u3000\ufeff]$/u;
const FIGURE = /^[\d.,%０-９．，]$/u;
const WIDE = /^[\u2e80-\uffef]/u;
const DASH = /^[—\u2e3a]$/u;
const RADICAL = /^[\u2e80-\u2fd5]$/u;

export function glyphsToLines(glyphs: readonly Glyph[]): Line[] {
  const sorted = [...glyphs].sort((a, b) => a.y0 + a.y1 - b.y0 - b.y1 || a.x0 - b.x0);
  const lines: Line[] = [];
  for (let start = 0; start < sorted.length; ) {
    const first = sorted[start]!;
    const limit = (first.y0 + first.y1) / 2 + SAME_LINE * first.size;
    let end = start + 1;
    while (end < sorted.length && (sorted[end]!.y0 + sorted[end]!.y1) / 2 < limit) end += 1;
    const line = glyphsToLine(sorted.slice(start, end));
    if (line !== null) lines.push(line);
    start = end;
  }
  return lines;
}

/** The text of characters that stand on one line; null if there are only spaces. */
export function glyphsToLine(glyphs: readonly Glyph[]): Line | null {
  const sorted = [...glyphs].sort((a, b) => a.x0 - b.x0 || a.x1 - b.x1 || (a.char < b.char ? -1 : 1));
  const kept: Glyph[] = [];
  let text = '';
  let spaced = false;
  for (const glyph of sorted) {
    if (SPACE.test(glyph.char)) {
      spaced = true;
      continue;
    }
    if (isPrintedTwice(kept, glyph)) continue;
    const last = kept.at(-1);
    if (last !== undefined && isGap(last, glyph, spaced)) text += ' ';
    text += unified(glyph);
    kept.push(glyph);
    spaced = false;
  }
  if (kept.length === 0) return null;
  return { text, box: glyphBox(kept), size: commonSize(kept), glyphs: kept };
}

/** The smallest box around characters; they must not be none. */
export function glyphBox(glyphs: readonly Glyph[]): Box {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const glyph of glyphs) {
    x0 = Math.min(x0, glyph.x0);
    y0 = Math.min(y0, glyph.y0);
    x1 = Math.max(x1, glyph.x1);
    y1 = Math.max(y1, glyph.y1);
  }
  return [x0, y0, x1, y1];
}

function isPrintedTwice(kept: readonly Glyph[], glyph: Glyph): boolean {
  for (let i = kept.length - 1; i >= 0 && i >= kept.length - 2; i -= 1) {
    const other = kept[i]!;
    const near = FAKE_BOLD * glyph.size;
    if (other.char === glyph.char && glyph.x0 - other.x0 < near && Math.abs(glyph.y0 - other.y0) < near)
      return true;
  }
  return false;
}

function isGap(left: Glyph, right: Glyph, spaced: boolean): boolean {
  const gap = (right.x0 - left.x1) / Math.max(left.size, right.size);
  if (FIGURE.test(left.char) && FIGURE.test(right.char)) return gap >= DIGIT_WIDTH;
  if (spaced) return gap >= SEEN_GAP;
  return gap >= (WIDE.test(left.char) && WIDE.test(right.char) ? WIDE_GAP : BARE_GAP);
}

function unified({ char, x0, x1, size }: Glyph): string {
  if (DASH.test(char)) return x1 - x0 > LONG_DASH * size ? '——' : '—';
  return RADICAL.test(char) ? (SUPPLEMENT[char] ?? char.normalize('NFKC')) : char;
}

/** Radicals of the supplement block that NFKC leaves alone and that fonts have been seen to give for ideographs. */
const SUPPLEMENT: Readonly<Record<string, string>> = {
  '⺠': '民',
  '⻅': '见',
  '⻋': '车',
  '⻓': '长',
  '⻔': '门',
  '⻚': '页',
  '⻛': '风',
  '⻜': '飞',
  '⻢': '马',
  '⻬': '齐',
  '⻩': '黄',
  '⻝': '食',
  '⻰': '龙',
  '⻘': '青',
  '⻄': '西',
  '⻆': '角',
  '⻉': '贝',
  '⻥': '鱼',
  '⻦': '鸟',
  '⻧': '卤',
  '⻨': '麦',
  '⻮': '齿',
  '⻳': '龟',
  '⼾': '户',
};

function commonSize(glyphs: readonly Glyph[]): number {
  const first = glyphs[0]!.size;
  if (glyphs.every(({ size }) => size === first)) return first;
  const counts = new Map<number, number>();
  for (const { size } of glyphs) counts.set(size, (counts.get(size) ?? 0) + 1);
  let [best, most] = [0, 0];
  for (const [size, count] of counts) if (count > most) [best, most] = [size, count];
  return best;
}
